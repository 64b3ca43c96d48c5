#pragma once
/// From a scenario to a file: from scratch, or as the smallest edit of the text that somebody wrote.

#include "sim/base/result.h"
#include "sim/scenario/scenario.h"

#include <string>
#include <string_view>

namespace switchroom {

/// The whole scenario as TOML: keys in the order of the schema, defaults left out. Reading it back gives an
/// equal Scenario.
std::string write_scenario(const Scenario& scenario);

/// `text` with the value at `path` ("contacts[2].talk.mean") replaced by a TOML literal (`"3min"`, `0.8`,
/// `[["08:00", 2]]`); every other character stays, comments included. Errors: `text` or `literal` is not
/// TOML, or `text` itself has no such value (it may stand in an included file, or be a default).
Result<std::string> set_value(std::string_view text, std::string_view path, std::string_view literal);

} // namespace switchroom
