#pragma once
/// Compiles the steps of a route that are not offers to people. Part of compile().

#include "sim/centre/compile_context.h"

namespace switchroom {

/// Appends the bot as a step. `path` is its place in the document.
void add_bot(const BotStep& bot, const std::string& path, CompileContext& context);

} // namespace switchroom
