#pragma once
/// Compiles [experience]. Part of compile().

#include "sim/centre/compile_context.h"

namespace switchroom {

/// Sets the model's experience; nobody is rated where the scenario has none.
void compile_experience(CompileContext& context);

} // namespace switchroom
