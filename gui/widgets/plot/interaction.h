#pragma once
/// What the pointer does with a plot: zoom, pan, and what it points at.

#include "gui/widgets/plot/layout.h"
#include "gui/widgets/plot/tip.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui::plot {

/// To be called right after the button that covers the layout's area was drawn.
void follow_pointer(const Figure& figure, const Layout& layout, PlotState& state);
/// The rectangle that is being dragged.
void draw_drag(Canvas& canvas, const Layout& layout, const PlotState& state, const Palette& look);
/// Crosshair, dots and the frame of what is meant.
void draw_hover(Canvas& canvas, const Layout& layout, const Tip& tip, const Palette& look);
void show_tip(Ui& ui, const Tip& tip);

/// By the keyboard or the menu, around the middle.
void zoom_by(const Figure& figure, PlotState& state, double factor);

} // namespace switchroom::gui::plot
