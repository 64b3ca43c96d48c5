#include "gui/view_models/day_plots.h"

#include "gui/view_models/kpi_text.h"
#include "gui/view_models/kpi_tile.h"
#include "gui/view_models/overview_picture.h"
#include "gui/view_models/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::gui {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double figure(const RowResult& row, std::string_view kpi)
{
    const KpiResult* found = row.total.find(kpi);
    return found ? found->estimate.mean : undefined;
}

/// Rows sum over all days of that name in the run: so many of them are in it.
double days_of_weekday(const ExperimentResult& result)
{
    return std::max(1.0, result.centre.days / 7.0);
}

/// A total of a row as that of one day.
double on_one_day(const RunSnapshot& snapshot, const RowResult& row, const KpiDefinition& kpi)
{
    const double value = figure(row, kpi.name);
    return kpi.kind == KpiKind::total ? value / days_of_weekday(snapshot.result) : value;
}

report::Scale time_axis(Language language)
{
    report::Scale scale;
    scale.title = text_of(Text::day_time_axis, language);
    return scale;
}

/// Steps of the day with somebody needed or scheduled.
OpenSteps busy_steps(const report::StaffNeed& need)
{
    OpenSteps steps{need.scheduled.size(), 0};
    for (std::size_t slot = 0; slot < need.scheduled.size(); ++slot)
        if (need.scheduled[slot] > 0.0 || need.needed[slot] > 0.0) {
            steps.first = std::min(steps.first, slot);
            steps.end = slot + 1;
        }
    return steps.end == 0 ? OpenSteps{0, need.scheduled.size()} : steps;
}

/// The ends of the colours: all of a share, else what there is, the bad end first.
void set_ends(report::HeatMap& map, const KpiDefinition& kpi)
{
    double low = 0.0;
    double high = 0.0;
    for (const std::vector<double>& row : map.values)
        for (const double value : row)
            high = std::isnan(value) ? high : std::max(high, value);
    if (kpi.unit == KpiUnit::share && kpi.good == KpiGood::higher)
        high = 1.0;
    if (!(high > low))
        high = 1.0;
    map.worst = kpi.good == KpiGood::lower ? high : low;
    map.best = kpi.good == KpiGood::lower ? low : high;
}

} // namespace

OpenSteps open_steps(const ExperimentResult& result, const report::WeekGrid& grid)
{
    OpenSteps steps{grid.slots(), 0};
    for (std::size_t row = 0; row < result.rows.size(); ++row)
        if (figure(result.rows[row], "attempts") > 0.0) {
            steps.first = std::min(steps.first, row % grid.slots());
            steps.end = std::max(steps.end, row % grid.slots() + 1);
        }
    return steps.end == 0 ? OpenSteps{0, grid.slots()} : steps;
}

PlotSpec staffing_plot(const report::StaffNeed& need, const report::WeekGrid& grid, const Locale& locale)
{
    const Language language = locale.language;
    std::string goals;
    for (const std::string& goal : need.goals)
        goals += (goals.empty() ? "" : "; ") + goal;
    report::LineChart chart;
    chart.x = time_axis(language);
    chart.y.title = text_of(Text::day_people, language);
    chart.y.unit = KpiUnit::agents;
    report::LineSeries needed;
    needed.name = text_of(Text::day_needed, language);
    needed.step = true;
    report::LineSeries scheduled;
    scheduled.name = text_of(Text::day_scheduled, language);
    scheduled.step = true;
    scheduled.filled = true;
    const OpenSteps steps = busy_steps(need);
    for (std::size_t slot = steps.first; slot < steps.end; ++slot) {
        chart.labels.push_back(grid.time(slot));
        needed.values.push_back(need.needed[slot]);
        scheduled.values.push_back(need.scheduled[slot]);
    }
    chart.series = {std::move(scheduled), std::move(needed)};
    return {.title = text_of(Text::day_staffing, language),
            .caption = filled(Text::day_staffing_caption, language, need.group,
                              weekday_words(need.weekday, language), goals),
            .plot = std::move(chart)};
}

std::string shortage_words(const report::StaffNeed& need, const report::WeekGrid& grid, const Locale& locale)
{
    if (!need.unreachable.empty())
        return filled(Text::day_unreachable, locale.language, need.unreachable);
    double most = 0.5; // people; less is rounding
    std::size_t worst = need.needed.size();
    for (std::size_t slot = 0; slot < need.needed.size(); ++slot)
        if (need.needed[slot] - need.scheduled[slot] > most) {
            most = need.needed[slot] - need.scheduled[slot];
            worst = slot;
        }
    if (worst == need.needed.size())
        return text_of(Text::day_enough, locale.language);
    return filled(Text::day_short, locale.language, grid.time(worst),
                  show_number(need.needed[worst], 0, locale), show_number(need.scheduled[worst], 0, locale));
}

PlotSpec week_plot(const RunSnapshot& snapshot, const KpiDefinition& kpi, const Locale& locale)
{
    const OpenSteps steps = open_steps(snapshot.result, snapshot.grid);
    report::HeatMap map;
    map.unit = kpi.unit;
    for (std::size_t slot = steps.first; slot < steps.end; ++slot)
        map.columns.push_back(snapshot.grid.time(slot));
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        map.rows.push_back(weekday_words(weekday, locale.language));
        std::vector<double>& values = map.values.emplace_back();
        for (std::size_t slot = steps.first; slot < steps.end; ++slot) {
            const RowResult& row = snapshot.result.rows[snapshot.grid.row(weekday, slot)];
            const bool happens = figure(row, "attempts") > 0.0 || figure(row, "agents_available") > 0.0;
            values.push_back(happens ? on_one_day(snapshot, row, kpi) : undefined);
        }
    }
    set_ends(map, kpi);
    if (kpi.name == "service_level")
        map.target = wanted_level(snapshot.result);
    return {.title = kpi_title(kpi, locale.language),
            .caption = text_of(Text::day_heat_caption, locale.language),
            .plot = std::move(map)};
}

PlotSpec calls_plot(const RunSnapshot& snapshot, std::size_t weekday, const Locale& locale)
{
    const OpenSteps steps = open_steps(snapshot.result, snapshot.grid);
    report::BarChart chart;
    chart.x = time_axis(locale.language);
    chart.y.title = text_of(Text::day_calls_axis, locale.language);
    for (const char* name : {"offered", "abandoned"}) {
        const KpiDefinition& kpi = *find_kpi(KpiScope::contact, name);
        report::BarSeries& series = chart.series.emplace_back();
        series.name = kpi_title_inside(kpi, locale.language);
        for (std::size_t slot = steps.first; slot < steps.end; ++slot)
            series.values.push_back(
                on_one_day(snapshot, snapshot.result.rows[snapshot.grid.row(weekday, slot)], kpi));
    }
    for (std::size_t slot = steps.first; slot < steps.end; ++slot)
        chart.labels.push_back(snapshot.grid.time(slot));
    return {.title = filled(Text::day_calls, locale.language, weekday_words(weekday, locale.language)),
            .caption = text_of(Text::day_calls_caption, locale.language),
            .plot = std::move(chart)};
}

std::string cell_words(const RunSnapshot& snapshot, std::size_t weekday, std::size_t slot,
                       const Locale& locale)
{
    const std::size_t at = snapshot.grid.row(weekday, slot);
    const RowResult& row = snapshot.result.rows[at];
    const std::string when = slot_words(snapshot.grid, at, locale.language);
    const double days = days_of_weekday(snapshot.result);
    const double offered = figure(row, "offered") / days;
    if (!(offered > 0.0))
        return filled(Text::day_cell_nothing, locale.language, when);
    std::string words = filled(Text::day_cell, locale.language, when, show_number(offered, 1, locale),
                               show_figure(KpiUnit::share, figure(row, "service_level"), locale),
                               show_number(figure(row, "abandoned") / days, 1, locale),
                               show_figure(KpiUnit::seconds, figure(row, "mean_wait_s"), locale));
    const double people = figure(row, "agents_available");
    if (people > 0.0)
        words += " " + filled(Text::day_cell_people, locale.language, show_number(people, 1, locale),
                              show_figure(KpiUnit::share, figure(row, "occupancy"), locale));
    return words;
}

} // namespace switchroom::gui
