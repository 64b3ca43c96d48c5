#include "planner/staffing/offered_load.h"

#include "planner/erlang/input.h"
#include "planner/erlang/patience_law.h"
#include "planner/erlang/quadrature.h"

#include <algorithm>
#include <cmath>

namespace switchroom::staffing {

namespace {

Diagnostics check(const std::vector<LoadInterval>& day, const Distribution& handle)
{
    erlang::InputCheck check;
    check.require(!day.empty(), "a day needs at least one interval");
    for (const LoadInterval& i : day)
        check.positive("length of an interval", i.length_s)
            .not_negative("arrival rate", i.arrival_rate_per_s);
    check.positive("mean handle time", mean(handle));
    return check.errors();
}

/// Starts of the intervals, and the end of the day.
std::vector<double> edges_of(const std::vector<LoadInterval>& day)
{
    std::vector<double> edges{0.0};
    for (const LoadInterval& i : day)
        edges.push_back(edges.back() + i.length_s);
    return edges;
}

/// ∫₀^x P(S > u) du for ascending x ≥ 0: from each to the next by Gauss on pieces that the law's breaks and a
/// geometric grading cut, so that a density infinite at 0 does no harm.
class IntegratedSurvival {
public:
    explicit IntegratedSurvival(const Distribution& handle)
        : handle_(handle), cuts_(erlang::breaks_of(handle))
    {
        const double scale = mean(handle);
        for (double cut = scale * 1e-9; cut < scale * 1e5; cut *= 1.5)
            cuts_.push_back(cut);
        std::sort(cuts_.begin(), cuts_.end());
    }

    double upto(double x)
    {
        while (at_ < x) {
            const auto next = std::upper_bound(cuts_.begin(), cuts_.end(), at_);
            const double end = next == cuts_.end() ? x : std::min(x, *next);
            total_ += piece(at_, end);
            at_ = end;
        }
        return total_;
    }

private:
    double piece(double from, double to) const
    {
        const erlang::GaussLegendre& rule = erlang::gauss_legendre();
        double sum = 0.0;
        for (std::size_t i = 0; i < erlang::GaussLegendre::size; ++i)
            sum += static_cast<double>(rule.weight[i]) *
                   survival(handle_, from + (to - from) * static_cast<double>(rule.node[i]));
        return sum * (to - from);
    }

    const Distribution& handle_;
    std::vector<double> cuts_;
    double at_ = 0.0;
    double total_ = 0.0;
};

/// m(t) = Σ_i λ_i (H(t − start_i) − H(t − end_i)), H the integrated survival, for many t at once.
std::vector<double> modified_at(const std::vector<LoadInterval>& day, const Distribution& handle,
                                const std::vector<double>& at_s)
{
    const std::vector<double> edges = edges_of(day);
    struct Term {
        double age;
        std::size_t instant;
        double weight;
    };
    std::vector<Term> terms;
    for (std::size_t k = 0; k < at_s.size(); ++k)
        for (std::size_t e = 0; e < edges.size() && edges[e] < at_s[k]; ++e) {
            const double before = e > 0 ? day[e - 1].arrival_rate_per_s : 0.0;
            const double after = e < day.size() ? day[e].arrival_rate_per_s : 0.0;
            if (after != before)
                terms.push_back({at_s[k] - edges[e], k, after - before});
        }
    std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.age < b.age; });
    IntegratedSurvival integrated(handle);
    std::vector<double> load(at_s.size(), 0.0);
    for (const Term& term : terms)
        load[term.instant] += term.weight * integrated.upto(term.age);
    return load;
}

/// Averages over pieces of 32 points: each interval is cut where the load bends, at its start and at each
/// break of the law after an edge.
std::vector<OfferedLoad> modified_loads(const std::vector<LoadInterval>& day, const Distribution& handle)
{
    const std::vector<double> edges = edges_of(day);
    const erlang::GaussLegendre& rule = erlang::gauss_legendre();
    const std::vector<double> breaks = erlang::breaks_of(handle);
    const bool few_breaks = breaks.size() <= 8;
    struct Piece {
        std::size_t interval;
        double length;
    };
    std::vector<Piece> pieces;
    std::vector<double> instants;
    for (std::size_t i = 0; i < day.size(); ++i) {
        std::vector<double> cuts{edges[i], edges[i + 1]};
        for (double lead = mean(handle); lead < day[i].length_s; lead *= 4.0)
            cuts.push_back(edges[i] + lead);
        for (std::size_t e = 0; few_breaks && e <= i; ++e)
            for (const double at : breaks)
                if (edges[e] + at > edges[i] && edges[e] + at < edges[i + 1])
                    cuts.push_back(edges[e] + at);
        std::sort(cuts.begin(), cuts.end());
        for (std::size_t c = 1; c < cuts.size(); ++c) {
            pieces.push_back({i, cuts[c] - cuts[c - 1]});
            for (std::size_t k = 0; k < erlang::GaussLegendre::size; ++k)
                instants.push_back(cuts[c - 1] + pieces.back().length * static_cast<double>(rule.node[k]));
            instants.push_back(cuts[c]);
        }
    }
    const std::vector<double> load = modified_at(day, handle, instants);
    std::vector<OfferedLoad> result(day.size());
    std::size_t next = 0;
    double at_start = 0.0; // of the piece
    for (const Piece& piece : pieces) {
        OfferedLoad& of = result[piece.interval];
        of.largest = std::max(of.largest, at_start);
        for (std::size_t k = 0; k < erlang::GaussLegendre::size; ++k, ++next) {
            of.average += load[next] * static_cast<double>(rule.weight[k]) * piece.length /
                          day[piece.interval].length_s;
            of.largest = std::max(of.largest, load[next]);
        }
        at_start = load[next++];
        of.largest = std::max(of.largest, at_start);
    }
    return result;
}

std::vector<OfferedLoad> lagged_loads(const std::vector<LoadInterval>& day, double handle_mean, double lag)
{
    const std::vector<double> edges = edges_of(day);
    std::vector<OfferedLoad> result(day.size());
    for (std::size_t i = 0; i < day.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            // The part of interval i in which a lag ago it was interval j.
            const double overlap =
                std::min(edges[i + 1], edges[j + 1] + lag) - std::max(edges[i], edges[j] + lag);
            if (!(overlap > 0.0))
                continue;
            const double load = day[j].arrival_rate_per_s * handle_mean;
            result[i].average += load * overlap / day[i].length_s;
            result[i].largest = std::max(result[i].largest, load);
        }
    return result;
}

} // namespace

Result<std::vector<OfferedLoad>> offered_loads(const std::vector<LoadInterval>& day,
                                               const Distribution& handle, LoadMethod method)
{
    if (Diagnostics errors = check(day, handle); !errors.empty())
        return errors;
    const double handle_mean = mean(handle);
    if (method == LoadMethod::modified)
        return modified_loads(day, handle);
    const double lag =
        method == LoadMethod::lagged ? (variance(handle) / handle_mean + handle_mean) / 2.0 : 0.0;
    if (!std::isfinite(lag))
        return error_in({}, "the lag needs handle times of finite variance");
    return lagged_loads(day, handle_mean, lag);
}

Result<std::vector<double>> modified_offered_load(const std::vector<LoadInterval>& day,
                                                  const Distribution& handle, const std::vector<double>& at_s)
{
    if (Diagnostics errors = check(day, handle); !errors.empty())
        return errors;
    for (const double at : at_s)
        if (!(at >= 0.0 && std::isfinite(at)))
            return error_in({}, "an instant of the day must be a finite number of seconds, 0 or more");
    return modified_at(day, handle, at_s);
}

} // namespace switchroom::staffing
