#pragma once
/// Draws screen Overview.

#include "gui/view_models/overview_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_overview(OverviewView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
