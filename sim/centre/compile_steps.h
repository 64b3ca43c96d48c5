#pragma once
/// Compiles the steps of a route that are not offers to people. Part of compile().

#include "sim/centre/compile_context.h"

namespace switchroom {

/// Each appends its step. `path` is its place in the document.
void add_voicemail(const VoicemailStep& voicemail, const std::string& path, CompileContext& context);
void add_callback(const CallbackStep& callback, const std::string& path, CompileContext& context);
void add_bot(const BotStep& bot, const std::string& path, CompileContext& context);

} // namespace switchroom
