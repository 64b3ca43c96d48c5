#pragma once
/// Draws screen Day.

#include "gui/view_models/day_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_day(DayView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
