#pragma once
/// What the contracts of a scenario come to, as a report shows it.

#include "planner/contract/promise_study.h"
#include "planner/report/report_input.h"

namespace switchroom {

/// Adds risks of clauses, the invoice of an average month, and its lines among the costs.
void add_contracts(const PromiseStudy& study, report::ReportedScenario& scenario);

} // namespace switchroom
