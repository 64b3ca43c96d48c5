#include "planner/report/chart_json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom::report {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json numbers(const std::vector<double>& values)
{
    Json json = Json::array();
    for (const double value : values)
        json.push_back(number(value));
    return json;
}

Json scale_json(const Scale& scale)
{
    return {{"title", scale.title}, {"unit", to_text(scale.unit)}, {"currency", scale.currency}};
}

Json plot_json(const LineChart& chart)
{
    Json series = Json::array();
    for (const LineSeries& one : chart.series) {
        Json json{{"name", one.name}, {"step", one.step}, {"filled", one.filled}};
        json["values"] = numbers(one.values);
        if (!one.low.empty()) {
            json["low"] = numbers(one.low);
            json["high"] = numbers(one.high);
        }
        series.push_back(std::move(json));
    }
    return {{"kind", "line"},
            {"labels", chart.labels},
            {"x", scale_json(chart.x)},
            {"y", scale_json(chart.y)},
            {"series", std::move(series)}};
}

Json plot_json(const BarChart& chart)
{
    Json series = Json::array();
    for (const BarSeries& one : chart.series)
        series.push_back({{"name", one.name}, {"values", numbers(one.values)}});
    return {{"kind", "bar"},
            {"labels", chart.labels},
            {"x", scale_json(chart.x)},
            {"y", scale_json(chart.y)},
            {"series", std::move(series)}};
}

Json plot_json(const HeatMap&)
{
    return {{"kind", "heat"}};
}

Json plot_json(const Histogram& chart)
{
    Json series = Json::array();
    for (const HistogramSeries& one : chart.series)
        series.push_back({{"name", one.name}, {"values", numbers(one.counts)}});
    Json markers = Json::array();
    for (const Marker& marker : chart.markers)
        markers.push_back({{"label", marker.label}, {"value", marker.value}});
    return {{"kind", "histogram"},      {"edges", numbers(chart.edges)}, {"x", scale_json(chart.x)},
            {"y", scale_json(chart.y)}, {"series", std::move(series)},   {"markers", std::move(markers)}};
}

Json plot_json(const Waterfall& chart)
{
    Json steps = Json::array();
    for (const WaterfallStep& step : chart.steps)
        steps.push_back({{"label", step.label},
                         {"amount", number(step.amount)},
                         {"half_width", number(step.half_width)},
                         {"total", step.is_total}});
    return {{"kind", "waterfall"}, {"y", scale_json(chart.y)}, {"steps", std::move(steps)}};
}

Json plot_json(const Tornado& chart)
{
    Json bars = Json::array();
    for (const TornadoBar& bar : chart.bars)
        bars.push_back({{"label", bar.label}, {"low", number(bar.low)}, {"high", number(bar.high)}});
    return {{"kind", "tornado"},          {"x", scale_json(chart.x)},     {"base", chart.base},
            {"low_name", chart.low_name}, {"high_name", chart.high_name}, {"bars", std::move(bars)}};
}

} // namespace

std::string chart_json(const ChartSpec& chart)
{
    return std::visit([](const auto& plot) { return plot_json(plot).dump(); }, chart.plot);
}

} // namespace switchroom::report
