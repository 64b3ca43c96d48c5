#pragma once
/// How likely each of several scenarios is the best one, met by the same callers.

#include "sim/experiment/results.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// Of one scenario. Both shares add up to 1 over the scenarios; ties are shared.
struct BestChance {
    std::string scenario;
    double in_a_run =
        0.0; ///< share of the runs in which its figure is the best: luck of single months included
    double on_average =
        0.0; ///< probability that its figure over all time is the best, as far as the runs tell
};

/// By one figure.
struct BestChances {
    std::string figure; ///< KPI name, or "cost"
    std::string title;  ///< for people
    bool higher_is_better = true;
    std::vector<BestChance> scenarios;
};

/// One figure of several scenarios, run r of one paired with run r of the others.
///
/// in_a_run counts runs. on_average resamples runs with replacement, all scenarios together, 4 000 times
/// (Efron 1979) and counts how often each has the best ratio of sums; draws are a function of seed, resample
/// and position, so the answer never depends on anything else. Runs in which some scenario has no figure
/// count nowhere in in_a_run. Precondition: equal numbers of runs, at least one scenario.
std::vector<BestChance> best_chances(const std::vector<PairSeries>& figures, bool higher_is_better,
                                     std::uint64_t seed);

/// What a run costs, run by run: wages of all groups, a vendor's included where an hour of them has a price,
/// and the value of lost callers. A vendor's invoice is not in it.
PairSeries cost_of_runs(const ExperimentResult& result);

/// By a KPI of the total, or by "cost" (cost_of_runs). Empty scenarios if a result lacks the KPI's runs or
/// the KPI says not which way is good: see may_be_best_in.
BestChances best_chances_by(const std::vector<ExperimentResult>& results, std::string_view figure);

/// True of "cost" and of KPIs of the total that have a good direction and a figure in every run.
bool may_be_best_in(std::string_view figure);

} // namespace switchroom
