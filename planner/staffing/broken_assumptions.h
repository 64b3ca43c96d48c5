#pragma once
/// Which assumptions of the staffing formulas a scenario breaks, in words for people.

#include "planner/staffing/demand.h"
#include "sim/centre/centre_model.h"

#include <string>
#include <vector>

namespace switchroom {

/// One sentence for each broken assumption, with what it does to the answer. `erlang_c`: that formula is
/// among those asked.
std::vector<std::string> broken_assumptions(const CentreModel& model, const Demand& demand, bool erlang_c);

} // namespace switchroom
