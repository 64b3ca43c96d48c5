#pragma once
/// Where in the week a team has fewer people on the roster than its calls need.

#include "gui/view_models/run_feed.h"

#include <cstddef>
#include <optional>
#include <string>

namespace switchroom::gui {

/// The team of the practice that is shortest of people, and when.
struct StaffShortage {
    std::string group;
    std::size_t row = 0;      ///< of the snapshot's grid: where most people are missing
    double needed = 0.0;      ///< people, there
    double scheduled = 0.0;   ///< people, there
    double short_hours = 0.0; ///< hours of the first week with fewer people than needed
    double call_hours = 0.0;  ///< hours of the first week in which its calls need anybody
};

/// Requirements as on screen Day (report::staff_needs), of every day of the first week; vendors' teams are
/// left out unless there are no others. None: nobody is short by half a person, or nothing is known.
/// Takes up to a few hundred milliseconds. Precondition: snapshot.loaded.
std::optional<StaffShortage> staff_shortage(const RunSnapshot& snapshot);

} // namespace switchroom::gui
