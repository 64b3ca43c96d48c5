#include "gui/panels/scenario_blocks.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"

#include <imgui.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

constexpr float step_width = 196.0F; ///< points: a time, a value, and the way to remove it
constexpr float cell_width = 70.0F;
constexpr float plot_height = 190.0F;

void draw_step(ScenarioView& view, Desk& desk, Ui& ui, const DaySheet& day, std::size_t row)
{
    ImGui::PushID(static_cast<int>(row));
    draw_field(view, desk, ui, day.rows[row].from, false, cell_width);
    beside(ui, 4);
    draw_field(view, desk, ui, day.rows[row].value, false, cell_width);
    beside(ui, 2);
    if (button(ui, "×"))
        view.remove_step(desk, day, row);
    tooltip(ui, ui.say(Text::sc_remove));
    gap(ui, 8);
    ImGui::PopID();
}

/// Downwards in as many columns as find room.
void draw_day(ScenarioView& view, Desk& desk, Ui& ui, const DaySheet& day)
{
    const std::size_t count = day.rows.size();
    const auto columns = static_cast<std::size_t>(std::clamp(width_left(ui) / step_width, 1.0F, 6.0F));
    const std::size_t lines = std::max<std::size_t>((count + columns - 1) / columns, 1);
    ImGui::PushID(day.path.c_str());
    {
        Columns grid(ui, "steps", static_cast<int>(columns));
        for (std::size_t line = 0; line < lines; ++line)
            for (std::size_t column = 0; column < columns; ++column) {
                grid.next();
                if (const std::size_t row = column * lines + line; row < count)
                    draw_step(view, desk, ui, day, row);
            }
    }
    if (button(ui, ui.say(Text::sc_steps_add)))
        view.add_step(desk, day);
    beside(ui, 6);
    if (button(ui, ui.say(Text::sc_steps_remove_day)))
        view.remove(desk, day.path);
    ImGui::PopID();
}

/// A list of the days of which the file does not speak yet.
void draw_new_day(ScenarioView& view, Desk& desk, Ui& ui, const StepTable& table)
{
    if (table.absent.empty())
        return;
    const std::string label = ui.say(Text::sc_steps_add_day);
    if (button(ui, label))
        ImGui::OpenPopup("new day");
    if (!ImGui::BeginPopup("new day"))
        return;
    for (std::size_t i = 0; i < table.absent.size(); ++i)
        if (selectable(ui, table.absent_titles[i], false))
            view.add_day(desk, table, table.absent[i]);
    ImGui::EndPopup();
}

void draw_scaling(ScenarioView& view, Desk& desk, Ui& ui, const StepTable& table)
{
    if (table.kind == FieldKind::integer)
        return;
    beside(ui, 24);
    text(ui, ui.say(Text::sc_steps_scale), TextStyle::muted);
    for (const auto& [label, factor] : {std::pair{Text::sc_steps_less, 0.9}, {Text::sc_steps_more, 1.1}}) {
        beside(ui, 6);
        if (button(ui, ui.say(label)))
            view.scale(desk, table, factor);
    }
}

} // namespace

void draw_steps(ScenarioView& view, Desk& desk, Ui& ui, const StepTable& table)
{
    ImGui::PushID(table.path.c_str());
    if (!table.days.empty()) {
        draw_plot(ui, "curve", table.plot, view.plot_state(table.path), 0.0F, plot_height);
        gap(ui, 4);
        std::vector<std::string> titles;
        for (const DaySheet& day : table.days)
            titles.push_back(day.title);
        int& chosen = view.day_of(table.path);
        chosen = std::clamp(chosen, 0, static_cast<int>(titles.size()) - 1);
        segments(ui, "days", titles, chosen);
        beside(ui, 8);
    }
    draw_new_day(view, desk, ui, table);
    if (!table.days.empty()) {
        draw_scaling(view, desk, ui, table);
        gap(ui, 6);
        draw_day(view, desk, ui, table.days[static_cast<std::size_t>(view.day_of(table.path))]);
    }
    ImGui::PopID();
}

} // namespace switchroom::gui
