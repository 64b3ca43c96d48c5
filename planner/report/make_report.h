#pragma once
/// From loaded scenarios to a report, the one way that the command line and the window take: load, lay the
/// week under all of them, run, study the contracts, build. Between the steps each shows progress in its own
/// manner.
///
///   auto all = load_side_by_side(files, paths, loading_of_report({}));
///   auto input = prepare_report(*all, {.heat_kpi = "service_level", .version = "1.2"});
///   take_results(*all, run_experiments(…kpis_of_report("service_level")…), *input);
///   study_all_contracts({.files = &files}, progress, *input);
///   const std::string page = to_html(build_report(*input));

#include "planner/report/contract_lines.h"
#include "planner/report/report_input.h"
#include "sim/experiment/kpi_selection.h"
#include "sim/experiment/load_model.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::report {

struct ReportPlan {
    std::string heat_kpi = "service_level"; ///< shown by weekday and time of day; see may_be_shown_over_week
    std::string version;                    ///< of the program
};

/// A rate or a mean of calls: what may be shown by weekday and time of day.
bool may_be_shown_over_week(std::string_view kpi);

/// How models of a report are loaded.
LoadOptions loading_of_report(LoadOptions options);

/// What a report shows needs these figures.
KpiSelection kpis_of_report(const std::string& heat_kpi);

/// Lays the week's grid under every centre and gathers what is known before a run. The input refers to the
/// documents of `all`, which outlives it and stays where it is. Errors: a calendar that cannot be made.
/// Precondition: at least one, loaded as loading_of_report says and fit to be compared.
Result<ReportInput> prepare_report(std::vector<LoadedModel>& all, const ReportPlan& plan);

/// Compares the results and holds them against the scenarios' own expectations. Precondition: a result for
/// each of `all`, in its order, with equal numbers of replications, at least one.
void take_results(const std::vector<LoadedModel>& all, std::vector<ExperimentResult> results,
                  ReportInput& input);

} // namespace switchroom::report
