#pragma once
/// Draws the Compare screen.

#include "gui/view_models/compare_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_compare(CompareView& view, Desk& desk, Ui& ui);

/// The list of scenarios and what can be added: the upper part.
void draw_compared_scenarios(CompareView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
