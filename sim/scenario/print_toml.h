#pragma once
/// Node tree → TOML text.

#include "sim/scenario/node.h"

#include <string>

namespace switchroom {

/// On one line: `{ family = "gamma", cv = 0.18 }`.
std::string toml_literal(const Node& node);

/// A document: plain values first, then [tables] and [[sections]]; long values on several lines where TOML
/// lets them.
std::string print_toml(const Node& root);

} // namespace switchroom
