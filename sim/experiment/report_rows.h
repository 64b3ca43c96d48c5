#pragma once
/// How the reporting intervals of a run make up rows: times of day, weekdays, days, weeks, months.

#include "sim/centre/calendar.h"
#include "sim/centre/centre_model.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// How a run is split into rows, by local time of arrival.
enum class ReportBy { run, interval, hour, day, weekday, week, month };

/// "interval", "hour", "day", "weekday", "week" (ISO weeks, from Monday on), "month"; "contact" and "group"
/// mean the run as a whole, which is reported by contact and group anyway.
std::optional<ReportBy> report_by(std::string_view word);

/// The second (calendar.h) at which a reporting interval of the model begins.
double cell_start_s(const CentreModel& model, std::uint32_t cell);

/// Of each reporting interval its row, and what the rows are called.
struct CellRows {
    std::vector<std::size_t> row; ///< all 0 where `by` is run
    std::vector<std::string> labels;
};

/// Precondition: the calendar holds the model's days.
CellRows rows_of_cells(const CentreModel& model, const Calendar& calendar, ReportBy by);

} // namespace switchroom
