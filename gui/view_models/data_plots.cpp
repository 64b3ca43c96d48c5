#include "gui/view_models/data_view.h"
#include "gui/view_models/text.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

std::string weekday_title(std::size_t weekday, Language language)
{
    constexpr std::array names{Text::data_monday,   Text::data_tuesday, Text::data_wednesday,
                               Text::data_thursday, Text::data_friday,  Text::data_saturday,
                               Text::data_sunday};
    return text_of(names[weekday], language);
}

} // namespace

PlotSpec DataView::offered_plot(const Locale& locale) const
{
    const OfferedWeek& week = study()->offered;
    report::HeatMap map;
    map.unit = KpiUnit::calls;
    map.worst = 0.0;
    map.target = 0.0;
    map.best = 0.0;
    for (std::size_t day = 0; day < 7; ++day) {
        map.rows.push_back(weekday_title(day, locale.language));
        map.values.push_back(week.calls[day]);
        for (const double calls : week.calls[day])
            map.best = std::isnan(calls) ? map.best : std::max(map.best, calls);
    }
    for (std::size_t slot = 0; slot < week.calls.front().size(); ++slot) {
        const auto minutes =
            static_cast<int>(static_cast<double>(week.first_slot + slot) * week.step_s / 60.0);
        map.columns.push_back(fmt::format("{:02}:{:02}", minutes / 60, minutes % 60));
    }
    return {.title = text_of(Text::data_offered_title, locale.language),
            .caption =
                filled(Text::data_offered_caption, locale.language, static_cast<int>(week.step_s / 60.0)),
            .plot = std::move(map)};
}

PlotSpec DataView::waits_plot(const Locale& locale) const
{
    const WaitSpread& waits = study()->waits;
    report::Histogram histogram;
    for (std::size_t i = 0; i <= waits.answered.size(); ++i)
        histogram.edges.push_back(static_cast<double>(i) * waits.step_s);
    histogram.x = {text_of(Text::data_waits_axis, locale.language), KpiUnit::seconds, {}};
    histogram.y = {text_of(Text::data_calls_axis, locale.language), KpiUnit::count, {}};
    histogram.series = {{text_of(Text::data_answered, locale.language), waits.answered},
                        {text_of(Text::data_hung_up, locale.language), waits.hung_up}};
    const double within_s = study()->report.options.within_s;
    histogram.markers = {
        {filled(Text::data_within, locale.language, show_figure(KpiUnit::seconds, within_s, locale)),
         within_s}};
    return {.title = text_of(Text::data_waits_title, locale.language),
            .caption = filled(Text::data_waits_caption, locale.language,
                              show_figure(KpiUnit::share, waits.at_once, locale),
                              show_figure(KpiUnit::share, waits.beyond, locale)),
            .plot = std::move(histogram)};
}

} // namespace switchroom::gui
