#pragma once
/// How often a target is kept from run to run.

#include "planner/report/report_input.h"

#include <string>
#include <vector>

namespace switchroom::report {

/// The promise that a scenario makes itself about its service level, over the calls of the total.
struct LevelTarget {
    double share = 0.8;
    std::string words; ///< "80 % within 20 s (answered/offered)"
};

/// The targets of the contacts that enter the total, each once; contacts without a target promise nothing.
std::vector<LevelTarget> level_targets(const ExperimentResult& result);

/// A share of runs with its 95 % interval (Wilson 1927), which needs no large numbers.
struct ShareOfRuns {
    std::int64_t of = 0;
    std::int64_t kept = 0;
    double share = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// Runs in which the KPI of the total is at least `bound`. Runs without a value are left out.
ShareOfRuns runs_at_least(const KpiResult& kpi, double bound);

/// Each run's value, undefined ones left out.
std::vector<double> values_of_runs(const KpiResult& kpi);

} // namespace switchroom::report
