#pragma once
/// Controls without a label above them, in a row of fields that have one.

#include "gui/widgets/controls.h"

#include <string_view>

namespace switchroom::gui {

/// As button() and checkbox(), in line with the fields beside it.
bool button_in_row(Ui& ui, std::string_view label, bool enabled = true);
bool checkbox_in_row(Ui& ui, std::string_view label, bool& on);

} // namespace switchroom::gui
