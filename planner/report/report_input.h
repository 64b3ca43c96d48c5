#pragma once
/// All that a report is made of.

#include "planner/report/money.h"
#include "planner/report/staff_need.h"
#include "planner/report/week_grid.h"
#include "sim/experiment/comparison.h"
#include "sim/scenario/document.h"

#include <string>
#include <vector>

namespace switchroom::report {

/// One scenario beside its results.
struct ReportedScenario {
    const ScenarioDocument* document = nullptr;
    std::vector<StaffNeed> staffing;
    std::vector<ClauseRisk> clauses;
    std::vector<InvoiceLine> invoice;
    std::vector<CostLine> further_costs; ///< a month's, beside wages, technology and lost callers
    std::vector<std::string> notes;      ///< what a reader must know; a sentence each
};

struct ReportInput {
    Comparison comparison;                   ///< its results have the rows of `grid`
    std::vector<ReportedScenario> scenarios; ///< as the comparison's
    WeekGrid grid;
    std::string heat_kpi = "service_level"; ///< shown over the week
    std::string version;                    ///< of the program
};

} // namespace switchroom::report
