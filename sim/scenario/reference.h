#pragma once
/// docs/reference/scenario-keys.md: every key with its type, range and default, made from the schema.

#include <string>

namespace switchroom {

/// The page in Markdown.
std::string scenario_keys_page();

} // namespace switchroom
