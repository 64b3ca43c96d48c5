#pragma once
/// The Data screen: an import form, then what the log says.

#include "gui/view_models/data_view.h"
#include "gui/view_models/desk.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_data(DataView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
