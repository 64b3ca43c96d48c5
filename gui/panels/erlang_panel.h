#pragma once
/// Draws screen Erlang.

#include "gui/view_models/erlang_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_erlang(ErlangView& view, Desk& desk, Ui& ui);

/// The card of one hour by C, A and simulation.
void draw_erlang_hour(ErlangView& view, Ui& ui);

} // namespace switchroom::gui
