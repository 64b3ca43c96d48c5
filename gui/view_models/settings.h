#pragma once
/// What the window remembers from one start to the next.

#include "gui/view_models/language.h"

#include <string>
#include <vector>

namespace switchroom::gui {

enum class Theme { light, dark };

struct Settings {
    Language language = Language::english;
    Theme theme = Theme::light;
    double text_size = 1.0;                ///< factor on the size of all text, 0.8 … 2
    std::vector<std::string> recent_files; ///< the newest first, at most 10
    std::string last_screen = "overview";
    int width = 1280; ///< of the window, in points
    int height = 800;
    bool welcome_seen = false;
};

} // namespace switchroom::gui
