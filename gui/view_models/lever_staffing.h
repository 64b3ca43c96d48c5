#pragma once
/// A group's staffing by part of the weekday, for levers: "agents at noon".

#include "sim/scenario/scenario.h"

#include <array>
#include <optional>

namespace switchroom::gui {

enum class DayPart { morning, noon, afternoon };
inline constexpr std::array all_day_parts{DayPart::noon, DayPart::morning, DayPart::afternoon};

/// 06:00–12:00, 12:00–14:00, 14:00–18:00.
ClockWindow window_of(DayPart part);

/// How many agents steps say for that part of a weekday: the number that holds longest while anybody is there
/// (the earlier one where two hold equally long). None where nobody is there, or staffing is not by steps.
/// Where weekdays differ it is that of the first.
std::optional<int> agents_in(const Group& group, DayPart part);

/// Staffing with that number in that part of every weekday. Where it varies within the part all of it moves
/// by the same number of people, never below 0. Times at which nobody is there stay so, but for those at
/// which `original` had somebody. Steps appear at the part's edges where they are needed.
Staffing with_agents_in(const Group& group, const Group* original, DayPart part, int agents);

} // namespace switchroom::gui
