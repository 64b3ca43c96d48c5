#include "gui/widgets/plot/tip.h"

#include "gui/view_models/text.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

double at(const std::vector<double>& values, std::size_t i)
{
    return i < values.size() ? values[i] : undefined;
}

/// "81 % ± 0.4", or the two ends where the band is lopsided.
std::string value_with_band(const report::LineSeries& series, std::size_t i, const report::Scale& scale,
                            const Locale& locale)
{
    const double value = at(series.values, i);
    const double down = value - at(series.low, i);
    const double up = at(series.high, i) - value;
    if (!std::isfinite(down) || !std::isfinite(up) || down < 0.0 || up < 0.0)
        return figure_text(scale, value, locale);
    if (std::abs(up - down) <= 0.02 * (up + down))
        return estimate_text(scale, value, 0.5 * (up + down), locale);
    return figure_text(scale, value, locale) + " (" + figure_text(scale, value - down, locale) + " – " +
           figure_text(scale, value + up, locale) + ")";
}

Tip tip_of_series(const std::vector<report::LineSeries>& all, const report::Scale& scale, const Look& look,
                  std::size_t i, double x)
{
    Tip tip;
    tip.x = x;
    for (std::size_t s = 0; s < all.size(); ++s) {
        const double value = at(all[s].values, i);
        if (look.is_hidden(all[s].name))
            continue;
        tip.rows.push_back({all[s].name, value_with_band(all[s], i, scale, look.locale), look.of_series(s)});
        if (std::isfinite(value))
            tip.dots.push_back({x, value, look.of_series(s)});
    }
    return tip;
}

bool any_step(const std::vector<report::LineSeries>& all)
{
    return std::any_of(all.begin(), all.end(), [](const auto& series) { return series.step; });
}

/// The place of label i of bars.
AxisRange place_of(std::size_t i)
{
    return {static_cast<double>(i) - 0.5, static_cast<double>(i) + 0.5};
}

/// The label under x: nearest, or the one whose step is there.
std::optional<std::size_t> index_at(double x, std::size_t count, bool step = false)
{
    const double i = step ? std::floor(x) : std::round(x);
    if (!std::isfinite(i) || i < 0.0 || i >= static_cast<double>(count))
        return std::nullopt;
    return static_cast<std::size_t>(i);
}

std::optional<Tip> tip_of(const report::LineChart& chart, const Look& look, double x, double)
{
    const bool step = any_step(chart.series);
    const auto i = index_at(x, chart.labels.size(), step);
    if (!i)
        return std::nullopt;
    Tip tip = tip_of_series(chart.series, chart.y, look, *i, static_cast<double>(*i));
    tip.title = chart.labels[*i];
    if (step) { // the dot goes with the pointer along the step
        tip.x = x;
        for (TipDot& dot : tip.dots)
            dot.x = x;
        if (*i + 1 < chart.labels.size() && minutes_of(chart.labels[*i]) >= 0)
            tip.title += " – " + chart.labels[*i + 1];
    }
    return tip;
}

std::optional<Tip> tip_of(const NumericLineChart& chart, const Look& look, double x, double)
{
    if (chart.at.empty() || !std::isfinite(x))
        return std::nullopt;
    const auto after = std::upper_bound(chart.at.begin(), chart.at.end(), x);
    auto i = static_cast<std::size_t>(after - chart.at.begin());
    const bool step = any_step(chart.series);
    if (i == chart.at.size() || (i > 0 && (step || x - chart.at[i - 1] < chart.at[i] - x)))
        i -= i > 0 ? 1 : 0;
    Tip tip = tip_of_series(chart.series, chart.y, look, i, chart.at[i]);
    tip.title = chart.time_of_day ? time_text(chart.at[i]) : figure_text(chart.x, chart.at[i], look.locale);
    if (!chart.time_of_day && !chart.x.title.empty())
        tip.title = chart.x.title + ": " + tip.title;
    return tip;
}

std::optional<Tip> tip_of(const report::BarChart& chart, const Look& look, double x, double)
{
    const auto i = index_at(x, chart.labels.size());
    if (!i)
        return std::nullopt;
    Tip tip;
    tip.title = chart.labels[*i];
    tip.lit_columns = place_of(*i);
    for (std::size_t s = 0; s < chart.series.size(); ++s)
        if (!look.is_hidden(chart.series[s].name))
            tip.rows.push_back({chart.series[s].name,
                                figure_text(chart.y, at(chart.series[s].values, *i), look.locale),
                                look.of_series(s)});
    return tip;
}

std::optional<Tip> tip_of(const report::Histogram& chart, const Look& look, double x, double)
{
    const auto after = std::upper_bound(chart.edges.begin(), chart.edges.end(), x);
    if (after == chart.edges.begin() || after == chart.edges.end())
        return std::nullopt;
    const auto i = static_cast<std::size_t>(after - chart.edges.begin()) - 1;
    Tip tip;
    tip.title =
        filled(Text::plot_in_between, look.locale.language, figure_text(chart.x, chart.edges[i], look.locale),
               figure_text(chart.x, chart.edges[i + 1], look.locale));
    for (std::size_t s = 0; s < chart.series.size(); ++s)
        if (!look.is_hidden(chart.series[s].name))
            tip.rows.push_back({chart.series[s].name,
                                figure_text(chart.y, at(chart.series[s].counts, i), look.locale),
                                look.of_series(s)});
    return tip;
}

std::optional<Tip> tip_of(const report::Waterfall& chart, const Look& look, double x, double)
{
    const auto i = index_at(x, chart.steps.size());
    if (!i)
        return std::nullopt;
    const report::WaterfallStep& step = chart.steps[*i];
    Tip tip;
    tip.title = step.label;
    tip.lit_columns = place_of(*i);
    tip.rows.push_back({"",
                        step.is_total ? estimate_text(chart.y, step.amount, step.half_width, look.locale)
                                      : difference_text(chart.y, step.amount, step.half_width, look.locale),
                        std::nullopt});
    return tip;
}

std::optional<Tip> tip_of(const report::Tornado& chart, const Look& look, double, double y)
{
    const auto i = index_at(y, chart.bars.size());
    if (!i)
        return std::nullopt;
    const report::TornadoBar& bar = chart.bars[*i];
    const auto change = [&](double value) {
        return figure_text(chart.x, value, look.locale) + " (" +
               difference_text(chart.x, value - chart.base, undefined, look.locale) + ")";
    };
    Tip tip;
    tip.title = bar.label;
    tip.lit_rows = place_of(*i);
    tip.rows = {{chart.low_name, change(bar.low), look.of_series(0)},
                {text_of(Text::plot_as_assumed, look.locale.language),
                 figure_text(chart.x, chart.base, look.locale), std::nullopt},
                {chart.high_name, change(bar.high), look.of_series(1)}};
    return tip;
}

std::optional<Tip> tip_of(const report::HeatMap& map, const Look& look, double x, double y)
{
    const auto column = index_at(x, map.columns.size());
    const auto row = index_at(y, map.rows.size());
    if (!column || !row)
        return std::nullopt;
    const double value = *row < map.values.size() ? at(map.values[*row], *column) : undefined;
    const report::Scale scale{.title = "", .unit = map.unit, .currency = look.locale.currency};
    Tip tip;
    tip.title = map.rows[*row] + ", " + map.columns[*column];
    tip.rows.push_back({"",
                        std::isnan(value) ? text_of(Text::plot_nothing_there, look.locale.language)
                                          : figure_text(scale, value, look.locale),
                        std::nullopt});
    const auto cx = static_cast<double>(*column);
    const auto cy = static_cast<double>(*row);
    tip.box = Box{.x0 = cx - 0.5, .x1 = cx + 0.5, .y0 = cy - 0.5, .y1 = cy + 0.5};
    return tip;
}

std::optional<Tip> tip_of(const Gantt& gantt, const Look& look, double x, double y)
{
    const auto row = index_at(y, gantt.rows.size());
    if (!row)
        return std::nullopt;
    Tip tip;
    tip.title = gantt.rows[*row].name + ", " + time_text(x);
    tip.x = x;
    for (const GanttBar& bar : gantt.rows[*row].bars) {
        const std::string kind = bar.kind < gantt.kinds.size() ? gantt.kinds[bar.kind] : "";
        if (x < bar.from_s || x >= bar.to_s || look.is_hidden(kind))
            continue;
        const std::string times = time_text(bar.from_s) + " – " + time_text(bar.to_s);
        tip.rows.push_back({bar.label.empty() ? kind : bar.label, times, look.of_series(bar.kind)});
    }
    return tip;
}

} // namespace

std::optional<Tip> tip_at(const PlotSpec& spec, const Look& look, double x, double y)
{
    return std::visit([&](const auto& plot) { return tip_of(plot, look, x, y); }, spec.plot);
}

} // namespace switchroom::gui::plot
