#include "sim/scenario/parse_toml.h"
#include "sim/scenario/text_layout.h"
#include "sim/scenario/write.h"

#include <fmt/format.h>

namespace switchroom {

namespace {

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
    const auto steps = parse_path(path);
    const TextLayout layout = layout_of(text);
    const TextSpot spot = steps ? find_spot(layout, *steps) : TextSpot{};
    if (!spot.value)
        return error_in("", fmt::format("the file says nothing about {}, or not in one piece", path));
    std::string changed(text.substr(0, spot.value->begin));
    changed.append(literal).append(text.substr(spot.value->end));
    return changed;
}

} // namespace switchroom
