#pragma once
/// Levers that multiply: call volume, handle time, patience. 1 is what the scenario said when it was opened.

#include "planner/sensitivity/vary.h"
#include "sim/scenario/scenario.h"

#include <optional>

namespace switchroom::gui {

/// By how much the scenario has moved from `original`: the mean over what the lever moves. None where it
/// moves nothing.
std::optional<double> factor_of(const Scenario& scenario, const Scenario& original, Lever lever);

/// The scenario at this factor of `original`. What has been edited beside the lever moves along in
/// proportion; what has not is exactly original × factor (times rounded to a tenth of a second, from 100 s on
/// to seconds).
Scenario at_factor(const Scenario& scenario, const Scenario& original, Lever lever, double factor);

} // namespace switchroom::gui
