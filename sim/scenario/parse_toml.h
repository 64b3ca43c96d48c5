#pragma once
/// TOML text → Node tree. The only place that knows the TOML library.

#include "sim/scenario/node.h"

namespace switchroom {

/// The whole document as a table, every node with its place in `file`. A syntax error is one diagnostic at
/// its line and column (the parser cannot go on behind it).
Result<Node> parse_toml(std::string_view text, const std::string& file);

} // namespace switchroom
