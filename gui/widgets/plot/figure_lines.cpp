#include "gui/widgets/plot/figure.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

/// "Staffed 0 – 6": a series and where it runs.
std::string range_words(const report::LineSeries& series, const report::Scale& scale, const Locale& locale)
{
    Extent extent;
    extent.add(series.values);
    if (extent.empty())
        return series.name;
    return series.name + " " + figure_text(scale, extent.range().low, locale) + " – " +
           figure_text(scale, extent.range().high, locale);
}

void add_series(const std::vector<report::LineSeries>& all, const std::vector<double>* at,
                const report::Scale& scale, const Look& look, Figure& figure)
{
    Extent extent;
    bool from_zero = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const report::LineSeries& series = all[i];
        const bool shown = !look.is_hidden(series.name);
        if (all.size() > 1)
            figure.legend.push_back({series.name, look.of_series(i), Swatch::line, shown});
        figure.summary += (i > 0 ? "; " : "") + range_words(series, scale, look.locale);
        Extent own;
        own.add(series.values);
        figure.empty &= own.empty();
        if (!shown || own.empty())
            continue;
        const bool band = !series.low.empty() && !series.high.empty();
        figure.lines.push_back({at, &series.values, band ? &series.low : nullptr,
                                band ? &series.high : nullptr, look.of_series(i), series.step,
                                series.filled});
        extent.add(series.values);
        if (band) {
            extent.add(series.low);
            extent.add(series.high);
        }
        from_zero |= series.filled || series.step;
    }
    figure.y.scale = scale;
    for (const Rule& rule : figure.rules)
        if (!rule.upright)
            extent.add(rule.at);
    figure.y.all = from_zero ? fitted_from_zero(extent, scale) : fitted(extent, scale);
    // A line at the very top keeps its full width.
    if (!extent.empty() && extent.range().high > figure.y.all.high - 0.02 * figure.y.all.span())
        figure.y.all.high += 0.04 * figure.y.all.span();
}

bool has_steps(const std::vector<report::LineSeries>& all)
{
    return std::any_of(all.begin(), all.end(), [](const auto& series) { return series.step; });
}

} // namespace

Figure figure_of(const report::LineChart& chart, const Look& look)
{
    Figure figure;
    figure.x.kind = AxisKind::labels;
    figure.x.scale = chart.x;
    figure.x.labels = &chart.labels;
    const auto count = static_cast<double>(chart.labels.size());
    figure.x.all = drawable({0.0, std::max(has_steps(chart.series) ? count : count - 1.0, 0.0)});
    figure.x.ends_after_last = has_steps(chart.series);
    add_series(chart.series, nullptr, chart.y, look, figure);
    figure.empty |= chart.labels.empty();
    return figure;
}

Figure figure_of(const NumericLineChart& chart, const Look& look)
{
    Figure figure;
    figure.x.kind = chart.time_of_day ? AxisKind::time_of_day : AxisKind::number;
    figure.x.scale = chart.x;
    Extent extent;
    extent.add(chart.at);
    if (chart.at.size() > 1 && has_steps(chart.series))
        extent.add(2.0 * chart.at.back() - chart.at[chart.at.size() - 2]);
    for (const report::Marker& marker : chart.upright) {
        figure.rules.push_back({true, marker.value, marker.label});
        extent.add(marker.value);
    }
    for (const report::Marker& marker : chart.level)
        figure.rules.push_back({false, marker.value, marker.label});
    figure.x.all = drawable(extent.range());
    add_series(chart.series, &chart.at, chart.y, look, figure);
    figure.empty |= chart.at.empty();
    return figure;
}

} // namespace switchroom::gui::plot
