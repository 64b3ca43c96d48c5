#pragma once
/// Compiles what agents do when: breaks within shifts, and contacts for which time is set apart. Part of
/// compile().

#include "sim/centre/compile_context.h"

namespace switchroom {

/// When breaks fall due. A shift's people take theirs one after the other, spread evenly over the break's
/// window: n of them begin at from + k (to − length − from) / (n − 1). A window that a shift holds only in
/// part is cut to the shift; where it is then too short there is no break.
void add_breaks(CompileContext& context);

/// When each group serves which contact (`works`). A contact named in some entry is served in that entry's
/// windows only; during the windows of an entry that says `only`, nothing else is.
void add_working_hours(CompileContext& context);

} // namespace switchroom
