#include "gui/view_models/text.h"
#include "gui/widgets/plot/figure.h"
#include "planner/report/heat_colour.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

/// Just below and just above the target differ, so that the eye finds where it is kept.
Colour heat_fill(const report::HeatMap& map, double value, const Palette& palette)
{
    constexpr double least = 0.14;
    const report::HeatPlace place = report::heat_place(map, value);
    const double share = least + (1.0 - least) * place.share;
    return mixed(palette.heat_middle, place.good ? palette.heat_high : palette.heat_low, share);
}

/// The figure without its unit, for narrow cells.
std::string bare(std::string text)
{
    return text.substr(0, text.find(' '));
}

/// An end of the colours: shares without decimals that are not needed.
std::string end_text(const report::Scale& scale, double value, const Locale& locale)
{
    const double percent = 100.0 * value;
    const bool whole = std::abs(percent - std::round(percent)) < 1e-6;
    return scale.unit == KpiUnit::share ? show_number(percent, whole ? 0 : 1, locale) + " %"
                                        : figure_text(scale, value, locale);
}

HeatScale heat_scale(const report::HeatMap& map, const Look& look)
{
    const report::Scale scale{.title = "", .unit = map.unit, .currency = look.locale.currency};
    HeatScale heat{.low = look.palette->heat_low,
                   .middle = look.palette->heat_middle,
                   .high = look.palette->heat_high,
                   .worst = end_text(scale, map.worst, look.locale),
                   .target = "",
                   .best = end_text(scale, map.best, look.locale)};
    if (map.target == map.worst) { // an amount: none of it is bad, so one colour alone
        heat.middle_at = 0.0F;
    } else if (std::isfinite(map.target)) {
        heat.target =
            filled(Text::plot_target, look.locale.language, end_text(scale, map.target, look.locale));
        const double way = map.best - map.worst;
        const double share = way == 0.0 ? 0.5 : (map.target - map.worst) / way;
        heat.middle_at = static_cast<float>(std::clamp(share, 0.05, 0.95));
    }
    return heat;
}

} // namespace

Figure figure_of(const report::HeatMap& map, const Look& look)
{
    Figure figure;
    figure.x = {.kind = AxisKind::labels, .scale = {}, .labels = &map.columns, .centred = true};
    figure.y = {
        .kind = AxisKind::labels, .scale = {}, .labels = &map.rows, .centred = true, .upside_down = true};
    figure.x.all = drawable({-0.5, static_cast<double>(map.columns.size()) - 0.5});
    figure.y.all = drawable({-0.5, static_cast<double>(map.rows.size()) - 0.5});
    figure.grid_y = false;
    const report::Scale scale{.title = "", .unit = map.unit, .currency = look.locale.currency};
    Extent extent;
    for (std::size_t r = 0; r < std::min(map.rows.size(), map.values.size()); ++r)
        for (std::size_t c = 0; c < std::min(map.columns.size(), map.values[r].size()); ++c) {
            const double value = map.values[r][c];
            const auto x = static_cast<double>(c);
            const auto y = static_cast<double>(r);
            Box box{.x0 = x - 0.5, .x1 = x + 0.5, .y0 = y - 0.5, .y1 = y + 0.5};
            if (std::isfinite(value)) {
                extent.add(value);
                box.colour = heat_fill(map, value, *look.palette);
                box.text = figure_text(scale, value, look.locale);
                box.short_text =
                    bare(map.unit == KpiUnit::share ? show_number(100.0 * value, 0, look.locale) : box.text);
            } else {
                box.colour = look.palette->raised.with_alpha(110);
            }
            figure.boxes.push_back(std::move(box));
        }
    figure.empty = extent.empty();
    figure.heat = heat_scale(map, look);
    if (!extent.empty())
        figure.summary = figure_text(scale, extent.range().low, look.locale) + " – " +
                         figure_text(scale, extent.range().high, look.locale);
    return figure;
}

Figure figure_of(const Gantt& gantt, const Look& look)
{
    Figure figure;
    figure.own_labels = std::make_shared<std::vector<std::string>>();
    figure.x.kind = AxisKind::time_of_day;
    figure.x.all = drawable({gantt.from_s, gantt.to_s});
    figure.grid_x = true;
    figure.grid_y = false;
    for (std::size_t k = 0; k < gantt.kinds.size(); ++k)
        figure.legend.push_back(
            {gantt.kinds[k], look.of_series(k), Swatch::box, !look.is_hidden(gantt.kinds[k])});
    for (std::size_t r = 0; r < gantt.rows.size(); ++r) {
        figure.own_labels->push_back(gantt.rows[r].name);
        figure.summary += (r > 0 ? "; " : "") + gantt.rows[r].name;
        const auto y = static_cast<double>(r);
        for (const GanttBar& bar : gantt.rows[r].bars) {
            if (bar.kind < gantt.kinds.size() && look.is_hidden(gantt.kinds[bar.kind]))
                continue;
            figure.boxes.push_back({.x0 = bar.from_s,
                                    .x1 = std::max(bar.to_s, bar.from_s),
                                    .y0 = y - 0.34,
                                    .y1 = y + 0.34,
                                    .colour = look.of_series(bar.kind),
                                    .text = bar.label,
                                    .short_text = ""});
            figure.summary += " " + time_text(bar.from_s) + "–" + time_text(bar.to_s);
        }
    }
    figure.empty = gantt.rows.empty();
    figure.y = {.kind = AxisKind::labels,
                .scale = {},
                .labels = figure.own_labels.get(),
                .all = drawable({-0.5, static_cast<double>(gantt.rows.size()) - 0.5}),
                .centred = true,
                .upside_down = true};
    return figure;
}

} // namespace switchroom::gui::plot
