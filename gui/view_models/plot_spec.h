#pragma once
/// A plot as plain values: the report's charts, and those that only the window has. Undefined values are NaN.

#include "planner/report/chart_spec.h"

#include <string>
#include <variant>
#include <vector>

namespace switchroom::gui {

/// One stretch of time in a row of a Gantt chart.
struct GanttBar {
    double from_s = 0.0; ///< from midnight
    double to_s = 0.0;
    std::size_t kind = 0; ///< of Gantt::kinds
    std::string label;    ///< told by the tooltip
};

struct GanttRow {
    std::string name;
    std::vector<GanttBar> bars;
};

/// Who is there when.
struct Gantt {
    double from_s = 0.0;
    double to_s = 86400.0;
    std::vector<std::string> kinds; ///< "at work", "break" …: legend and colours
    std::vector<GanttRow> rows;
};

using Plot = std::variant<report::LineChart, report::BarChart, report::HeatMap, report::Histogram,
                          report::Waterfall, report::Tornado, Gantt>;

struct PlotSpec {
    std::string title;
    std::string caption; ///< how to read it, a sentence or two
    Plot plot;
};

} // namespace switchroom::gui
