#pragma once
/// The window's command line.

#include "gui/view_models/screen.h"
#include "gui/view_models/settings.h"
#include "sim/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace switchroom::gui {

struct Arguments {
    std::vector<std::string> files;
    std::optional<Screen> screen;
    std::string screenshot; ///< path of the picture; empty: open a window
    std::optional<int> width;
    std::optional<int> height;
    std::optional<double> scale; ///< pixels of a point; none: the monitor's
    std::optional<Theme> theme;
    std::optional<Language> language;
    bool help = false;
    bool version = false;
};

/// All complaints at once.
Result<Arguments> read_arguments(std::span<const std::string> arguments);

extern const std::string_view help_text;

} // namespace switchroom::gui
