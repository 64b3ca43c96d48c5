#pragma once
/// What every drawing function gets: how things look, what language is spoken, and the list of what was
/// drawn. One for the window; handed down, never global.

#include "gui/view_models/show.h"
#include "gui/view_models/text.h"
#include "gui/widgets/items.h"
#include "gui/widgets/palette.h"
#include "gui/widgets/wishes.h"

#include <string>

struct ImFont;

namespace switchroom::gui {

struct Fonts {
    ImFont* body = nullptr;   ///< 15 points
    ImFont* small = nullptr;  ///< 13
    ImFont* strong = nullptr; ///< 15, semi-bold
    ImFont* title = nullptr;  ///< 20, semi-bold
    ImFont* figure = nullptr; ///< 27, semi-bold: key figures
};

struct Ui {
    Items items;
    Wishes wishes;
    const Palette* colours = &palette_of(Theme::light);
    Locale locale;
    Fonts fonts;
    bool animates = false; ///< something moves: draw on without waiting for input. Cleared every frame.
    float scale = 1.0F;    ///< pixels of a point: the monitor's scale times the user's text size

    const Palette& look() const { return *colours; }
    /// Points to whole pixels.
    float px(float points) const { return static_cast<float>(static_cast<int>(points * scale + 0.5F)); }
    const char* say(Text text) const { return text_of(text, locale.language); }
    template <class... Args>
    std::string say(Text text, const Args&... args) const
    {
        return filled(text, locale.language, args...);
    }
};

} // namespace switchroom::gui
