#pragma once
/// The sections of a report, each a function that adds its blocks to a document and leaves itself out where
/// there is nothing to say. build_report() puts them in order.

#include "planner/report/document.h"
#include "planner/report/report_input.h"

namespace switchroom::report {

/// The whole report. Precondition: at least one scenario, results and scenarios as long as each other, rows
/// of the grid.
Document build_report(const ReportInput& input);

/// What the run says to the scenario's [[expect]] that need no other scenario. `result` has the probes of all
/// of them.
std::vector<ExpectationResult> own_expectations(const Scenario& scenario, const ExperimentResult& result);

/// In plain words, with key figures.
void add_summary(const ReportInput& input, Document& document);
/// Every figure side by side, with paired differences to the first.
void add_comparison(const ReportInput& input, Document& document);
/// How likely each scenario is the best; nothing where there is only one.
void add_chances(const ReportInput& input, Document& document);
/// The chosen KPI by weekday and time of day.
void add_week(const ReportInput& input, Document& document);
/// Requirement against roster on the busiest day.
void add_staffing(const ReportInput& input, Document& document);
/// How much runs differ, with the target drawn in.
void add_spread(const ReportInput& input, Document& document);
/// Costs of a month as waterfalls and a table.
void add_money(const ReportInput& input, Document& document);
/// Risk of each clause, and the invoice.
void add_contracts(const ReportInput& input, Document& document);
/// Figures in the order of the patient journey, for a quality review.
void add_quality_review(const ReportInput& input, Document& document);
/// What practitioners fear, and by how much each scenario reduces it.
void add_fears(const ReportInput& input, Document& document);
/// Contacts and groups one by one.
void add_details(const ReportInput& input, Document& document);
/// What was assumed, where figures come from, how to get the same page again.
void add_assumptions(const ReportInput& input, Document& document);

} // namespace switchroom::report
