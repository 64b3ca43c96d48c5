// Elements of lists: in brackets on one line, in brackets a line each, or as sections.

#include "sim/scenario/text_edits.h"
#include "sim/scenario/text_edits_support.h"

#include <algorithm>
#include <vector>

namespace switchroom {

namespace {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Items of a list, or entries of a table in braces.
std::vector<Span> parts_of(const TextValue& container)
{
    std::vector<Span> parts;
    for (const TextValue& item : container.items)
        parts.push_back({item.begin, item.end});
    for (const TextEntry& entry : container.entries)
        parts.push_back({entry.begin, entry.value.end});
    return parts;
}

/// Behind the comma that follows a part directly; nothing if none does (a comment may stand between).
std::optional<std::size_t> behind_comma(std::string_view text, std::size_t end)
{
    while (end < text.size()) {
        if (text[end] == ',')
            return end + 1;
        if (text[end] == '#')
            end = line_end(text, end);
        else if (std::string_view(" \t\r\n").find(text[end]) != std::string_view::npos)
            ++end;
        else
            break;
    }
    return std::nullopt;
}

/// The lines that a part has for itself, comma and comment included; nothing if it shares them.
std::optional<TextBlock> own_lines(std::string_view text, const Span& part)
{
    if (!indent_before(text, part.begin))
        return std::nullopt;
    std::size_t at = part.end;
    const auto skip_blanks = [&] {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'))
            ++at;
    };
    skip_blanks();
    if (at < text.size() && text[at] == ',')
        ++at;
    skip_blanks();
    if (at >= text.size() || (text[at] != '#' && text[at] != '\n'))
        return std::nullopt;
    return TextBlock{line_begin(text, part.begin), line_end(text, at)};
}

std::string inserted(std::string_view text, const TextValue& list, std::size_t position,
                     std::string_view literal)
{
    const std::string item(literal);
    if (list.items.empty()) {
        const std::size_t at = list.end - 1;
        return spliced(text, at, at, item);
    }
    const std::string newline = line_end_of(text);
    if (position < list.items.size()) {
        const TextValue& next = list.items[position];
        const auto indent = indent_before(text, next.begin);
        return spliced(text, next.begin, next.begin, item + (indent ? "," + newline + *indent : ", "));
    }
    const TextValue& last = list.items.back();
    const auto lines = own_lines(text, {last.begin, last.end});
    if (!lines)
        return spliced(text, last.end, last.end, ", " + item);
    const std::string line = *indent_before(text, last.begin) + item + "," + newline;
    std::string changed = spliced(text, lines->end, lines->end, line);
    if (const auto comma = behind_comma(text, last.end); !comma || *comma > lines->end)
        changed.insert(last.end, ",");
    return changed;
}

/// The element's text at another place; both sides are lists whose elements have lines of their own.
std::string moved_lines(std::string_view text, const TextValue& list, std::size_t from, std::size_t to)
{
    std::string commas(text);
    if (const TextValue& last = list.items.back(); !behind_comma(text, last.end))
        commas.insert(last.end, ",");
    std::vector<std::string> lines;
    std::vector<std::size_t> ends;
    const std::size_t begin = own_lines(commas, {list.items[0].begin, list.items[0].end})->begin;
    std::size_t at = begin;
    for (const TextValue& item : list.items) { // comments above an element go with it
        const std::size_t end = own_lines(commas, {item.begin, item.end})->end;
        lines.push_back(commas.substr(at, end - at));
        at = end;
    }
    const auto first = lines.begin();
    if (from < to)
        std::rotate(first + static_cast<std::ptrdiff_t>(from), first + static_cast<std::ptrdiff_t>(from) + 1,
                    first + static_cast<std::ptrdiff_t>(to) + 1);
    else
        std::rotate(first + static_cast<std::ptrdiff_t>(to), first + static_cast<std::ptrdiff_t>(from),
                    first + static_cast<std::ptrdiff_t>(from) + 1);
    std::string all;
    for (const std::string& line : lines)
        all += line;
    return spliced(commas, begin, at, all);
}

/// Only the elements' own characters change places; what stands between them stays.
std::string moved_characters(std::string_view text, const TextValue& list, std::size_t from, std::size_t to)
{
    std::vector<std::string> items;
    for (const TextValue& item : list.items)
        items.emplace_back(text.substr(item.begin, item.end - item.begin));
    const std::string item = items[from];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(from));
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(to), item);
    std::string changed(text);
    for (std::size_t i = items.size(); i-- > 0;)
        changed = spliced(changed, list.items[i].begin, list.items[i].end, items[i]);
    return changed;
}

/// The sections of one element, which follow one another: from its header (with the comments directly above)
/// to the last line below it.
std::optional<TextBlock> blocks_of(std::string_view text, const TextLayout& layout, const ValuePath& path)
{
    std::optional<TextBlock> all;
    bool ended = false;
    for (const TextSection& section : layout.sections) {
        if (!starts_with(section.path, path)) {
            ended = all.has_value();
            continue;
        }
        if (ended)
            return std::nullopt;
        const TextBlock block = block_of(text, section);
        if (!all)
            all = TextBlock{begin_with_comments(text, block.begin), block.end};
        all->end = block.end;
    }
    return all;
}

} // namespace

std::string without_item(std::string_view text, const TextValue& container, std::size_t position)
{
    const std::vector<Span> parts = parts_of(container);
    const Span& part = parts[position];
    if (const auto lines = own_lines(text, part))
        return spliced(text, lines->begin, lines->end, "");
    if (position + 1 < parts.size())
        return spliced(text, part.begin, parts[position + 1].begin, "");
    if (position > 0)
        return spliced(text, parts[position - 1].end, part.end, "");
    return spliced(text, part.begin, behind_comma(text, part.end).value_or(part.end), "");
}

std::optional<std::string> insert_item(std::string_view text, const ValuePath& path, std::string_view literal)
{
    if (path.empty() || !path.back().position)
        return std::nullopt;
    const TextLayout layout = layout_of(text);
    const TextSpot list = find_spot(layout, head(path, path.size() - 1));
    if (!list.value || list.value->shape != TextValue::Shape::list)
        return std::nullopt;
    return inserted(text, *list.value, *path.back().position, literal);
}

std::optional<std::string> move_item(std::string_view text, const ValuePath& path, std::size_t to)
{
    if (path.empty() || !path.back().position)
        return std::nullopt;
    const std::size_t from = *path.back().position;
    const ValuePath list_path = head(path, path.size() - 1);
    const TextLayout layout = layout_of(text);
    if (const TextSpot list = find_spot(layout, list_path); list.value) {
        const auto& items = list.value->items;
        if (from >= items.size() || to >= items.size())
            return std::nullopt;
        const bool has_lines = std::all_of(items.begin(), items.end(), [&](const TextValue& item) {
            return own_lines(text, {item.begin, item.end}).has_value();
        });
        return has_lines ? moved_lines(text, *list.value, from, to)
                         : moved_characters(text, *list.value, from, to);
    }
    ValuePath target_path = list_path;
    target_path.push_back({"", to});
    const auto block = blocks_of(text, layout, path);
    const auto target = blocks_of(text, layout, target_path);
    if (!block || !target)
        return std::nullopt;
    const std::string lines(text.substr(block->begin, block->end - block->begin));
    std::size_t end = block->end;
    while (end < text.size() && is_blank_line(text, end))
        end = line_end(text, end);
    const std::string rest = spliced(text, block->begin, end, "");
    const std::size_t at = to < from ? target->begin : target->end - (end - block->begin);
    return with_block_at(rest, at, lines);
}

} // namespace switchroom
