#pragma once
/// What `measure` found out about a log, and how it is shown: text for people, JSON and CSV for scripts. KPIs
/// come from the same table as those of `simulate`; a recorded month is a census, so there are no
/// half-widths.

#include "sim/calllog/log_report.h"

#include <string>
#include <string_view>

namespace switchroom {

/// At most 100 columns wide.
std::string to_text(const MeasureReport& report);
std::string to_json(const MeasureReport& report);
/// One line a figure: scope,name,kpi,formula,unit,value.
std::string to_csv(const MeasureReport& report);

/// Without folders: documents hold no path.
std::string file_name(std::string_view path);

} // namespace switchroom
