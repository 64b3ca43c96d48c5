#pragma once
/// Rows by weekday and time of day: what a heat map over the week needs, laid over a centre's cells.

#include "sim/centre/calendar.h"
#include "sim/centre/centre_model.h"
#include "sim/experiment/figures.h"

#include <cstddef>
#include <string>
#include <vector>

namespace switchroom::report {

/// Seven days of equal steps; row = weekday (Monday 0) × slots + slot.
struct WeekGrid {
    double step_s = 1800.0; ///< divides the day
    std::size_t slots() const;
    std::string time(std::size_t slot) const; ///< "08:30"
    std::size_t row(std::size_t weekday, std::size_t slot) const { return weekday * slots() + slot; }
};

/// "Monday" … of 0 … 6.
std::string weekday_name(std::size_t weekday);

/// The grid on which every one of these models shows at most 26 columns: half-hours, or hours where somebody
/// is there or some contact is open for longer than 13 hours a day; never finer than a model's reporting
/// interval. Precondition: the models have reporting intervals.
WeekGrid week_grid(const std::vector<const CentreModel*>& models, const Calendar& calendar);

/// Makes the grid the rows of `centre`. Precondition: `model` has reporting intervals and `centre` its cells.
void lay_out(const WeekGrid& grid, const CentreModel& model, const Calendar& calendar,
             MeasuredCentre& centre);

} // namespace switchroom::report
