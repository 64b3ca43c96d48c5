#pragma once
/// When shifts really start: adherence noise of one replication.

#include "sim/centre/replication.h"
#include "sim/centre/run_state.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// Fills `starts` with the moments at which the group has more or fewer people than its plan says, ascending;
/// empty where its shifts start on time. Each agent (position in the group) starts each shift by a normal
/// deviate of its own (mean 0, standard deviation start_sd_s; keyed by agent, date and shift of the day)
/// early or late, at most half a shift late; nobody stays longer or shorter for that. Nothing is there
/// before the model begins.
void draw_starts(std::vector<StartShift>& starts, const CentreModel& model, std::uint32_t group,
                 ReplicationKey key);

} // namespace switchroom
