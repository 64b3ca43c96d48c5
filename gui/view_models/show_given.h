#pragma once
/// Figures that somebody agreed on or typed, without the decimals that measured ones have; and figures beside
/// others from which they differ by little, with as many as tell them apart.

#include "gui/view_models/show.h"

#include <string>

namespace switchroom::gui {

/// "95 %", "30 s", "2 min"; as show_figure where the figure is not whole in its unit.
std::string show_given(KpiUnit unit, double value, const Locale& locale);

/// "98.63 %": with the decimals that a half-width of `difference` would leave; at least those of show_figure
/// where it is NaN or 0.
std::string show_to_within(KpiUnit unit, double value, double difference, const Locale& locale);

} // namespace switchroom::gui
