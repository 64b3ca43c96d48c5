#pragma once
/// Charts as plain values, without a word about how they are drawn: the HTML page draws them by Chart.js, a
/// window may draw the same ones by other means, and every one can be told as a table.
///
/// Undefined values are NaN: nothing is drawn there. Shares are 0 … 1, times in seconds, money in `currency`.

#include "planner/report/cell.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace switchroom::report {

/// What a scale shows.
struct Scale {
    std::string title;
    KpiUnit unit = KpiUnit::count;
    std::string currency = "EUR";
};

/// One line over the labels of the x axis.
struct LineSeries {
    std::string name;
    std::vector<double> values;
    std::vector<double> low; ///< lower and upper edge of a band around the line; both empty: no band
    std::vector<double> high;
    bool step = false;   ///< holds from its label to the next one
    bool filled = false; ///< down to zero
};

/// Lines and steps.
struct LineChart {
    std::vector<std::string> labels;
    Scale x, y;
    std::vector<LineSeries> series;
};

struct BarSeries {
    std::string name;
    std::vector<double> values;
};

/// Bars side by side for each label.
struct BarChart {
    std::vector<std::string> labels;
    Scale x, y;
    std::vector<BarSeries> series;
};

/// A figure by row and column, coloured by how good it is.
struct HeatMap {
    std::vector<std::string> columns;
    std::vector<std::string> rows;
    std::vector<std::vector<double>> values; ///< rows × columns; NaN: nothing happened there
    KpiUnit unit = KpiUnit::share;
    double worst = 0.0; ///< the values that take the two ends of the colours
    double best = 1.0;
    double target = std::numeric_limits<double>::quiet_NaN(); ///< NaN: none
};

/// A value worth a line through the chart.
struct Marker {
    std::string label;
    double value = 0.0;
};

struct HistogramSeries {
    std::string name;
    std::vector<double> counts; ///< one less than edges
};

struct Histogram {
    std::vector<double> edges; ///< ascending, equally spaced
    Scale x, y;
    std::vector<HistogramSeries> series;
    std::vector<Marker> markers;
};

struct WaterfallStep {
    std::string label;
    double amount = 0.0;
    double half_width = std::numeric_limits<double>::quiet_NaN();
    bool is_total = false; ///< drawn from zero; its amount is the sum so far
};

/// Amounts that add up from left to right.
struct Waterfall {
    Scale y;
    std::vector<WaterfallStep> steps;
};

/// What one assumption does to a figure when it is lower or higher than assumed.
struct TornadoBar {
    std::string label;
    double low = 0.0;  ///< the figure with the assumption lowered
    double high = 0.0; ///< … raised
};

struct Tornado {
    Scale x;
    double base = 0.0; ///< the figure as assumed
    std::string low_name;
    std::string high_name;
    std::vector<TornadoBar> bars; ///< the widest first
};

using Plot = std::variant<LineChart, BarChart, HeatMap, Histogram, Waterfall, Tornado>;

struct ChartSpec {
    std::string title;
    std::string caption; ///< how to read it, one or two sentences
    Plot plot;
};

} // namespace switchroom::report
