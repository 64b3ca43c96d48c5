#include "sim/scenario/parse_toml.h"
#include "sim/scenario/reporter.h"
#include "sim/scenario/write.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

/// Offset of a place whose column counts characters.
std::size_t offset_of(std::string_view text, const SourceLocation& place)
{
    std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; line < place.line; ++line)
        i = text.find('\n', i) + 1;
    for (int column = 1; column < place.column; ++column)
        do
            ++i;
        while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U);
    return i;
}

std::size_t end_of_string(std::string_view text, std::size_t i)
{
    const char quote = text[i];
    const std::string triple(3, quote);
    const bool is_long = text.substr(i).starts_with(triple);
    for (std::size_t k = i + (is_long ? 3 : 1); k < text.size(); ++k) {
        if (quote == '"' && text[k] == '\\')
            ++k;
        else if (!is_long && text[k] == quote)
            return k + 1;
        else if (is_long && text.substr(k).starts_with(triple)) {
            k += 3;
            while (k < text.size() && text[k] == quote) // up to two quotes may stand before the closing three
                ++k;
            return k;
        }
    }
    return text.size();
}

/// End of the TOML value that begins at i; the text is known to be valid.
std::size_t end_of_value(std::string_view text, std::size_t i)
{
    if (text[i] == '"' || text[i] == '\'')
        return end_of_string(text, i);
    if (text[i] != '[' && text[i] != '{') {
        std::size_t end = std::min(text.find_first_of(",]}#\r\n", i), text.size());
        while (end > i && (text[end - 1] == ' ' || text[end - 1] == '\t'))
            --end;
        return end;
    }
    int depth = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = end_of_string(text, i);
            continue;
        }
        if (c == '#')
            i = std::min(text.find('\n', i), text.size() - 1);
        depth += (c == '[' || c == '{') - (c == ']' || c == '}');
        ++i;
        if (depth == 0)
            return i;
    }
    return text.size();
}

bool is_one_value(std::string_view literal)
{
    const auto parsed = parse_toml(fmt::format("x = {}\n", literal), "");
    return parsed.ok() && parsed->entries.size() == 1 && parsed->entries[0].first == "x";
}

} // namespace

Result<std::string> set_value(std::string_view text, std::string_view path, std::string_view literal)
{
    if (!is_one_value(literal))
        return error_in("", fmt::format("found {}, expected one TOML value", literal));
    const auto parsed = parse_toml(text, "");
    if (!parsed)
        return parsed.errors();
    const SourceMap places = places_of(*parsed);
    const auto place = places.places.find(path);
    if (place == places.places.end() || path.empty())
        return error_in("", fmt::format("the file says nothing about {}", path));
    const std::size_t begin = offset_of(text, place->second);
    const std::size_t end = end_of_value(text, begin);
    std::string changed(text.substr(0, begin));
    changed.append(literal).append(text.substr(end));
    const auto again = parse_toml(changed, "");
    if (!again || !places_of(*again).places.contains(path))
        return error_in("", fmt::format("{} is a section, expected a value", path));
    return changed;
}

} // namespace switchroom
