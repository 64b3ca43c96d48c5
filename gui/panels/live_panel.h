#pragma once
/// The Live screen: clock, timeline, queue, agents, vendor, what happened last.

#include "gui/view_models/desk.h"
#include "gui/view_models/live_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_live(LiveView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
