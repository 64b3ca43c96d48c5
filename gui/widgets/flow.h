#pragma once
/// Draws a route (RouteFlow) with boxes that can be clicked or reached by keyboard.

#include "gui/view_models/route_flow.h"
#include "gui/widgets/ui.h"

#include <string>

namespace switchroom::gui {

/// Boxes, arrows and their labels from the cursor on. Returns the path of the step that was chosen in this
/// frame; empty: none. `chosen` is drawn as such.
std::string draw_flow(Ui& ui, const char* id, const RouteFlow& flow, const std::string& chosen);

} // namespace switchroom::gui
