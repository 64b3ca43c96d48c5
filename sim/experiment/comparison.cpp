#include "sim/experiment/comparison.h"

#include "sim/base/check.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

/// A difference and the two series it comes from.
struct Pending {
    Difference difference;
    const PairSeries* base = nullptr;
    const PairSeries* changed = nullptr;
};

/// A mean of days may be undefined in a replication; then that replication pairs with nothing in either
/// scenario.
Estimate difference_of(const Pending& pending, double level)
{
    if (pending.difference.kpi->kind != KpiKind::mean_of_days)
        return paired_difference(*pending.base, *pending.changed, level);
    std::vector<double> differences;
    for (std::size_t r = 0; r < pending.base->numerators.size(); ++r)
        differences.push_back(pending.changed->numerators[r] - pending.base->numerators[r]);
    return estimate_mean(differences, level);
}

void pair_scopes(const std::string& scenario, const std::string& scope, const ScopeResult& base,
                 const ScopeResult& changed, std::vector<Pending>& into)
{
    for (const KpiResult& result : changed.kpis) {
        const KpiResult* counterpart = base.find(result.kpi->name, result.kpi->key);
        if (!counterpart || result.series.count() == 0 || counterpart->series.count() == 0)
            continue;
        Difference difference{.scenario = scenario, .scope = scope, .name = changed.name, .kpi = result.kpi};
        into.push_back({std::move(difference), &counterpart->series, &result.series});
    }
}

void pair_by_name(const std::string& scenario, const std::string& scope, const std::vector<ScopeResult>& base,
                  const std::vector<ScopeResult>& changed, std::vector<Pending>& into)
{
    for (const ScopeResult& one : changed)
        for (const ScopeResult& counterpart : base)
            if (counterpart.name == one.name)
                pair_scopes(scenario, scope, counterpart, one, into);
}

} // namespace

Comparison compare(std::vector<ExperimentResult> scenarios)
{
    SWITCHROOM_CHECK(!scenarios.empty(), "a comparison has at least one scenario");
    const ExperimentResult& base = scenarios.front();
    std::vector<Pending> all;
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
        const ExperimentResult& changed = scenarios[s];
        SWITCHROOM_CHECK(changed.replications == base.replications,
                         "compared scenarios have the same replications");
        pair_by_name(changed.centre.scenario, "contact", base.contacts, changed.contacts, all);
        pair_by_name(changed.centre.scenario, "group", base.groups, changed.groups, all);
        pair_by_name(changed.centre.scenario, "segment", base.segments, changed.segments, all);
        pair_scopes(changed.centre.scenario, "total", base.total, changed.total, all);
    }
    const double level = simultaneous_level(0.95, all.size());
    Comparison comparison;
    for (Pending& pending : all) {
        Difference& difference = pending.difference;
        const Estimate alone = difference_of(pending, 0.95);
        difference.mean = alone.mean;
        difference.half_width_95 = alone.half_width;
        difference.half_width_95_simultaneous = difference_of(pending, level).half_width;
        difference.significant = std::abs(difference.mean) > difference.half_width_95_simultaneous;
        comparison.differences.push_back(std::move(difference));
    }
    comparison.scenarios = std::move(scenarios);
    return comparison;
}

} // namespace switchroom
