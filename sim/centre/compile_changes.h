#pragma once
/// Changes of period: opening hours, staffing, meetings, as the engine's ascending list.

#include "sim/centre/compile_context.h"

namespace switchroom {

/// The skill is used during the spans (see ChangeKind::skill_active).
void add_skill_spans(std::uint32_t skill, const Spans& spans, CompileContext& context);

/// Contact `contact` is open during `spans`.
void add_open_spans(std::uint32_t contact, const Spans& spans, CompileContext& context);

/// The scheduled numbers and away windows of every group.
void add_group_changes(CompileContext& context);

/// Orders all changes by instant; within one in the order they were added. Changes outside [begin_s, end_s)
/// are never added: what holds at begin_s is stated there, and draining keeps what held at the end.
void sort_changes(CompileContext& context);

} // namespace switchroom
