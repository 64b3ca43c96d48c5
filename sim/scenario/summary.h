#pragma once
/// What was understood of a scenario, in plain words, so that its writer can see whether it says what was
/// meant.

#include "sim/scenario/document.h"

#include <string>

namespace switchroom {

/// Several lines, each ending with a newline; no line is longer than about 100 columns unless a name is.
std::string summary_text(const ScenarioDocument& document);

} // namespace switchroom
