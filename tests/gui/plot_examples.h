#pragma once
/// One plot of every kind with figures as a practice has them, for the tests of plots.

#include "gui/view_models/plot_spec.h"

#include <vector>

namespace switchroom::gui::test {

PlotSpec example_lines();     ///< a band and a second line over labels
PlotSpec example_steps();     ///< required against staffed
PlotSpec example_numeric();   ///< over amounts, with markers
PlotSpec example_bars();      ///< two series by hour
PlotSpec example_heat();      ///< weekday × time, one cell empty
PlotSpec example_histogram(); ///< three markers close together
PlotSpec example_waterfall(); ///< with half-widths
PlotSpec example_tornado();   ///< one bar to one side only
PlotSpec example_gantt();

std::vector<PlotSpec> all_examples();

} // namespace switchroom::gui::test
