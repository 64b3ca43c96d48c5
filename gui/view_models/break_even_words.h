#pragma once
/// What the Compare screen says about the volume at which two scenarios are equal.

#include "gui/view_models/break_even_study.h"
#include "gui/view_models/show.h"

#include <string>
#include <vector>

namespace switchroom::gui {

/// A sentence for every crossing, or one that says that there is none. Precondition: there are points.
std::vector<std::string> even_sentences_of(const BreakEvenFigures& figures, const Locale& locale);

/// The figure of both over the volume, with bands. Precondition: there are points.
PlotSpec even_plot_of(const BreakEvenFigures& figures, const Locale& locale);

} // namespace switchroom::gui
