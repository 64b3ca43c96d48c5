#pragma once
/// How many people a day of the first week needs, beside how many are on the roster.

#include "planner/report/week_grid.h"
#include "sim/base/result.h"
#include "sim/scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom::report {

/// One group of agents on that day, by steps of the grid. Steps in which nobody calls need nobody.
struct StaffNeed {
    std::string group;
    std::size_t weekday = 0;        ///< Monday 0
    std::vector<double> needed;     ///< people answering; NaN in all steps where no number reaches the target
    std::vector<double> scheduled;  ///< on the roster, mean over the step
    std::vector<std::string> goals; ///< what it is needed for: "80 % within 30 s (answered/offered)"
    std::string unreachable;        ///< why there is no requirement; else empty
};

/// For each group that is home to a contact (planner/staffing/scenario_demand.h) the requirement by modified
/// offered load, the greatest of a step's intervals; groups with the most calls first. Empty if nothing is
/// offered to anybody. The day is the first one of `weekday` (Monday 0) that the calendar has in its first
/// week, else the busiest. Precondition: `model` was compiled from `scenario` with reporting intervals.
std::vector<StaffNeed> staff_needs(const Scenario& scenario, const CentreModel& model,
                                   const Calendar& calendar, const WeekGrid& grid,
                                   std::optional<std::size_t> weekday = {});

} // namespace switchroom::report
