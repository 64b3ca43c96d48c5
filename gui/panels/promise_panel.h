#pragma once
/// Draws screen Promise.

#include "gui/view_models/promise_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_promise(PromiseView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
