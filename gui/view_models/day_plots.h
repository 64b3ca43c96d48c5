#pragma once
/// The plots of screen Day, and what it says of one time of the week: pure functions of results.

#include "gui/view_models/plot_spec.h"
#include "gui/view_models/run_feed.h"
#include "gui/view_models/show.h"
#include "planner/report/staff_need.h"

#include <cstddef>
#include <string>

namespace switchroom::gui {

/// Steps of the day from the first to the last in which anybody calls, on any weekday; [first, end).
struct OpenSteps {
    std::size_t first = 0;
    std::size_t end = 0;
};
OpenSteps open_steps(const ExperimentResult& result, const report::WeekGrid& grid);

/// Required against staffed, as steps.
PlotSpec staffing_plot(const report::StaffNeed& need, const report::WeekGrid& grid, const Locale& locale);

/// "Most short at 08:00: 5 needed, 3 on the roster.", or that nothing is short.
std::string shortage_words(const report::StaffNeed& need, const report::WeekGrid& grid, const Locale& locale);

/// A KPI of the total by weekday and time of day; the target of the service level is the middle colour.
PlotSpec week_plot(const RunSnapshot& snapshot, const KpiDefinition& kpi, const Locale& locale);

/// Offered and abandoned calls of an average such weekday.
PlotSpec calls_plot(const RunSnapshot& snapshot, std::size_t weekday, const Locale& locale);

/// What happens at one time of the week, in a sentence or two.
std::string cell_words(const RunSnapshot& snapshot, std::size_t weekday, std::size_t slot,
                       const Locale& locale);

} // namespace switchroom::gui
