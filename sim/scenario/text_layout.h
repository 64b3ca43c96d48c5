#pragma once
/// Where things stand in the text of a TOML file, by byte offsets: what an edit needs to change one value and
/// leave every other byte.

#include "sim/scenario/value_path.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct TextEntry;

/// A value from its first byte to behind its last.
struct TextValue {
    enum class Shape { plain, list, table };
    Shape shape = Shape::plain;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<TextValue> items;   ///< of a list
    std::vector<TextEntry> entries; ///< of a table in braces
};

/// `key = value`, the key perhaps dotted.
struct TextEntry {
    ValuePath key;
    std::size_t begin = 0;
    TextValue value;
};

/// A [header] or [[header]] and what stands under it; the first of a file is its top, without a header.
struct TextSection {
    ValuePath path; ///< with the positions in lists of sections: contracts[1].sla[0]
    bool of_list = false;
    std::size_t begin = 0; ///< of the header
    std::size_t end = 0;   ///< behind the header's ]
    std::vector<TextEntry> entries;

    /// Behind the last thing that it says.
    std::size_t end_of_last() const { return entries.empty() ? end : entries.back().value.end; }
};

struct TextLayout {
    std::vector<TextSection> sections;
};

/// Precondition: `text` is valid TOML.
TextLayout layout_of(std::string_view text);

/// A value that stands in one piece, and what holds it.
struct TextSpot {
    const TextSection* section = nullptr;
    const TextEntry* entry = nullptr;     ///< the statement in which it stands
    const TextValue* value = nullptr;     ///< null: it does not stand in one piece
    const TextValue* container = nullptr; ///< list or table in braces that holds it; null: a statement
    std::size_t position = 0;             ///< in the container
};

TextSpot find_spot(const TextLayout& layout, const ValuePath& path);

/// Where the line with this byte begins, and where the next one does.
std::size_t line_begin(std::string_view text, std::size_t at);
std::size_t line_end(std::string_view text, std::size_t at);
/// Whether the line that begins there holds nothing, or nothing but a comment.
bool is_blank_line(std::string_view text, std::size_t begin);
bool is_comment_line(std::string_view text, std::size_t begin);

} // namespace switchroom
