#pragma once
/// Messages, callbacks and outbound calls of a scenario: who creates them, their promises, tiers and tries.

#include "sim/centre/compile_context.h"

#include <optional>
#include <string>

namespace switchroom {

/// True for channels whose contacts wait without a caller on the line.
bool is_work_channel(Channel channel);

/// Makes the contact one that comes as items of work. Precondition: its ModelContact stands in the model.
void compile_work(std::size_t index, std::uint32_t id, CompileContext& context);

/// The missed calls of a contact that become items.
void compile_missed(const OnAbandon& missed, const std::string& path, ModelContact& contact,
                    CompileContext& context);

/// Promises of a contact: the one that is given within a time, by a time of day, or none.
ModelPromise promise_of(const std::optional<Promise>& within, const std::optional<ClockTime>& by,
                        const Contact& contact, CompileContext& context);

/// How somebody is tried whom contact `contact` says how to reach.
ModelReach reach_of(const Contact& contact);

} // namespace switchroom
