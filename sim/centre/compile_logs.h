#pragma once
/// Recorded logs in the compiled model: callers replayed, staffing rebuilt from who served.

#include "sim/centre/compile_context.h"
#include "sim/centre/schedule_files.h"

#include <optional>
#include <string>

namespace switchroom {

/// Replays the log at `path` as the arrivals of contact `id`. Only calls inside [begin_s, end_s) come; a log
/// without any there is an error. The patience of callers who were answered is drawn from the contact's own
/// law or, where it gives none, from the hazard fitted to the replayed calls (kaplan_meier.h), under the
/// condition that it outlasts the wait that the caller stood. Precondition: the contact's patience is
/// compiled.
void compile_replay(const LogReplay& replay, const std::string& path, std::uint32_t id,
                    CompileContext& context);

/// People present in each interval of each date of the log, rebuilt from who served (staffing.h).
std::optional<StaffingTable> staffing_from_log(const StaffingFromLog& log, const std::string& path,
                                               CompileContext& context);

} // namespace switchroom
