#include "gui/widgets/plot/figure.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

Axis label_axis(const std::vector<std::string>* labels, const report::Scale& scale, std::size_t count)
{
    return {.kind = AxisKind::labels,
            .scale = scale,
            .labels = labels,
            .all = drawable({-0.5, static_cast<double>(count) - 0.5}),
            .centred = true};
}

double at(const std::vector<double>& values, std::size_t i)
{
    return i < values.size() ? values[i] : undefined;
}

std::string words_of(const std::string& name, const std::vector<double>& values, const report::Scale& scale,
                     const Locale& locale)
{
    Extent extent;
    extent.add(values);
    return extent.empty() ? name
                          : name + " " + figure_text(scale, extent.range().low, locale) + " – " +
                                figure_text(scale, extent.range().high, locale);
}

} // namespace

Figure figure_of(const report::BarChart& chart, const Look& look)
{
    Figure figure;
    figure.x = label_axis(&chart.labels, chart.x, chart.labels.size());
    figure.y.scale = chart.y;
    const auto shown = static_cast<double>(
        std::count_if(chart.series.begin(), chart.series.end(),
                      [&](const report::BarSeries& series) { return !look.is_hidden(series.name); }));
    const double width = 0.78 / std::max(shown, 1.0);
    double place = 0.0;
    Extent extent;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const report::BarSeries& series = chart.series[s];
        const bool is_shown = !look.is_hidden(series.name);
        if (chart.series.size() > 1)
            figure.legend.push_back({series.name, look.of_series(s), Swatch::box, is_shown});
        figure.summary += (s > 0 ? "; " : "") + words_of(series.name, series.values, chart.y, look.locale);
        for (std::size_t i = 0; i < chart.labels.size(); ++i) {
            const double value = at(series.values, i);
            if (!std::isfinite(value))
                continue;
            figure.empty = false;
            if (!is_shown)
                continue;
            extent.add(value);
            const double left = static_cast<double>(i) - 0.39 + place * width;
            figure.boxes.push_back({.x0 = left,
                                    .x1 = left + width,
                                    .y0 = std::min(value, 0.0),
                                    .y1 = std::max(value, 0.0),
                                    .colour = look.of_series(s),
                                    .text = figure_text(chart.y, value, look.locale),
                                    .short_text = "",
                                    .beside = value < 0.0 ? Beside::below : Beside::above});
        }
        place += is_shown ? 1.0 : 0.0;
    }
    figure.y.all = with_headroom(fitted_from_zero(extent, chart.y), extent);
    return figure;
}

Figure figure_of(const report::Histogram& chart, const Look& look)
{
    Figure figure;
    figure.x.scale = chart.x;
    figure.y.scale = chart.y;
    Extent across;
    across.add(chart.edges);
    for (const report::Marker& marker : chart.markers)
        if (std::isfinite(marker.value)) {
            figure.rules.push_back({true, marker.value, marker.label});
            across.add(marker.value);
        }
    figure.x.all = drawable(across.range());
    const auto shown = std::count_if(chart.series.begin(), chart.series.end(),
                                     [&](const auto& series) { return !look.is_hidden(series.name); });
    Extent up;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const report::HistogramSeries& series = chart.series[s];
        const bool is_shown = !look.is_hidden(series.name);
        if (chart.series.size() > 1)
            figure.legend.push_back({series.name, look.of_series(s), Swatch::box, is_shown});
        figure.summary += (s > 0 ? "; " : "") + words_of(series.name, series.counts, chart.y, look.locale);
        for (std::size_t i = 0; i + 1 < chart.edges.size(); ++i) {
            const double count = at(series.counts, i);
            if (!std::isfinite(count))
                continue;
            figure.empty &= count == 0.0;
            if (!is_shown)
                continue;
            up.add(count);
            figure.boxes.push_back({.x0 = chart.edges[i],
                                    .x1 = chart.edges[i + 1],
                                    .y0 = std::min(0.0, count),
                                    .y1 = std::max(0.0, count),
                                    .colour = look.of_series(s).with_alpha(shown > 1 ? 130 : 215),
                                    .text = "",
                                    .short_text = ""});
        }
    }
    for (const Rule& rule : figure.rules)
        figure.summary += "; " + rule.label;
    figure.y.all = fitted_from_zero(up, chart.y);
    return figure;
}

} // namespace switchroom::gui::plot
