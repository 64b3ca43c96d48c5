#pragma once
/// The costs of a scenario for its period (a month, or a run shorter than a week), added up.

#include "planner/report/report_input.h"

#include <vector>

namespace switchroom::report {

struct CostTable {
    std::vector<CostLine> lines; ///< of kinds in their order; lines of nothing left out
    Estimate total;
    Estimate without_lost; ///< without the value of lost callers
};

/// Wages of the practice's groups, paid hours of a vendor's groups where those have an hourly cost, the
/// vendor's invoice and credits and other lines that the scenario brings, technology ([[costs]]: monthly
/// amounts, and amounts per agent and year by paid full-time equivalents; amounts due once are no monthly
/// cost), the value of lost callers. The total's half-width is that of the sum, run by run, where the parts
/// come from the runs; lines from elsewhere are taken as independent of them.
CostTable costs_of(const ReportInput& input, std::size_t scenario);

/// What each run costs for the period, lines from elsewhere added to each.
PairSeries cost_series(const ReportInput& input, std::size_t scenario);

/// Costs of the scenario minus those of the first, for the period, run by run on the same callers.
Estimate cost_change(const ReportInput& input, std::size_t scenario);

} // namespace switchroom::report
