#include "sim/calllog/kaplan_meier.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

void sort_by_wait(std::vector<PatienceObservation>& observations)
{
    std::sort(observations.begin(), observations.end(),
              [](const PatienceObservation& a, const PatienceObservation& b) { return a.wait_s < b.wait_s; });
}

/// Who left in [from, to), and how long all callers together stood at risk in it. Waits ascending.
struct Exposure {
    std::int64_t events = 0;
    double at_risk_s = 0.0;

    double hazard() const
    {
        // Waits of 0 alone expose nobody; half a recorded second each keeps the hazard finite.
        return events == 0
                   ? 0.0
                   : static_cast<double>(events) / std::max(at_risk_s, 0.5 * static_cast<double>(events));
    }
};

Exposure exposure(const std::vector<PatienceObservation>& observations, double from_s, double to_s)
{
    Exposure sum;
    const auto first = std::lower_bound(observations.begin(), observations.end(), from_s,
                                        [](const PatienceObservation& o, double t) { return o.wait_s < t; });
    auto it = first;
    for (; it != observations.end() && it->wait_s < to_s; ++it) {
        sum.events += it->abandoned;
        sum.at_risk_s += it->wait_s - from_s;
    }
    if (it != observations.end())
        sum.at_risk_s += static_cast<double>(observations.end() - it) * (to_s - from_s);
    return sum;
}

/// Whole seconds at which pieces start: each piece but the last holds at least `least_events`, and so does
/// the last.
std::vector<double> piece_starts(const std::vector<PatienceObservation>& observations,
                                 std::int64_t all_events, int least_events)
{
    std::vector<double> starts{0.0};
    std::int64_t in_piece = 0, rest = all_events;
    for (std::size_t i = 0; i < observations.size(); ++i) {
        in_piece += observations[i].abandoned;
        rest -= observations[i].abandoned;
        const double end_s = std::floor(observations[i].wait_s) + 1.0;
        const bool last_before_end = i + 1 == observations.size() || observations[i + 1].wait_s >= end_s;
        if (last_before_end && in_piece >= least_events && rest >= least_events) {
            starts.push_back(end_s);
            in_piece = 0;
        }
    }
    return starts;
}

/// The wait after which the last 20 % of those who left did.
double last_fifth_from_s(const std::vector<PatienceObservation>& observations, std::int64_t all_events)
{
    std::int64_t events = 0;
    for (const PatienceObservation& o : observations) {
        events += o.abandoned;
        if (events * 5 >= all_events * 4)
            return o.wait_s;
    }
    return 0.0;
}

} // namespace

SurvivalCurve kaplan_meier(std::vector<PatienceObservation> observations)
{
    sort_by_wait(observations);
    SurvivalCurve curve;
    curve.callers = static_cast<std::int64_t>(observations.size());
    double survival = 1.0;
    for (std::size_t i = 0; i < observations.size();) {
        const double time_s = observations[i].wait_s;
        const auto at_risk = static_cast<std::int64_t>(observations.size() - i);
        std::int64_t events = 0;
        for (; i < observations.size() && observations[i].wait_s == time_s; ++i) {
            events += observations[i].abandoned;
            curve.total_wait_s += time_s;
        }
        curve.abandoned += events;
        curve.last_time_s = time_s;
        if (events == 0)
            continue;
        survival *= 1.0 - static_cast<double>(events) / static_cast<double>(at_risk);
        curve.steps.push_back({time_s, at_risk, events, survival});
    }
    return curve;
}

double survival_at(const SurvivalCurve& curve, double time_s)
{
    const auto after =
        std::upper_bound(curve.steps.begin(), curve.steps.end(), time_s,
                         [](double t, const SurvivalCurve::Step& step) { return t < step.time_s; });
    return after == curve.steps.begin() ? 1.0 : std::prev(after)->survival;
}

std::optional<double> patience_quantile_s(const SurvivalCurve& curve, double p)
{
    for (const SurvivalCurve::Step& step : curve.steps)
        if (step.survival <= 1.0 - p)
            return step.time_s;
    return std::nullopt;
}

double restricted_mean_s(const SurvivalCurve& curve, double horizon_s)
{
    const double end_s = std::min(horizon_s, curve.last_time_s);
    double area = 0.0, from_s = 0.0, survival = 1.0;
    for (const SurvivalCurve::Step& step : curve.steps) {
        if (step.time_s >= end_s)
            break;
        area += survival * (step.time_s - from_s);
        from_s = step.time_s;
        survival = step.survival;
    }
    return area + survival * (end_s - from_s);
}

std::optional<double> exponential_mean_s(const SurvivalCurve& curve)
{
    if (curve.abandoned == 0)
        return std::nullopt;
    return curve.total_wait_s / static_cast<double>(curve.abandoned);
}

FittedHazard fit_hazard(std::vector<PatienceObservation> observations, int least_events)
{
    sort_by_wait(observations);
    const auto all_events =
        std::count_if(observations.begin(), observations.end(), [](const auto& o) { return o.abandoned; });
    if (all_events == 0)
        return {{0.0}, {0.0}};
    FittedHazard table;
    table.from_s = piece_starts(observations, all_events, least_events);
    const double end_s = std::floor(observations.back().wait_s) + 1.0;
    for (std::size_t i = 0; i < table.from_s.size(); ++i) {
        const double to_s = i + 1 < table.from_s.size() ? table.from_s[i + 1] : end_s;
        table.per_second.push_back(exposure(observations, table.from_s[i], to_s).hazard());
    }
    table.per_second.push_back(
        exposure(observations, last_fifth_from_s(observations, all_events), end_s).hazard());
    table.from_s.push_back(end_s);
    return table;
}

std::vector<PatienceObservation> patience_observations(const CallLog& log, const RowCondition& where)
{
    std::vector<PatienceObservation> observations;
    for (const CallRow& row : log.rows)
        if (row.offered() && row.queued() && row.wait_s && where(log, row))
            observations.push_back({*row.wait_s, row.outcome == CallOutcome::abandoned});
    return observations;
}

} // namespace switchroom
