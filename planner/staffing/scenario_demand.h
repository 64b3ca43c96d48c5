#pragma once
/// What a compiled scenario expects of each group of agents, for the formulas.
///
/// A contact type counts at its home: the first group with the skill that its open route offers to. So nobody
/// is counted twice, and rounding up happens once a group; what flows on to other groups is left to
/// simulation. Calls outside the contact's hours need nobody. A replayed log counts as a rate that is level
/// in each interval. Laws that vary over the day make one stream each.

#include "planner/staffing/demand.h"
#include "sim/centre/centre_model.h"
#include "sim/scenario/scenario.h"

namespace switchroom {

/// One pool for each group that is home to a contact of the scenario itself. Precondition: `model` was
/// compiled from `scenario` with reporting intervals.
Demand scenario_demand(const Scenario& scenario, const CentreModel& model);

} // namespace switchroom
