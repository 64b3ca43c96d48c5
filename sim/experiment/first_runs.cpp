#include "sim/experiment/first_runs.h"

#include "sim/base/check.h"

#include <limits>

namespace switchroom {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr Estimate none{undefined, undefined, 0};

PairSeries first_of(const PairSeries& series, std::int64_t count)
{
    return {{series.numerators.begin(), series.numerators.begin() + count},
            {series.denominators.begin(), series.denominators.begin() + count}};
}

/// As the collector estimates it.
Estimate estimate_of(const KpiDefinition& kpi, const PairSeries& series)
{
    return kpi.kind == KpiKind::mean_of_days ? estimate_mean(series.numerators)
                                             : estimate_ratio(series.moments());
}

ScopeResult first_of(const ScopeResult& scope, std::int64_t count, bool is_whole)
{
    ScopeResult first{.name = scope.name, .kpis = {}, .outcomes = {}};
    for (const KpiResult& kpi : scope.kpis)
        if (kpi.series.count() >= count) {
            PairSeries series = first_of(kpi.series, count);
            const Estimate estimate = estimate_of(*kpi.kpi, series);
            first.kpis.push_back({kpi.kpi, estimate, none, none, none, std::move(series)});
        } else if (is_whole)
            first.kpis.push_back(kpi);
    if (is_whole)
        first.outcomes = scope.outcomes;
    return first;
}

} // namespace

ExperimentResult first_runs(const ExperimentResult& result, std::int64_t replications)
{
    SWITCHROOM_CHECK(replications > 0 && replications <= result.replications, "runs that there are");
    const bool is_whole = replications == result.replications;
    ExperimentResult first;
    first.centre = result.centre;
    first.seed = result.seed;
    first.replications = replications;
    first.checks = result.checks;
    const auto fill = [&](const std::vector<ScopeResult>& from, std::vector<ScopeResult>& into) {
        for (const ScopeResult& scope : from)
            into.push_back(first_of(scope, replications, is_whole));
    };
    fill(result.contacts, first.contacts);
    fill(result.groups, first.groups);
    fill(result.segments, first.segments);
    first.total = first_of(result.total, replications, is_whole);
    return first;
}

} // namespace switchroom
