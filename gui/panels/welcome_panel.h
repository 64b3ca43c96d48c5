#pragma once
/// The first screen: a reception like yours, or your own.

#include "gui/view_models/workbench.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_welcome(Workbench& workbench, Ui& ui);

} // namespace switchroom::gui
