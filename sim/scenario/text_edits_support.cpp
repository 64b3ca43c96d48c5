#include "sim/scenario/text_edits_support.h"

#include "sim/scenario/print_toml.h"

#include <algorithm>
#include <iterator>

namespace switchroom {

std::string line_end_of(std::string_view text)
{
    const std::size_t newline = text.find('\n');
    return newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r' ? "\r\n" : "\n";
}

std::string spliced(std::string_view text, std::size_t begin, std::size_t end, std::string_view by)
{
    std::string changed(text.substr(0, begin));
    return changed.append(by).append(text.substr(end));
}

std::optional<std::string> indent_before(std::string_view text, std::size_t at)
{
    const std::size_t begin = line_begin(text, at);
    const std::string_view before = text.substr(begin, at - begin);
    if (before.find_first_not_of(" \t") != std::string_view::npos)
        return std::nullopt;
    return std::string(before);
}

std::string key_text(const ValuePath& keys)
{
    std::string name;
    for (const PathStep& step : keys)
        name += (name.empty() ? "" : ".") + toml_key(step.key);
    return name;
}

TextBlock block_of(std::string_view text, const TextSection& section)
{
    TextBlock block{line_begin(text, section.begin), line_end(text, section.end_of_last())};
    const auto goes_on = [&](std::size_t line) {
        return line < text.size() && (text[line] == ' ' || text[line] == '\t') && is_comment_line(text, line);
    };
    while (goes_on(block.end))
        block.end = line_end(text, block.end);
    return block;
}

std::size_t begin_with_comments(std::string_view text, std::size_t begin)
{
    while (begin > 0) {
        const std::size_t above = line_begin(text, begin - 1);
        const bool belongs = text[above] == '#'; // an indented one goes on from the section above
        if (!belongs)
            break;
        begin = above;
    }
    return begin;
}

std::size_t rank_of_top_key(std::string_view key)
{
    static constexpr std::string_view order[] = {
        "time",      "hours",    "profiles",    "contacts",   "groups", "routes", "lines",
        "contracts", "segments", "uncertainty", "experience", "costs",  "expect", "run"};
    return static_cast<std::size_t>(std::find(std::begin(order), std::end(order), key) - std::begin(order));
}

std::string with_block_at(std::string_view text, std::size_t at, std::string_view block)
{
    const std::string newline = line_end_of(text);
    std::string lines;
    if (at > 0 && text[at - 1] != '\n')
        lines += newline;
    if (at > 0 && !is_blank_line(text, line_begin(text, at - 1)))
        lines += newline;
    for (const char c : block)
        lines += c == '\n' ? newline : std::string(1, c);
    if (at < text.size() && !is_blank_line(text, at))
        lines += newline;
    return spliced(text, at, at, lines);
}

} // namespace switchroom
