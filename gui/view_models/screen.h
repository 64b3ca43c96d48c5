#pragma once
/// The ten screens.

#include "gui/view_models/text.h"

#include <array>
#include <optional>
#include <string_view>

namespace switchroom::gui {

/// In the order of the navigation; the first texts of the table are their titles.
enum class Screen { overview, scenario, day, live, compare, promise, sensitivity, erlang, data, report };
inline constexpr std::array all_screens{
    Screen::overview, Screen::scenario,    Screen::day,    Screen::live, Screen::compare,
    Screen::promise,  Screen::sensitivity, Screen::erlang, Screen::data, Screen::report};

/// "overview" … as the command line and the settings call it, whatever the language.
std::string_view name_of(Screen screen);
std::optional<Screen> screen_of(std::string_view name);
Text title_of(Screen screen);

} // namespace switchroom::gui
