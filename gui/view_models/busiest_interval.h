#pragma once
/// The interval of a scenario in which one group has the most work, as the formulas would be asked about it.

#include "sim/experiment/load_model.h"

#include <optional>
#include <string>

namespace switchroom::gui {

struct BusiestInterval {
    std::string group;
    double at_s = 0.0; ///< from midnight of its day
    double calls_per_hour = 0.0;
    double handle_s = 0.0;   ///< mean over its calls
    double patience_s = 0.0; ///< mean over its calls; infinity: nobody hangs up
    int agents = 0;          ///< scheduled then
    double within_s = 20.0;  ///< of the group's first service-level goal
    double share = 0.8;      ///< of the same
};

/// Empty where no group of the scenario takes calls.
std::optional<BusiestInterval> busiest_interval(const LoadedModel& loaded);

} // namespace switchroom::gui
