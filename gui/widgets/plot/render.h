#pragma once
/// Draws a figure where its layout says.

#include "gui/widgets/plot/layout.h"

namespace switchroom::gui::plot {

/// Title, caption, legend and the meaning of colours.
void draw_header(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look);
/// Grid, axes and their labels. Precondition of this and the next: layout.drawable.
void draw_axes(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look);
/// Bars, lines and marks, clipped to the area.
void draw_marks(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look);
void draw_boxes(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look);
/// One sentence in the middle of the area.
void draw_words(Canvas& canvas, const Layout& layout, const Palette& look, std::string_view words);

/// All of it; `empty_words` where there is nothing to draw.
void draw_figure(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look,
                 std::string_view empty_words);

/// A box of the figure in pixels.
Rect pixels_of(const Box& box, const Layout& layout);

} // namespace switchroom::gui::plot
