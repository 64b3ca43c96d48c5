#pragma once
/// Plots that can be read exactly, zoomed and taken away: a tooltip with every series' value under the
/// pointer; the wheel or a dragged rectangle zooms, the right button (or shift) pans, a double click shows
/// everything again; a click on a cell of a heat map is told by PlotState::clicked; the legend switches
/// series; the "…" menu copies and saves.
///
/// The wheel zooms where the page does not scroll, or with Ctrl held.
///
///   draw_plot(ui, "staffing", view.staffing_plot(), view.plot_state, 0, 260);

#include "gui/view_models/plot_spec.h"
#include "gui/view_models/plot_state.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

/// Size in points; 0: what is left. Records every text, the legend's entries (checkboxes), the menu's button
/// and an item of kind plot: its label is the title (else `id`), its value says series and ranges in words.
void draw_plot(Ui& ui, const char* id, const PlotSpec& spec, PlotState& state, float width_pt = 0.0F,
               float height_pt = 0.0F);

} // namespace switchroom::gui
