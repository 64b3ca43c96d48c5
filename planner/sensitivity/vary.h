#pragma once
/// What a figure hangs on: a scenario with one of its assumptions a little lower or higher, everything else
/// and the callers' luck as they were.

#include "sim/scenario/scenario.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// An assumption that can be wrong.
enum class Lever {
    volume, ///< arrivals of every contact that has a rate or a log of its own; not a vendor's other clients
    handle_time,   ///< talk, handle and wrap-up of contacts, and of groups that have laws of their own
    patience,      ///< of every contact that has one
    shrinkage,     ///< absence by day and in the day, of every group
    forecast_error ///< how far volumes may be off: bias and spread of [uncertainty] forecast_error
};
inline constexpr std::array all_levers{Lever::volume, Lever::handle_time, Lever::patience, Lever::shrinkage,
                                       Lever::forecast_error};

/// "volume", "handle time", "patience", "shrinkage", "forecast error".
std::string_view to_text(Lever lever);

struct Varied {
    Scenario scenario;
    bool changes = false;           ///< false: the scenario has nothing of it, such as patience
    std::vector<std::string> notes; ///< what could not be scaled, a sentence each: empirical laws
};

/// Multiplies the assumption by `factor` > 0; shares stay at most 0.95.
Varied varied(const Scenario& scenario, Lever lever, double factor);

} // namespace switchroom
