#include "sim/experiment/selection.h"

#include "sim/base/check.h"
#include "sim/stats/estimate.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace switchroom {

namespace {

class Procedure {
public:
    Procedure(std::size_t scenarios, const SelectionOptions& options, const MoreRuns& more,
              std::int64_t block)
        : options_(options), more_(more), block_(block), values_(scenarios), sums_(scenarios, 0.0),
          dropped_after_(scenarios, 0)
    {
        for (std::size_t i = 0; i < scenarios; ++i)
            in_.push_back(i);
    }

    Result<Selection> run()
    {
        const std::int64_t first = std::min(options_.first_stage, options_.at_most);
        if (Diagnostics problems = fetch(first); !problems.empty())
            return problems;
        const bool has_first_stage = fetched_ >= first && first >= 2;
        if (has_first_stage)
            measure_first_stage(first);
        for (std::int64_t r = 1; r <= fetched_; ++r) {
            step(r);
            if (has_first_stage && r >= first)
                screen(r);
            if (in_.size() == 1)
                break;
            if (r == fetched_ && r < options_.at_most && !stopped_)
                if (Diagnostics problems = fetch(std::min(block_, options_.at_most - r)); !problems.empty())
                    return problems;
        }
        return answer();
    }

private:
    /// The next `count` runs of every scenario that is still in.
    Diagnostics fetch(std::int64_t count)
    {
        Result<std::vector<std::vector<double>>> figures = more_(in_, fetched_, count);
        if (!figures)
            return figures.errors();
        std::size_t least = static_cast<std::size_t>(count);
        for (const std::vector<double>& one : *figures)
            least = std::min(least, one.size());
        stopped_ = least < static_cast<std::size_t>(count);
        for (std::size_t n = 0; n < in_.size(); ++n) {
            std::vector<double>& into = values_[in_[n]];
            into.insert(into.end(), (*figures)[n].begin(),
                        (*figures)[n].begin() + static_cast<std::ptrdiff_t>(least));
        }
        fetched_ += static_cast<std::int64_t>(least);
        return {};
    }

    double signed_value(std::size_t i, std::int64_t r) const
    {
        const double value = values_[i][static_cast<std::size_t>(r - 1)];
        return options_.higher_is_better ? value : -value;
    }

    /// Run r enters the means.
    void step(std::int64_t r)
    {
        for (const std::size_t i : in_)
            sums_[i] += signed_value(i, r);
        runs_ = r;
    }

    void measure_first_stage(std::int64_t first)
    {
        const std::size_t k = values_.size();
        const double degrees = static_cast<double>(first - 1);
        const double beta = 2.0 * options_.error / static_cast<double>(k - 1);
        const double eta = 0.5 * (std::pow(beta, -2.0 / degrees) - 1.0);
        h_squared_ = 2.0 * eta * degrees;
        variances_.assign(k * k, 0.0);
        for (std::size_t i = 0; i < k; ++i)
            for (std::size_t l = 0; l < k; ++l) {
                PairMoments moments;
                for (std::int64_t r = 1; r <= first; ++r)
                    moments.add(signed_value(i, r) - signed_value(l, r), 1.0);
                variances_[i * k + l] = moments.variance_numerator();
            }
    }

    /// How far i may lag behind l after r runs and stay.
    double allowance(std::size_t i, std::size_t l, std::int64_t r) const
    {
        const double delta = options_.indifference;
        const auto n = static_cast<double>(r);
        const double enough = h_squared_ * variances_[i * values_.size() + l] / (delta * delta);
        return std::max(0.0, delta / (2.0 * n) * (enough - n));
    }

    void screen(std::int64_t r)
    {
        const auto n = static_cast<double>(r);
        std::vector<std::size_t> stay;
        for (const std::size_t i : in_) {
            const bool good_enough = std::all_of(in_.begin(), in_.end(), [&](std::size_t l) {
                return l == i || sums_[i] / n >= sums_[l] / n - allowance(i, l, r);
            });
            if (good_enough)
                stay.push_back(i);
            else
                dropped_after_[i] = r;
        }
        if (stay.empty()) // rounding alone could do that: the best always stays
            return;
        in_ = std::move(stay);
        // Equal to the last bit, with nothing left to allow: no run will ever tell them apart.
        if (in_.size() > 1 && std::all_of(in_.begin(), in_.end(), [&](std::size_t i) {
                return sums_[i] == sums_[in_.front()] && allowance(i, in_.front(), r) == 0.0;
            })) {
            for (std::size_t other = 1; other < in_.size(); ++other)
                dropped_after_[in_[other]] = r;
            in_.resize(1);
        }
    }

    Selection answer() const
    {
        Selection selection;
        selection.decided = in_.size() == 1;
        selection.stopped_early = stopped_;
        selection.chosen = *std::max_element(
            in_.begin(), in_.end(), [&](std::size_t a, std::size_t b) { return sums_[a] < sums_[b]; });
        for (std::size_t i = 0; i < values_.size(); ++i) {
            const std::int64_t runs = dropped_after_[i] > 0 ? dropped_after_[i] : runs_;
            const Estimate mean = estimate_mean(std::span(values_[i]).first(static_cast<std::size_t>(runs)));
            selection.candidates.push_back({runs, dropped_after_[i], mean.mean, mean.half_width});
        }
        return selection;
    }

    const SelectionOptions& options_;
    const MoreRuns& more_;
    std::int64_t block_;
    std::vector<std::vector<double>> values_;
    std::vector<double> sums_;
    std::vector<std::int64_t> dropped_after_;
    std::vector<std::size_t> in_;
    std::vector<double> variances_;
    double h_squared_ = 0.0;
    std::int64_t fetched_ = 0;
    std::int64_t runs_ = 0;
    bool stopped_ = false;
};

} // namespace

Result<Selection> select_best(std::size_t scenarios, const SelectionOptions& options, const MoreRuns& more,
                              std::int64_t block)
{
    SWITCHROOM_CHECK(scenarios >= 2 && options.indifference > 0.0 && options.error > 0.0 && block > 0,
                     "a selection needs something to choose from");
    return Procedure(scenarios, options, more, block).run();
}

} // namespace switchroom
