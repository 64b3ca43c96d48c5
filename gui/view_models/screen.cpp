#include "gui/view_models/screen.h"

#include <cstddef>

namespace switchroom::gui {

namespace {

constexpr std::array<std::string_view, all_screens.size()> names{
    "overview", "scenario", "day", "live", "compare", "promise", "sensitivity", "erlang", "data", "report"};

} // namespace

std::string_view name_of(Screen screen)
{
    return names[static_cast<std::size_t>(screen)];
}

std::optional<Screen> screen_of(std::string_view name)
{
    for (const Screen screen : all_screens)
        if (name_of(screen) == name)
            return screen;
    return std::nullopt;
}

Text title_of(Screen screen)
{
    return static_cast<Text>(static_cast<std::size_t>(Text::screen_overview) +
                             static_cast<std::size_t>(screen));
}

} // namespace switchroom::gui
