#pragma once
/// How the sections of a report look up what they speak of.

#include "planner/report/cell.h"
#include "planner/report/report_input.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::report {

/// For how long totals are told: a month, or the run as it is where it is shorter than a week.
struct Period {
    double factor = 1.0; ///< a run's total × factor
    std::string words;   ///< "a month", "a run of 1 day"
};
Period period_of(const ExperimentResult& result);

/// Length of a mean month in days.
inline constexpr double days_a_month = 365.25 / 12.0;

std::size_t scenario_count(const ReportInput& input);
const std::string& scenario_name(const ReportInput& input, std::size_t scenario);
const ExperimentResult& result_of(const ReportInput& input, std::size_t scenario);

/// A KPI of the total; null where it was not collected.
const KpiResult* total_of(const ReportInput& input, std::size_t scenario, std::string_view kpi);

/// The estimate of a KPI of the total; NaN where it was not collected. Totals are told for `period`.
Estimate estimate_of(const ReportInput& input, std::size_t scenario, std::string_view kpi);

/// A KPI of the total as a cell, totals for the scenario's period; an undefined figure where there is none.
Cell total_cell(const ReportInput& input, std::size_t scenario, std::string_view kpi);

/// The paired difference of a KPI of the total to the first scenario; null where there is none.
const Difference* difference_of(const ReportInput& input, std::size_t scenario, std::string_view kpi);

/// That difference as a cell for the scenario's period, toned by whether it is better beyond chance.
Cell change_cell(const ReportInput& input, std::size_t scenario, std::string_view kpi);

/// Titles for tables: totals say for how long.
std::string title_of(const ReportInput& input, const KpiDefinition& kpi);

/// "NAME" of each scenario, then "change" (or "change: NAME" where there are several).
std::vector<std::string> scenario_headings(const ReportInput& input);

/// A row of a KPI of the total under scenario_headings; the label first.
std::vector<Cell> scenario_row(const ReportInput& input, const std::string& label, std::string_view kpi);

/// Whether any scenario has a figure of it that is not exactly 0: what never happens anywhere needs no line.
bool anybody_has(const ReportInput& input, std::string_view kpi);

/// "81.1 % to 90.6 %", in one piece.
Cell interval_cell(KpiUnit unit, double low, double high);

/// With its first letter large, if it is one of a … z.
std::string capitalised(std::string_view text);

} // namespace switchroom::report
