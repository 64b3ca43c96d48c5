#include "sim/stats/quantile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// The least k in 0 … n with binomial_cdf(k) > bound.
std::int64_t least_above(double bound, std::int64_t n, double p)
{
    std::int64_t low = 0;
    std::int64_t high = n;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (binomial_cdf(middle, n, p) > bound)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

double order_statistic_half_width(std::span<const double> sorted, double p, double level)
{
    const auto n = static_cast<std::int64_t>(sorted.size());
    const RankInterval ranks = quantile_ranks(n, p, level);
    if (ranks.lower < 1 || ranks.upper > n)
        return undefined;
    return 0.5 * (sorted[static_cast<std::size_t>(ranks.upper - 1)] -
                  sorted[static_cast<std::size_t>(ranks.lower - 1)]);
}

} // namespace

// The number of values <= q is binomial(n, p).
RankInterval quantile_ranks(std::int64_t n, double p, double level)
{
    // All figures of one look at a run ask for the same three or four, at dozens of binomial sums each.
    struct Answer {
        std::int64_t n = -1;
        double p = 0.0;
        double level = 0.0;
        RankInterval ranks;
    };
    thread_local std::array<Answer, 4> last;
    thread_local std::size_t oldest = 0;
    for (const Answer& answer : last)
        if (answer.n == n && answer.p == p && answer.level == level)
            return answer.ranks;
    const double tail = 0.5 * (1.0 - level);
    last[oldest] = {n, p, level, {least_above(tail, n, p), least_above(1.0 - tail, n, p) + 1}};
    const RankInterval ranks = last[oldest].ranks;
    oldest = (oldest + 1) % last.size();
    return ranks;
}

Estimate quantile_of_sorted(std::span<const double> sorted, double p, double level)
{
    const auto n = static_cast<std::int64_t>(sorted.size());
    if (n == 0)
        return {undefined, undefined, 0};
    const auto wanted = static_cast<std::int64_t>(std::ceil(p * static_cast<double>(n) * (1.0 - 1e-15)));
    const std::int64_t rank = std::clamp(wanted, std::int64_t{1}, n);
    return {sorted[static_cast<std::size_t>(rank - 1)], order_statistic_half_width(sorted, p, level), n};
}

Estimate quantile_over(std::span<const double> values, double p, double level)
{
    std::vector<double> sorted;
    sorted.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
                 [](double v) { return !std::isnan(v); });
    std::sort(sorted.begin(), sorted.end());
    return quantile_of_sorted(sorted, p, level);
}

void SectionedWaits::add(const WaitHistogram& replication)
{
    pooled_ += replication;
    if (replications_ % section_length_ == 0) {
        if (sections_.size() == most_sections)
            merge_neighbours();
        sections_.emplace_back();
    }
    sections_.back() += replication;
    ++replications_;
}

void SectionedWaits::merge_neighbours()
{
    for (std::size_t i = 0; i < most_sections / 2; ++i) {
        sections_[i] = sections_[2 * i];
        sections_[i] += sections_[2 * i + 1];
    }
    sections_.resize(most_sections / 2);
    section_length_ *= 2;
}

Estimate SectionedWaits::quantile(double p, double level) const
{
    std::vector<double> by_section;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        const bool full = static_cast<std::int64_t>(i + 1) * section_length_ <= replications_;
        if (full && sections_[i].count() > 0)
            by_section.push_back(sections_[i].quantile(p));
    }
    Estimate estimate = estimate_mean(by_section, level);
    estimate.mean = pooled_.quantile(p);
    estimate.n = replications_;
    if (by_section.size() < least_sections)
        estimate.half_width = undefined;
    return estimate;
}

} // namespace switchroom
