#pragma once
/// The screens down the left side, and how the window looks and speaks below them.

#include "gui/view_models/workbench.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_sidebar(Workbench& workbench, Ui& ui);

} // namespace switchroom::gui
