#pragma once
/// A chart as the data that the page's script (page/report.js) hands to Chart.js.

#include "planner/report/chart_spec.h"

#include <string>

namespace switchroom::report {

/// One JSON object with "kind" and the plot's own fields; NaN is null. A heat map has none: it is a table of
/// coloured cells and needs no script.
std::string chart_json(const ChartSpec& chart);

} // namespace switchroom::report
