#pragma once
/// The open scenarios as tabs, what can be done with the shown one, and how far its results are.

#include "gui/view_models/workbench.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_top_bar(Workbench& workbench, Ui& ui);

} // namespace switchroom::gui
