#pragma once
/// Profiles and staffing that stand in CSV files of their own instead of in the scenario: what a spreadsheet
/// or a workforce tool exports. Separator, byte-order mark and line ends are found out; `#` lines before the
/// header are comments.

#include "sim/base/result.h"
#include "sim/scenario/schedule.h"

#include <map>
#include <string>
#include <string_view>

namespace switchroom {

/// Columns `day,time,per_hour`: day is mon … sun, weekdays, weekend or every_day; time a clock time; the rows
/// of a day ascend. Errors carry file and line, all of the file's at once.
Result<WeekSteps<double>> read_profile_table(std::string_view csv, const std::string& file);

/// Staffing by weekday and, where a date is named, for that date alone: a date beats every weekday key.
struct StaffingTable {
    WeekSteps<int> by_weekday;
    std::map<std::chrono::sys_days, DaySteps<int>> by_date;
};

/// Columns `day,time,agents` or `date,time,agents` (date as 2026-03-02); whole numbers of agents.
Result<StaffingTable> read_staffing_table(std::string_view csv, const std::string& file);

/// Columns `date,contacts`: how many are expected on each date. No date stands twice.
Result<std::map<std::chrono::sys_days, double>> read_forecast_table(std::string_view csv,
                                                                    const std::string& file);

/// The numbers of one column, in order; `column` may be empty where the file has only one. Values are finite
/// and ≥ 0.
Result<std::vector<double>> read_value_column(std::string_view csv, const std::string& column,
                                              const std::string& file);

} // namespace switchroom
