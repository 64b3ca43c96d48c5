#include "gui/widgets/plot/figure.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

void own_labels(Figure& figure, Axis& axis, bool rows)
{
    axis.kind = AxisKind::labels;
    axis.labels = figure.own_labels.get();
    axis.all = drawable({-0.5, static_cast<double>(figure.own_labels->size()) - 0.5});
    axis.centred = true;
    axis.upside_down = rows;
}

Box step_box(const report::WaterfallStep& step, double from, double to, std::size_t i)
{
    const double half = std::isfinite(step.half_width) ? std::abs(step.half_width) : undefined;
    const auto x = static_cast<double>(i);
    return {.x0 = x - 0.34,
            .x1 = x + 0.34,
            .y0 = std::min(from, to),
            .y1 = std::max(from, to),
            .colour = {},
            .text = "",
            .short_text = "",
            .beside = to < from ? Beside::below : Beside::above,
            .low = to - half,
            .high = to + half};
}

struct Side {
    double value = 0.0;
    Colour colour;
    double top = 0.0; ///< of the row, −1 … 1
    double bottom = 0.0;
    bool text_across = false; ///< on the other side of the base, where the longer bar's text is not
};

/// Ends of bars are told as finely as a twentieth of the longest bar, so that bars of unlike length have
/// unlike figures.
Box tornado_box(const report::Tornado& chart, std::size_t row, const Side& side, double longest,
                const Locale& locale)
{
    const auto y = static_cast<double>(row);
    return {.x0 = std::min(side.value, chart.base),
            .x1 = std::max(side.value, chart.base),
            .y0 = y + 0.36 * side.top,
            .y1 = y + 0.36 * side.bottom,
            .colour = side.colour,
            .text = figure_text_within(chart.x, side.value, longest / 20.0, locale),
            .short_text = "",
            .beside = (side.value < chart.base) != side.text_across ? Beside::left : Beside::right};
}

} // namespace

Figure figure_of(const report::Waterfall& chart, const Look& look)
{
    Figure figure;
    figure.own_labels = std::make_shared<std::vector<std::string>>();
    figure.y.scale = chart.y;
    Extent extent;
    double so_far = 0.0;
    for (std::size_t i = 0; i < chart.steps.size(); ++i) {
        const report::WaterfallStep& step = chart.steps[i];
        figure.own_labels->push_back(step.label);
        if (!std::isfinite(step.amount))
            continue;
        figure.empty = false;
        const double from = step.is_total ? 0.0 : so_far;
        const double to = step.is_total ? step.amount : so_far + step.amount;
        Box box = step_box(step, from, to, i);
        box.colour = look.of_series(step.is_total ? 0 : step.amount < 0.0 ? 2 : 1);
        box.text = step.is_total ? figure_text(chart.y, step.amount, look.locale)
                                 : difference_text(chart.y, step.amount, undefined, look.locale);
        for (const double value : {from, to, box.low, box.high})
            extent.add(value);
        const auto x = static_cast<double>(i);
        if (i + 1 < chart.steps.size())
            figure.links.push_back({x + 0.34, x + 0.66, to});
        figure.summary += (i > 0 ? "; " : "") + step.label + " " + box.text;
        figure.boxes.push_back(std::move(box));
        so_far = to;
    }
    own_labels(figure, figure.x, false);
    figure.y.all = with_headroom(fitted_from_zero(extent, chart.y), extent);
    return figure;
}

Figure figure_of(const report::Tornado& chart, const Look& look)
{
    Figure figure;
    figure.own_labels = std::make_shared<std::vector<std::string>>();
    figure.x.scale = chart.x;
    figure.grid_x = true;
    figure.grid_y = false;
    const bool low_shown = !look.is_hidden(chart.low_name);
    const bool high_shown = !look.is_hidden(chart.high_name);
    figure.legend = {{chart.low_name, look.of_series(0), Swatch::box, low_shown},
                     {chart.high_name, look.of_series(1), Swatch::box, high_shown}};
    Extent extent;
    extent.add(chart.base);
    double longest = 0.0;
    for (const report::TornadoBar& bar : chart.bars)
        for (const double end : {bar.low, bar.high})
            longest = std::max(longest, std::isfinite(end) ? std::abs(end - chart.base) : 0.0);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const report::TornadoBar& bar = chart.bars[i];
        figure.own_labels->push_back(bar.label);
        extent.add(bar.low);
        extent.add(bar.high);
        const bool same_side = (bar.low < chart.base) == (bar.high < chart.base);
        const bool low_nearer = std::abs(bar.low - chart.base) < std::abs(bar.high - chart.base);
        if (low_shown && std::isfinite(bar.low))
            figure.boxes.push_back(tornado_box(
                chart, i,
                {bar.low, look.of_series(0), -1.0, same_side ? -0.05 : 1.0, same_side && low_nearer}, longest,
                look.locale));
        if (high_shown && std::isfinite(bar.high))
            figure.boxes.push_back(tornado_box(
                chart, i,
                {bar.high, look.of_series(1), same_side ? 0.05 : -1.0, 1.0, same_side && !low_nearer},
                longest, look.locale));
        figure.summary += (i > 0 ? "; " : "") + bar.label + " " + figure_text(chart.x, bar.low, look.locale) +
                          " – " + figure_text(chart.x, bar.high, look.locale);
    }
    figure.empty = chart.bars.empty() || !std::isfinite(chart.base);
    own_labels(figure, figure.y, true);
    // Room for the figures at the ends of the bars.
    const AxisRange range = drawable(extent.empty() ? AxisRange{} : extent.range());
    figure.x.all = {range.low - 0.16 * range.span(), range.high + 0.16 * range.span()};
    figure.rules.push_back(
        {true, chart.base, figure_text_within(chart.x, chart.base, longest / 20.0, look.locale), false});
    return figure;
}

} // namespace switchroom::gui::plot
