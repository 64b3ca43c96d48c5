#pragma once
/// What a scenario file may say and the engine does not simulate yet. The whole grammar is read and
/// validated; a run is refused rather than done without a part of what the file asks for. Each part leaves
/// this list when the engine learns it.

#include "sim/base/result.h"
#include "sim/scenario/document.h"

namespace switchroom {

/// One error for each part of the document that is not simulated yet, at its place, in the order of the file.
/// Empty: the scenario can be run.
Diagnostics not_simulated_yet(const ScenarioDocument& document);

} // namespace switchroom
