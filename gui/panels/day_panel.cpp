#include "gui/panels/day_panel.h"

#include "gui/view_models/kpi_text.h"
#include "gui/view_models/overview_picture.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"

#include <string>
#include <vector>

namespace switchroom::gui {

namespace {

constexpr float plot_height = 220.0F; ///< points
constexpr float week_height = 270.0F;

void choose_weekday(DayView& view, Ui& ui)
{
    std::vector<std::string> days;
    for (std::size_t day = 0; day < 7; ++day)
        days.push_back(weekday_words(day, ui.locale.language));
    int chosen = static_cast<int>(view.weekday());
    if (choice(ui, ui.say(Text::day_weekday), days, chosen))
        view.choose_weekday(static_cast<std::size_t>(chosen));
}

void choose_group(DayView& view, Ui& ui)
{
    if (view.needs().empty())
        return;
    std::vector<std::string> groups;
    for (const report::StaffNeed& need : view.needs())
        groups.push_back(need.group);
    int chosen = static_cast<int>(view.group());
    if (choice(ui, ui.say(Text::day_group), groups, chosen))
        view.choose_group(static_cast<std::size_t>(chosen));
}

void choose_kpi(DayView& view, Ui& ui)
{
    const std::vector<const KpiDefinition*> kpis = view.kpis();
    std::vector<std::string> titles;
    int chosen = 0;
    for (const KpiDefinition* kpi : kpis) {
        if (kpi == &view.kpi())
            chosen = static_cast<int>(titles.size());
        titles.push_back(kpi_title(*kpi, ui.locale.language));
    }
    if (choice(ui, ui.say(Text::day_kpi), titles, chosen))
        view.choose_kpi(*kpis[static_cast<std::size_t>(chosen)]);
    tooltip(ui, kpi_help(view.kpi(), ui.locale.language));
}

void choose_time(DayView& view, Ui& ui)
{
    const RunSnapshot& snapshot = *view.snapshot();
    const OpenSteps steps = open_steps(snapshot.result, snapshot.grid);
    std::vector<std::string> times;
    for (std::size_t slot = steps.first; slot < steps.end; ++slot)
        times.push_back(snapshot.grid.time(slot));
    int chosen = static_cast<int>(view.slot() - steps.first);
    if (choice(ui, ui.say(Text::day_time), times, chosen))
        view.choose_slot(steps.first + static_cast<std::size_t>(chosen));
}

void draw_staffing(DayView& view, Ui& ui)
{
    const Card card(ui, "");
    if (view.needs().empty()) {
        paragraph(ui, view.settled() ? ui.say(Text::day_no_need) : " ", TextStyle::muted);
        return;
    }
    const report::StaffNeed& need = view.needs()[view.group()];
    draw_plot(ui, "staffing", staffing_plot(need, view.snapshot()->grid, ui.locale), view.panel.staffing,
              0.0F, plot_height);
    paragraph(ui, shortage_words(need, view.snapshot()->grid, ui.locale));
}

/// The heat map; a click on a cell chooses its day and its time.
void draw_week(DayView& view, Ui& ui)
{
    const RunSnapshot& snapshot = *view.snapshot();
    const std::size_t first = open_steps(snapshot.result, snapshot.grid).first;
    const Card card(ui, "");
    PlotState& state = view.panel.week;
    state.chosen = PlotCell{view.weekday(), view.slot() - first};
    draw_plot(ui, "week", week_plot(snapshot, view.kpi(), ui.locale), state, 0.0F, week_height);
    if (state.clicked) {
        view.choose_weekday(state.clicked->row);
        view.choose_slot(first + state.clicked->column);
    }
    paragraph(ui, cell_words(snapshot, view.weekday(), view.slot(), ui.locale));
}

} // namespace

void draw_day(DayView& view, Desk& /*desk*/, Ui& ui)
{
    if (!view.snapshot()) {
        const Card card(ui, "");
        text(ui, ui.say(Text::overview_wait_for_results), TextStyle::muted);
        return;
    }
    {
        Columns columns(ui, "day choices", {1.0F, 1.2F, 1.4F, 0.8F});
        columns.next();
        choose_weekday(view, ui);
        columns.next();
        choose_group(view, ui);
        columns.next();
        choose_kpi(view, ui);
        columns.next();
        choose_time(view, ui);
    }
    gap(ui);
    {
        Columns columns(ui, "day plots", {1.0F, 1.0F});
        columns.next();
        draw_staffing(view, ui);
        columns.next();
        const Card card(ui, "");
        draw_plot(ui, "calls", calls_plot(*view.snapshot(), view.weekday(), ui.locale), view.panel.calls,
                  0.0F, plot_height);
    }
    gap(ui);
    draw_week(view, ui);
}

} // namespace switchroom::gui
