#pragma once
/// Several scenarios met by the same callers: what each changes against the first, with the doubt of a paired
/// difference, which is far smaller than that of two separate runs (common random numbers, docs/model.md).

#include "sim/experiment/best_chance.h"
#include "sim/experiment/results.h"

#include <string>
#include <vector>

namespace switchroom {

/// Scenario minus first scenario in one KPI of one scope. NaN where either is undefined.
struct Difference {
    std::string scenario;
    std::string scope; ///< "contact", "group", "segment" or "total"
    std::string name;  ///< of the contact or group; "total"
    const KpiDefinition* kpi = nullptr;
    double mean = 0.0;
    double half_width_95 = 0.0;              ///< of this difference alone
    double half_width_95_simultaneous = 0.0; ///< all differences of the comparison hold at once (Bonferroni)
    bool significant = false;                ///< by the simultaneous one
};

struct Comparison {
    std::vector<ExperimentResult> scenarios; ///< the first is the base
    std::vector<Difference>
        differences;               ///< by scenario, then contacts, groups, total; KPIs in the table's order
    std::vector<BestChances> best; ///< by the figures that somebody asked for
};

/// Compares scope by scope those that both scenarios have by name. Quantiles of pooled waits have no pairs
/// and are left out. Precondition: equal numbers of replications, at least one scenario.
Comparison compare(std::vector<ExperimentResult> scenarios);

} // namespace switchroom
