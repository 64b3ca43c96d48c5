#pragma once
/// The Scenario screen.

#include "gui/view_models/scenario_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

/// Fills the content area: the list of parts on the left, the chosen part on the right.
void draw_scenario(ScenarioView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
