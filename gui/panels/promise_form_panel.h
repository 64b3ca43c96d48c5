#pragma once
/// Draws the form "Type a promise".

#include "gui/view_models/promise_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_promise_form(PromiseView& view, Ui& ui);

} // namespace switchroom::gui
