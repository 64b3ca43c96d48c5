#include "sim/experiment/table.h"

#include <algorithm>

namespace switchroom {

namespace {

constexpr std::size_t gap = 2;

std::string padded(std::string_view text, std::size_t width, bool left)
{
    const std::string blanks(width - std::min(width, columns_of(text)), ' ');
    return left ? std::string(text) + blanks : blanks + std::string(text);
}

std::vector<std::size_t> widths_of(const Table& table)
{
    std::vector<std::size_t> widths;
    for (const std::string& heading : table.headings)
        widths.push_back(columns_of(heading));
    for (const auto& row : table.rows)
        for (std::size_t c = 0; c < widths.size(); ++c)
            widths[c] = std::max(widths[c], columns_of(row[c]));
    return widths;
}

/// Columns first … last − 1 beside column 0.
void append_part(const Table& table, const std::vector<std::size_t>& widths, std::size_t first,
                 std::size_t last, std::string& text)
{
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string out = padded(cells[0], widths[0], true);
        for (std::size_t c = first; c < last; ++c)
            out += std::string(gap, ' ') + padded(cells[c], widths[c], false);
        out.erase(out.find_last_not_of(' ') + 1);
        text += out + "\n";
    };
    line(table.headings);
    std::size_t width = widths[0];
    for (std::size_t c = first; c < last; ++c)
        width += gap + widths[c];
    for (std::size_t i = 0; i < width; ++i)
        text += "─";
    text += "\n";
    for (const auto& row : table.rows)
        line(row);
}

} // namespace

std::size_t columns_of(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string to_text(const Table& table, std::size_t width)
{
    const std::vector<std::size_t> widths = widths_of(table);
    std::string text = table.title.empty() ? "" : table.title + "\n";
    std::size_t first = 1;
    do {
        std::size_t last = first;
        std::size_t used = widths[0];
        while (last < widths.size() && (last == first || used + gap + widths[last] <= width))
            used += gap + widths[last++];
        if (first > 1)
            text += "\n";
        append_part(table, widths, first, last, text);
        first = last;
    } while (first < widths.size());
    return text;
}

std::string paragraph(std::string_view text, std::size_t width, std::string_view indent)
{
    std::string out;
    std::string line(indent);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        if (line.size() > indent.size() && columns_of(line) + 1 + columns_of(word) > width) {
            out += line + "\n";
            line = indent;
        }
        line += line.size() > indent.size() ? " " : "";
        line += word;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + line + "\n";
}

} // namespace switchroom
