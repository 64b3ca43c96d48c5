#include "gui/view_models/promise_plots.h"

#include "gui/view_models/promise_words.h"
#include "gui/view_models/show_given.h"
#include "gui/view_models/text.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

constexpr double wanted_bins = 24.0;

/// The least of 1, 2, 5 times a power of ten that is not below.
double round_up(double width)
{
    const double power = std::pow(10.0, std::floor(std::log10(width)));
    for (const double step : {1.0, 2.0, 5.0})
        if (step * power >= width * (1.0 - 1e-9))
            return step * power;
    return 10.0 * power;
}

/// Which bin a figure falls into; bin 0 begins at the promise. A figure that is the promise keeps it.
long bin_of(const ClauseVerdict& clause, double figure, double width)
{
    const double at = (figure - clause.promise) / width;
    return clause.less_is_better ? static_cast<long>(std::ceil(at - 1e-9)) - 1
                                 : static_cast<long>(std::floor(at + 1e-9));
}

report::Histogram histogram_of(const ClauseVerdict& clause)
{
    report::Histogram histogram;
    histogram.series.resize(2);
    if (clause.figures.empty())
        return histogram;
    const auto [least, most] = std::minmax_element(clause.figures.begin(), clause.figures.end());
    const double low = std::min(*least, clause.promise);
    const double high = std::max(*most, clause.promise);
    const double width =
        high > low ? round_up((high - low) / wanted_bins) : round_up(clause.is_time ? 1.0 : 0.001);
    const long first = std::min(bin_of(clause, low, width), -1L);
    const long last = std::max(bin_of(clause, high, width), 0L);
    for (long k = first; k <= last + 1; ++k)
        histogram.edges.push_back(clause.promise + static_cast<double>(k) * width);
    for (report::HistogramSeries& series : histogram.series)
        series.counts.assign(histogram.edges.size() - 1, 0.0);
    for (const double figure : clause.figures) {
        const long bin = bin_of(clause, figure, width);
        const bool kept = clause.less_is_better ? bin < 0 : bin >= 0;
        histogram.series[kept ? 0 : 1].counts[static_cast<std::size_t>(bin - first)] += 1.0;
    }
    return histogram;
}

/// A chart over scheduled hours a week, without series.
NumericLineChart over_staffing(const StaffingCurve& curve, const Locale& locale)
{
    NumericLineChart chart{
        .x = {text_of(Text::promise_hours_a_week, locale.language), KpiUnit::hours, locale.currency},
        .y = {},
        .at = {},
        .series = {},
        .upright = {},
        .level = {}};
    for (const StaffingPoint& point : curve.points)
        chart.at.push_back(point.hours_a_week);
    return chart;
}

report::LineSeries line_called(Text name, const Locale& locale)
{
    return {.name = text_of(name, locale.language), .values = {}, .low = {}, .high = {}};
}

} // namespace

PlotSpec figures_plot(const ClauseVerdict& clause, const Locale& locale)
{
    const Language language = locale.language;
    const std::string windows = window_word(clause.window, true, locale);
    report::Histogram histogram = histogram_of(clause);
    histogram.x = {text_of(Text::promise_plot_share, language),
                   clause.is_time ? KpiUnit::seconds : KpiUnit::share, locale.currency};
    histogram.y = {filled(Text::promise_plot_windows, language, windows), KpiUnit::count, locale.currency};
    histogram.series[0].name = text_of(Text::promise_plot_kept, language);
    histogram.series[1].name = text_of(Text::promise_plot_missed, language);
    histogram.markers.push_back(
        {filled(Text::promise_plot_promise, language,
                show_given(clause.is_time ? KpiUnit::seconds : KpiUnit::share, clause.promise, locale)),
         clause.promise});
    return {filled(Text::promise_plot_figures, language, windows),
            text_of(Text::promise_plot_figures_caption, language), std::move(histogram)};
}

PlotSpec assurance_plot(const StaffingCurve& curve, std::size_t clause, double wanted, const Locale& locale)
{
    const Language language = locale.language;
    NumericLineChart chart = over_staffing(curve, locale);
    chart.y = {text_of(Text::promise_probability, language), KpiUnit::share, locale.currency};
    report::LineSeries kept = line_called(Text::promise_plot_probability, locale);
    for (const StaffingPoint& point : curve.points) {
        const ClauseVerdict& verdict = point.clauses[clause];
        kept.values.push_back(verdict.probability);
        kept.low.push_back(verdict.interval_95.low);
        kept.high.push_back(verdict.interval_95.high);
    }
    chart.series = {std::move(kept)};
    chart.level.push_back(
        {filled(Text::promise_plot_wanted, language, show_given(KpiUnit::share, wanted, locale)), wanted});
    if (curve.least >= 0)
        chart.upright.push_back({text_of(Text::promise_plot_least, language),
                                 curve.points[static_cast<std::size_t>(curve.least)].hours_a_week});
    return {text_of(Text::promise_plot_assurance, language),
            text_of(Text::promise_plot_assurance_caption, language), std::move(chart)};
}

PlotSpec credits_plot(const StaffingCurve& curve, std::size_t clause, const Locale& locale)
{
    const Language language = locale.language;
    NumericLineChart chart = over_staffing(curve, locale);
    report::LineSeries mean = line_called(Text::promise_plot_credit_mean, locale);
    report::LineSeries p95 = line_called(Text::promise_plot_credit_p95, locale);
    std::string window;
    for (const StaffingPoint& point : curve.points) {
        const ClauseVerdict& verdict = point.clauses[clause];
        mean.values.push_back(verdict.credit.mean);
        p95.values.push_back(verdict.credit_p95);
        window = window_word(verdict.window, false, locale);
    }
    chart.y = {filled(Text::promise_credit_column, language, window), KpiUnit::money, locale.currency};
    chart.series = {std::move(mean), std::move(p95)};
    return {text_of(Text::promise_plot_credits, language),
            filled(Text::promise_plot_credits_caption, language, window), std::move(chart)};
}

} // namespace switchroom::gui
