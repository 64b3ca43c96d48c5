#pragma once
/// A scenario made from a handful of options, for a promise that has no file yet.

#include "cli/options.h"
#include "sim/base/result.h"

#include <string>
#include <vector>

namespace switchroom {

/// --volume, --open, --handle, --patience, --agents, --promise, --shape, --volume-cv, --days.
std::vector<OptionSpec> quick_promise_options();

/// True if any of them was given that makes sense only without a file.
bool asks_for_quick_promise(const Options& options);

/// The text of a scenario file that says what the options say, with every assumption written out. All
/// complaints at once.
Result<std::string> quick_promise_scenario(const Options& options);

} // namespace switchroom
