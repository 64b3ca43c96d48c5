#pragma once
/// Figures that somebody agreed on or typed: without the decimals that measured ones have.

#include "gui/view_models/show.h"

#include <string>

namespace switchroom::gui {

/// "95 %", "30 s", "2 min"; as show_figure where the figure is not whole in its unit.
std::string show_given(KpiUnit unit, double value, const Locale& locale);

} // namespace switchroom::gui
