#pragma once
/// How many people of a group are scheduled when, and when all of them are in a meeting.

#include "sim/centre/compile_context.h"

#include <cstddef>

namespace switchroom {

/// The presence of group number `group` of the scenario over the whole calendar. Rules:
/// - `agents = 3` holds during the practice's hours, round the clock where there are none;
/// - weekly steps and weekday tables hold on their days; on closures the practice's own people are off, a
/// vendor's go on;
/// - a table by date, or a log, holds for its dates and 0 on others;
/// - shifts and individuals count the people whose windows hold the instant.
/// Errors (unreadable file) go into the context.
Presence presence_of(std::size_t group, CompileContext& context);

/// Instants at which somebody is scheduled and not away.
Spans answering(const Presence& presence, const Calendar& calendar);

} // namespace switchroom
