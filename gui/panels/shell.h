#pragma once
/// The frame around the screens: navigation, open scenarios, notices, palette, file browser.

#include "gui/view_models/workbench.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

/// Draws the whole window. Called once a frame.
void draw_shell(Workbench& workbench, Ui& ui);

/// Shortcuts that were pressed in this frame. Called before anything is drawn.
void take_shortcuts(Workbench& workbench);

} // namespace switchroom::gui
