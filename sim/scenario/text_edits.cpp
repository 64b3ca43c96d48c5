#include "sim/scenario/text_edits.h"

#include "sim/scenario/print_toml.h"
#include "sim/scenario/text_edits_support.h"

#include <algorithm>

namespace switchroom {

namespace {

ValuePath full_path(const TextSection& section, const TextEntry& entry)
{
    ValuePath full = section.path;
    full.insert(full.end(), entry.key.begin(), entry.key.end());
    return full;
}

ValuePath tail(const ValuePath& path, std::size_t from)
{
    return {path.begin() + static_cast<std::ptrdiff_t>(from), path.end()};
}

bool is_all_keys(const ValuePath& path)
{
    return std::none_of(path.begin(), path.end(), [](const PathStep& step) { return step.position; });
}

/// `key = literal` into a table in braces.
std::string added_to_table(std::string_view text, const TextValue& table, const std::string& entry)
{
    if (table.entries.empty())
        return spliced(text, table.begin, table.end, "{ " + entry + " }");
    const std::size_t end = table.entries.back().value.end;
    return spliced(text, end, end, ", " + entry);
}

/// A line of its own below the statement (or header) that ends there.
std::string added_line(std::string_view text, std::size_t end_of_above, const std::string& line)
{
    const std::string newline = line_end_of(text);
    const std::size_t at = line_end(text, end_of_above);
    const bool is_closed = at > 0 && text[at - 1] == '\n';
    return spliced(text, at, at, is_closed || at == 0 ? line + newline : newline + line);
}

/// Under a section: below its last statement, with the indentation of that.
std::string added_to_section(std::string_view text, const TextSection& section, const std::string& entry)
{
    if (section.entries.empty() && section.path.empty() &&
        section.begin == section.end) { // a file of headers
        const std::string newline = line_end_of(text);
        return spliced(text, section.end, section.end, entry + newline);
    }
    if (section.entries.empty())
        return added_line(text, section.end, entry);
    const TextEntry& last = section.entries.back();
    return added_line(text, last.value.end, indent_before(text, last.begin).value_or("") + entry);
}

/// A new [header] with one entry, where the schema's order wants it.
std::string added_section(std::string_view text, const TextLayout& layout, const std::string& name,
                          const std::string& entry, const std::string& top_key)
{
    std::size_t at = text.size();
    for (const TextSection& section : layout.sections)
        if (!section.path.empty() && rank_of_top_key(section.path[0].key) > rank_of_top_key(top_key)) {
            at = begin_with_comments(text, line_begin(text, section.begin));
            break;
        }
    return with_block_at(text, at, "[" + name + "]\n" + entry + "\n");
}

/// The last statement that stands under the table at `host` by a dotted key.
const TextEntry* last_dotted(const TextLayout& layout, const ValuePath& host, const TextSection*& in)
{
    const TextEntry* last = nullptr;
    for (const TextSection& section : layout.sections)
        if (section.path.size() < host.size())
            for (const TextEntry& entry : section.entries)
                if (const ValuePath full = full_path(section, entry);
                    full.size() > host.size() && starts_with(full, host)) {
                    last = &entry;
                    in = &section;
                }
    return last;
}

std::optional<std::string> add_key(std::string_view text, const TextLayout& layout, const ValuePath& path,
                                   std::string_view literal)
{
    for (std::size_t known = path.size(); known-- > 0;) {
        const ValuePath host = head(path, known);
        const ValuePath rest = tail(path, known);
        if (!is_all_keys(rest))
            return std::nullopt;
        const auto entry = [&](const ValuePath& keys) {
            return key_text(keys).append(" = ").append(literal);
        };
        if (const TextSpot spot = find_spot(layout, host); spot.value)
            return spot.value->shape == TextValue::Shape::table
                       ? std::optional(added_to_table(text, *spot.value, entry(rest)))
                       : std::nullopt;
        if (known == 0 && rest.size() > 1)
            return added_section(text, layout, key_text(head(rest, rest.size() - 1)), entry({rest.back()}),
                                 rest[0].key);
        for (const TextSection& section : layout.sections)
            if (section.path == host)
                return added_to_section(text, section, entry(rest));
        const TextSection* in = nullptr;
        if (const TextEntry* above = last_dotted(layout, host, in))
            return added_line(text, above->value.end,
                              indent_before(text, above->begin).value_or("") +
                                  entry(tail(path, in->path.size())));
    }
    return std::nullopt;
}

/// Statements and sections that together say the table at `path`.
struct Pieces {
    std::vector<TextBlock> statements;
    std::vector<TextBlock> sections;
};

Pieces pieces_of(std::string_view text, const TextLayout& layout, const ValuePath& path)
{
    Pieces pieces;
    for (const TextSection& section : layout.sections)
        if (starts_with(section.path, path)) {
            pieces.sections.push_back(block_of(text, section));
        } else {
            for (const TextEntry& entry : section.entries)
                if (starts_with(full_path(section, entry), path))
                    pieces.statements.push_back(
                        {line_begin(text, entry.begin), line_end(text, entry.value.end)});
        }
    return pieces;
}

/// Without these lines, and without the blank ones that would be left twice.
std::string without(std::string_view text, const Pieces& pieces)
{
    std::vector<TextBlock> all = pieces.statements;
    for (TextBlock block : pieces.sections) {
        while (block.end < text.size() && is_blank_line(text, block.end))
            block.end = line_end(text, block.end);
        all.push_back(block);
    }
    std::sort(all.begin(), all.end(),
              [](const TextBlock& a, const TextBlock& b) { return a.begin > b.begin; });
    std::string changed(text);
    for (const TextBlock& block : all)
        changed.erase(block.begin, block.end - block.begin);
    return changed;
}

} // namespace

std::optional<std::string> put_value(std::string_view text, const ValuePath& path, std::string_view literal)
{
    const TextLayout layout = layout_of(text);
    if (const TextSpot spot = find_spot(layout, path); spot.value)
        return spliced(text, spot.value->begin, spot.value->end, literal);
    const Pieces pieces = pieces_of(text, layout, path);
    if (pieces.statements.empty() && pieces.sections.empty())
        return add_key(text, layout, path, literal);
    if (path.back().position)
        return std::nullopt;
    const std::string rest = without(text, pieces);
    return add_key(rest, layout_of(rest), path, literal);
}

std::optional<std::string> take_away(std::string_view text, const ValuePath& path)
{
    const TextLayout layout = layout_of(text);
    const TextSpot spot = find_spot(layout, path);
    if (spot.value && spot.container)
        return without_item(text, *spot.container, spot.position);
    const Pieces pieces = pieces_of(text, layout, path);
    if (pieces.statements.empty() && pieces.sections.empty())
        return std::nullopt;
    return without(text, pieces);
}

std::optional<std::string> insert_section(std::string_view text, const ValuePath& path, const Node& table)
{
    if (path.empty() || !path.back().position)
        return std::nullopt;
    const ValuePath list = head(path, path.size() - 1);
    std::string name;
    for (const PathStep& step : list)
        if (!step.position)
            name += (name.empty() ? "" : ".") + toml_key(step.key);
    const std::string block = print_section(name, table);
    const TextLayout layout = layout_of(text);
    std::optional<std::size_t> behind_last, behind_parent, before_next;
    for (const TextSection& section : layout.sections) {
        if (section.path == path)
            return with_block_at(text, begin_with_comments(text, line_begin(text, section.begin)), block);
        if (starts_with(section.path, list))
            behind_last = block_of(text, section).end;
        if (list.size() > 1 && starts_with(section.path, head(list, list.size() - 1)))
            behind_parent = block_of(text, section).end;
        if (!before_next && !section.path.empty() &&
            rank_of_top_key(section.path[0].key) > rank_of_top_key(list[0].key))
            before_next = begin_with_comments(text, line_begin(text, section.begin));
    }
    if (!behind_last && list.size() > 1 && list[1].position && !behind_parent)
        return std::nullopt;
    const std::size_t at = behind_last     ? *behind_last
                           : behind_parent ? *behind_parent
                                           : before_next.value_or(text.size());
    return with_block_at(text, at, block);
}

bool has_sections(std::string_view text, const ValuePath& path)
{
    const TextLayout layout = layout_of(text);
    return std::any_of(layout.sections.begin(), layout.sections.end(), [&](const TextSection& section) {
        return !section.path.empty() && starts_with(section.path, path);
    });
}

} // namespace switchroom
