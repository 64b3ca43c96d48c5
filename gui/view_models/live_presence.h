#pragma once
/// How many agents of a group are there when, in one replication: what the plan says, less who is absent or
/// in a meeting that day, and who is on a break.

#include "sim/centre/centre_model.h"
#include "sim/centre/replication.h"

#include <cstdint>
#include <span>
#include <vector>

namespace switchroom::gui {

/// From `at_s` on.
struct StaffedFrom {
    double at_s = 0.0;
    std::uint32_t scheduled = 0; ///< by the plan
    std::uint32_t staffed = 0;   ///< less those who are absent or away; breaks are not taken off
};

struct LivePresence {
    std::vector<StaffedFrom> steps;   ///< ascending
    std::vector<double> break_from_s; ///< of each break that somebody takes, ascending
    std::vector<double> break_to_s;   ///< ascending

    /// Nobody before the first step.
    StaffedFrom at(double at_s) const;
    std::uint32_t on_break(double at_s) const;
};

/// When somebody of the group is busy.
struct BusySpan {
    double from_s = 0.0;
    double to_s = 0.0;
};

/// Of the group at this position of the model and its individuals, if it has any. Who is absent is drawn by
/// the engine's own addresses, so these are the people whom the replication had. Breaks are taken as the
/// engine has them taken: idle people go at once, busy ones (`busy`, ascending by from_s) as they finish;
/// which of a group of named individuals goes is not told apart.
LivePresence presence_in(const CentreModel& model, std::uint32_t group, ReplicationKey key,
                         std::span<const BusySpan> busy);

} // namespace switchroom::gui
