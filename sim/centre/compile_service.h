#pragma once
/// Compiles what an answer brings with it: transfers, somebody on call, several chats at once, outcomes.
/// Part of compile().

#include "sim/centre/compile_context.h"

namespace switchroom {

/// Sets the transfer, on_call, chat and outcomes of the contact's model. `path` is the contact's place in the
/// document.
void compile_service(const Contact& source, const std::string& path, ModelContact& contact,
                     CompileContext& context);

} // namespace switchroom
