#pragma once
/// Contacts whose profiles count attempts, as an ACD does.

#include "sim/centre/compile_context.h"

namespace switchroom {

/// Replaces the rates of every contact of the model that counts attempts (by itself, by its profile or by its
/// source) by those of its needs, by the approximation of attempt_counts.h. Precondition: contacts, skills
/// and presence are compiled.
void take_out_redials(CompileContext& context);

} // namespace switchroom
