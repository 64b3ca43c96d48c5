#include "gui/view_models/break_even_words.h"

#include "gui/view_models/compare_words.h"
#include "gui/view_models/text.h"

#include <cmath>

namespace switchroom::gui {

namespace {

const std::string& base_name(const BreakEvenFigures& figures)
{
    return figures.order.base->centre.scenario;
}

const std::string& other_name(const BreakEvenFigures& figures)
{
    return figures.order.other->centre.scenario;
}

std::string percent(double share, int decimals, const Locale& locale)
{
    return show_number(100.0 * share, decimals, locale) + " %";
}

double calls_at_whole_volume(const BreakEvenFigures& figures)
{
    for (const BothAt& point : figures.points)
        if (point.volume == 1.0)
            return point.calls;
    return 0.0;
}

report::LineSeries line_of(const BreakEvenFigures& figures, const std::string& name, Estimate BothAt::*which)
{
    report::LineSeries line{.name = name, .values = {}, .low = {}, .high = {}};
    for (const BothAt& point : figures.points) {
        const Estimate& value = point.*which;
        const double half_width = std::isnan(value.half_width) ? 0.0 : value.half_width;
        line.values.push_back(value.mean);
        line.low.push_back(value.mean - half_width);
        line.high.push_back(value.mean + half_width);
    }
    return line;
}

} // namespace

std::vector<std::string> even_sentences_of(const BreakEvenFigures& figures, const Locale& locale)
{
    std::vector<std::string> sentences;
    const bool lower_is_better = figures.good == KpiGood::lower;
    for (const BreakEven& even : figures.evens) {
        const bool other_below = even.rises == lower_is_better;
        sentences.push_back(filled(Text::compare_even_at, locale.language, percent(even.volume, 1, locale),
                                   percent(even.low, 1, locale), percent(even.high, 1, locale),
                                   show_number(calls_at_whole_volume(figures) * even.volume, 0, locale),
                                   other_below ? other_name(figures) : base_name(figures),
                                   other_below ? base_name(figures) : other_name(figures)));
    }
    if (sentences.empty()) {
        const bool other_is_better = (figures.points.front().change.mean > 0.0) != lower_is_better;
        sentences.push_back(filled(Text::compare_never_even, locale.language,
                                   percent(figures.points.front().volume, 0, locale),
                                   percent(figures.points.back().volume, 0, locale),
                                   other_is_better ? other_name(figures) : base_name(figures)));
    }
    return sentences;
}

PlotSpec even_plot_of(const BreakEvenFigures& figures, const Locale& locale)
{
    const std::string title = figure_title(figures.order.figure, locale.language);
    NumericLineChart plot{.x = {.title = text_of(Text::compare_volume, locale.language),
                                .unit = KpiUnit::share,
                                .currency = locale.currency},
                          .y = {.title = title, .unit = figures.unit, .currency = locale.currency},
                          .at = {},
                          .series = {line_of(figures, base_name(figures), &BothAt::base),
                                     line_of(figures, other_name(figures), &BothAt::other)},
                          .upright = {},
                          .level = {}};
    for (const BothAt& point : figures.points)
        plot.at.push_back(point.volume);
    for (const BreakEven& even : figures.evens)
        plot.upright.push_back({percent(even.volume, 1, locale), even.volume});
    return {.title = filled(Text::compare_even_plot, locale.language, title),
            .caption = text_of(Text::compare_even_caption, locale.language),
            .plot = std::move(plot)};
}

} // namespace switchroom::gui
