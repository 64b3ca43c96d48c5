#pragma once
/// Draws the Sensitivity screen.

#include "gui/view_models/sensitivity_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_sensitivity(SensitivityView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
