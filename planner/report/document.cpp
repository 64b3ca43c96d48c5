#include "planner/report/document.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom::report {

namespace {

Cell cell_of(const Scale& scale, double value, double half_width = std::numeric_limits<double>::quiet_NaN())
{
    return figure_cell(scale.unit, value, half_width, scale.currency);
}

double at(const std::vector<double>& values, std::size_t i)
{
    return i < values.size() ? values[i] : std::numeric_limits<double>::quiet_NaN();
}

void fill(const LineChart& chart, DataTable& table)
{
    table.headings.push_back(chart.x.title);
    for (const LineSeries& series : chart.series) {
        table.headings.push_back(series.name);
        if (!series.low.empty()) {
            table.headings.push_back(series.name + ", low");
            table.headings.push_back(series.name + ", high");
        }
    }
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        std::vector<Cell> row{text_cell(chart.labels[i])};
        for (const LineSeries& series : chart.series) {
            row.push_back(cell_of(chart.y, at(series.values, i)));
            if (!series.low.empty()) {
                row.push_back(cell_of(chart.y, at(series.low, i)));
                row.push_back(cell_of(chart.y, at(series.high, i)));
            }
        }
        table.rows.push_back(std::move(row));
    }
}

void fill(const BarChart& chart, DataTable& table)
{
    table.headings.push_back(chart.x.title);
    for (const BarSeries& series : chart.series)
        table.headings.push_back(series.name);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        std::vector<Cell> row{text_cell(chart.labels[i])};
        for (const BarSeries& series : chart.series)
            row.push_back(cell_of(chart.y, at(series.values, i)));
        table.rows.push_back(std::move(row));
    }
}

void fill(const HeatMap& map, DataTable& table)
{
    table.headings.emplace_back("");
    table.headings.insert(table.headings.end(), map.columns.begin(), map.columns.end());
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
        std::vector<Cell> row{text_cell(map.rows[r])};
        for (std::size_t c = 0; c < map.columns.size(); ++c)
            row.push_back(
                figure_cell(map.unit, at(r < map.values.size() ? map.values[r] : std::vector<double>(), c)));
        table.rows.push_back(std::move(row));
    }
}

void fill(const Histogram& chart, DataTable& table)
{
    table.headings = {"from", "to"};
    for (const HistogramSeries& series : chart.series)
        table.headings.push_back(series.name);
    for (std::size_t i = 0; i + 1 < chart.edges.size(); ++i) {
        std::vector<Cell> row{cell_of(chart.x, chart.edges[i]), cell_of(chart.x, chart.edges[i + 1])};
        for (const HistogramSeries& series : chart.series)
            row.push_back(cell_of(chart.y, at(series.counts, i)));
        table.rows.push_back(std::move(row));
    }
}

void fill(const Waterfall& chart, DataTable& table)
{
    table.headings = {"", chart.y.title};
    for (const WaterfallStep& step : chart.steps)
        table.rows.push_back({text_cell(step.label), cell_of(chart.y, step.amount, step.half_width)});
}

void fill(const Tornado& chart, DataTable& table)
{
    table.headings = {"", chart.low_name, "as assumed", chart.high_name};
    for (const TornadoBar& bar : chart.bars)
        table.rows.push_back({text_cell(bar.label), cell_of(chart.x, bar.low), cell_of(chart.x, chart.base),
                              cell_of(chart.x, bar.high)});
}

DataTable table_of(const KeyFigures& figures)
{
    DataTable table{.title = figures.title, .headings = {"", "figure"}, .rows = {}, .note = ""};
    for (const KeyFigure& figure : figures.figures)
        table.rows.push_back({text_cell(figure.label), figure.cell});
    return table;
}

} // namespace

DataTable table_of(const ChartSpec& chart)
{
    DataTable table{.title = chart.title, .headings = {}, .rows = {}, .note = ""};
    std::visit([&](const auto& plot) { fill(plot, table); }, chart.plot);
    return table;
}

std::vector<DataTable> tables_of(const Document& document)
{
    std::vector<DataTable> tables;
    for (const Block& block : document.blocks) {
        if (const auto* table = std::get_if<DataTable>(&block))
            tables.push_back(*table);
        else if (const auto* chart = std::get_if<ChartSpec>(&block))
            tables.push_back(table_of(*chart));
        else if (const auto* figures = std::get_if<KeyFigures>(&block))
            tables.push_back(table_of(*figures));
    }
    return tables;
}

} // namespace switchroom::report
