#pragma once
/// A plot as plain values: the report's charts, and those that only the window has. Undefined values are NaN.
///
/// Which one to take: a LineChart where x is a list of labels (times like "08:00" are understood and thinned
/// to full hours); a NumericLineChart where x is a number, an amount or a time of day at any distance.

#include "planner/report/chart_spec.h"

#include <string>
#include <variant>
#include <vector>

namespace switchroom::gui {

/// Lines and steps over numbers. The values of each series are as many as `at`; a step holds from its x to
/// the next one, the last step for as long as the one before it.
struct NumericLineChart {
    report::Scale x, y;
    bool time_of_day = false; ///< x is in seconds from midnight, whatever its unit says
    std::vector<double> at;   ///< ascending positions on the x axis
    std::vector<report::LineSeries> series;
    std::vector<report::Marker> upright; ///< lines at an x: "now", "break-even"
    std::vector<report::Marker> level;   ///< lines at a y: a target
};

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
                          report::Waterfall, report::Tornado, Gantt, NumericLineChart>;

struct PlotSpec {
    std::string title;   ///< empty: none is drawn (say it in `caption` or beside the plot)
    std::string caption; ///< how to read it, a sentence or two
    Plot plot;
};

} // namespace switchroom::gui
