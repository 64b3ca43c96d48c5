#pragma once
/// Where the parts of a plot stand: title, caption, legend, axes with their ticks, the area of the data.

#include "gui/widgets/plot/canvas.h"
#include "gui/widgets/plot/figure.h"

#include <string>
#include <vector>

namespace switchroom::gui::plot {

struct PlacedText {
    Point at;
    std::string words;
};

struct PlacedRule {
    float at = 0.0F; ///< pixel of the line
    Point label;     ///< middle of its words
    Rect backing;    ///< of the words
};

struct Layout {
    Rect whole;
    std::string title; ///< shortened to what fits
    Point title_at;
    std::vector<PlacedText> caption;
    std::vector<Rect> legend; ///< as Figure::legend
    Rect heat;                ///< the colours of a heat map; its figures stand beside it
    Point y_title_at;
    Rect area;             ///< of the data
    bool drawable = false; ///< false: no room for an area
    Transform x, y;
    std::vector<Tick> x_ticks, y_ticks;
    std::vector<PlacedRule> rules; ///< as Figure::rules
};

struct Wanted {
    std::string title;
    std::string caption;
    AxisRange x, y;          ///< shown
    float menu_width = 0.0F; ///< kept free in the upper right corner
};

Layout lay_out(const Canvas& canvas, const Figure& figure, const Rect& whole, const Wanted& wanted,
               const Locale& locale);

/// `words` cut to a width, "…" at the end where something is missing.
std::string shortened(const Canvas& canvas, std::string_view words, Font font, float width);
/// Broken at spaces into at most `most` lines, the last one shortened.
std::vector<std::string> wrapped(const Canvas& canvas, std::string_view words, Font font, float width,
                                 std::size_t most);

} // namespace switchroom::gui::plot
