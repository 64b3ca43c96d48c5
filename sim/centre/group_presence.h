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

/// When this person of the group is there.
Timeline<int> person_scheduled(const Group& group, std::size_t person, const CompileContext& context);

/// The people who are in `all` and not among `some` of them.
Timeline<int> without(const Timeline<int>& all, const Timeline<int>& some);

/// The presence of a group that stands in for others: at any time this share of the people scheduled in them,
/// rounded to the nearest whole number, a half up. Precondition: `floats.of` name groups, none of which
/// floats; `presence` holds theirs.
Presence floating(const Floats& floats, std::size_t group, const CompileContext& context);

} // namespace switchroom
