#pragma once
/// Node tree → TOML text.

#include "sim/scenario/node.h"

#include <string>
#include <string_view>

namespace switchroom {

/// On one line: `{ family = "gamma", cv = 0.18 }`.
std::string toml_literal(const Node& node);

/// A key, in quotes where it needs them.
std::string toml_key(std::string_view key);

/// One element of a list as `[[name]]` with all below it.
std::string print_section(const std::string& name, const Node& table);

/// A document: plain values first, then [tables] and [[sections]]; long values on several lines where TOML
/// lets them.
std::string print_toml(const Node& root);

} // namespace switchroom
