#pragma once
/// What stands above the screens: palette, file browser, shortcuts, notices.

#include "gui/view_models/workbench.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_palette(Workbench& workbench, Ui& ui);
void draw_browser(Workbench& workbench, Ui& ui);
void draw_shortcuts(Workbench& workbench, Ui& ui);
void draw_notices(Workbench& workbench, Ui& ui);

} // namespace switchroom::gui
