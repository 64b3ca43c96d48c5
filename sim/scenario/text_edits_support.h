#pragma once
/// What the edits of text share. Internal to this folder.

#include "sim/scenario/text_layout.h"

#include <optional>
#include <string>
#include <string_view>

namespace switchroom {

/// The line end of this text: that of its first line.
std::string line_end_of(std::string_view text);

/// `text` with [begin, end) replaced.
std::string spliced(std::string_view text, std::size_t begin, std::size_t end, std::string_view by);

/// White space from the beginning of the line up to `at`; nothing if anything else stands there.
std::optional<std::string> indent_before(std::string_view text, std::size_t at);

/// "a.b.c" as a key of the file.
std::string key_text(const ValuePath& keys);

/// The lines of a section with the indented comments that go on from its last line; no blank lines.
struct TextBlock {
    std::size_t begin = 0; ///< of the header's line
    std::size_t end = 0;   ///< beginning of the first line behind it
};
TextBlock block_of(std::string_view text, const TextSection& section);

/// Where a section begins together with the comments that stand directly above it.
std::size_t begin_with_comments(std::string_view text, std::size_t begin);

/// Where in the file the top key of a section belongs: its rank in the schema's order.
std::size_t rank_of_top_key(std::string_view key);

/// Without one element of a list, or one entry of a table in braces.
std::string without_item(std::string_view text, const TextValue& container, std::size_t position);

/// Lines put in front of `at` with one blank line around them.
std::string with_block_at(std::string_view text, std::size_t at, std::string_view block);

} // namespace switchroom
