#pragma once
/// Single changes of a TOML text at places of its own (positions count what this text holds, not what it
/// includes). Each returns the changed text, or nothing where the text offers no place for it; whether the
/// result says what was meant is for the caller to check.

#include "sim/scenario/value_path.h"

#include <optional>
#include <string>
#include <string_view>

namespace switchroom {

/// Replaces the value, or adds the key where the text has none: in its table in braces, in its section, or in
/// a new section.
std::optional<std::string> put_value(std::string_view text, const ValuePath& path, std::string_view literal);

/// Takes away a key with its lines, an element with its comma, or a section with all below it.
std::optional<std::string> take_away(std::string_view text, const ValuePath& path);

/// A new element of a list in brackets, before the one at this position or behind the last.
std::optional<std::string> insert_item(std::string_view text, const ValuePath& path,
                                       std::string_view literal);

/// A new [[section]] of a list, before the one at this position or behind the last one.
std::optional<std::string> insert_section(std::string_view text, const ValuePath& path, const Node& table);

/// An element of a list, in brackets or of sections, to another position.
std::optional<std::string> move_item(std::string_view text, const ValuePath& path, std::size_t to);

/// Whether anything of this value stands under a [header] of its own.
bool has_sections(std::string_view text, const ValuePath& path);

} // namespace switchroom
