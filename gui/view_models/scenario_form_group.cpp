#include "gui/view_models/node_path.h"
#include "gui/view_models/record_table.h"
#include "gui/view_models/scenario_form.h"
#include "gui/view_models/staff_rewritings.h"
#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/reporter.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

using Kind = Node::Kind;

/// Steps by weekday, or one number.
FormBlock agents_block(const FormSource& source, const std::string& path)
{
    const Language language = source.locale.language;
    const Node* agents = find_node(source.root, path + ".agents");
    FormBlock block;
    block.title = text_of(Text::sc_agents, language);
    if (!agents || agents->is(Kind::integer)) {
        block.fields.push_back(
            make_field(source, path + ".agents", text_of(Text::sc_agents_number, language)));
        block.fields.back().kind = FieldKind::integer;
        block.note = text_of(Text::sc_agents_constant, language);
    } else if (agents->is(Kind::table) && (agents->find("log") || agents->find("file"))) {
        block.fields.push_back(make_field(source,
                                          path + (agents->find("log") ? ".agents.log.file" : ".agents.file"),
                                          text_of(Text::sc_log_file, language)));
    } else {
        block.steps = step_table(source.root, path + ".agents", FieldKind::integer, source.locale);
    }
    block.rewritings = staff_rewritings(source, path);
    return block;
}

void add_bars(GanttRow& row, const std::vector<ClockWindow>& windows, std::size_t kind)
{
    for (const ClockWindow& window : windows) {
        const double from_s = window.start.second_of_day;
        const double to_s = window.end.second_of_day;
        const std::string label = to_text(window.start) + "–" + to_text(window.end);
        row.bars.push_back({from_s, to_s > from_s ? to_s : 86400.0, kind, label});
        if (to_s <= from_s && to_s > 0.0)
            row.bars.push_back({0.0, to_s, kind, label});
    }
}

/// Who works when: a row for each shift and weekday kind, and the windows in which breaks lie.
PlotSpec shifts_plot(const FormSource& source, const Node& shifts)
{
    const Language language = source.locale.language;
    Gantt gantt;
    gantt.kinds = {text_of(Text::sc_at_work, language), text_of(Text::sc_break, language)};
    for (std::size_t i = 0; i < shifts.items.size(); ++i) {
        const Node& shift = shifts.items[i];
        const Node* name = shift.find("name");
        const Node* agents = shift.find("agents");
        const std::string title =
            name && name->is(Kind::text) ? name->text : filled(Text::sc_shift_number, language, i + 1);
        const std::int64_t people = agents && agents->is(Kind::integer) ? agents->integer : 1;
        for (const std::string_view key : EnumNames<DayKey>::names) {
            const Node* windows = shift.find(key);
            if (!windows)
                continue;
            GanttRow row{fmt::format("{} × {}, {}", people, title, day_title(key, language)), {}};
            add_bars(row, windows_of(*windows), 0);
            if (const Node* breaks = shift.find("breaks"))
                for (const Node& pause : breaks->items)
                    if (const Node* between = pause.find("between"))
                        add_bars(row, windows_of(*between), 1);
            gantt.rows.push_back(std::move(row));
        }
    }
    return {text_of(Text::sc_shifts, language), text_of(Text::sc_shifts_note, language), std::move(gantt)};
}

void add_shift_blocks(const FormSource& source, const std::string& path, std::vector<FormBlock>& blocks)
{
    const Language language = source.locale.language;
    const std::string list = path + ".shifts";
    const Node* shifts = find_node(source.root, list);
    FormBlock block;
    block.title = text_of(Text::sc_shifts, language);
    block.records = record_table(source, list, {{"name", Text::sc_name}, {"agents", Text::sc_people}},
                                 windows_columns(source.root, list));
    block.records->add_label = text_of(Text::sc_add_shift, language);
    block.records->fresh = "{ name = \"day\", agents = 1, weekdays = \"08:00-16:30\" }";
    block.rewritings = staff_rewritings(source, path);
    if (shifts)
        block.plot = shifts_plot(source, *shifts);
    blocks.push_back(std::move(block));
    const std::size_t count = shifts ? shifts->items.size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        FormBlock breaks;
        const Node* name = shifts->items[i].find("name");
        breaks.title = filled(Text::sc_breaks_of, language,
                              name && name->is(Kind::text) ? name->text
                                                           : filled(Text::sc_shift_number, language, i + 1));
        breaks.records = record_table(source, join_path(list, i) + ".breaks",
                                      {{"length", Text::sc_break_length},
                                       {"between", Text::sc_break_between},
                                       {"paid", Text::sc_break_paid}});
        breaks.records->add_label = text_of(Text::sc_add_break, language);
        breaks.records->fresh = "{ length = \"30min\", between = \"11:30-14:00\" }";
        blocks.push_back(std::move(breaks));
    }
}

FormBlock skills_block(const FormSource& source, const std::string& path)
{
    const Language language = source.locale.language;
    FormBlock block;
    block.title = text_of(Text::sc_skills, language);
    block.note = text_of(Text::sc_skills_note, language);
    block.records =
        record_table(source, path + ".skills",
                     {{"contact", Text::sc_contact}, {"level", Text::sc_level}, {"speed", Text::sc_speed}});
    block.records->add_label = text_of(Text::sc_add_skill, language);
    // The first contact that the group does not serve yet.
    std::vector<std::string> contacts = names_in(source.root, "contacts");
    for (const std::vector<Field>& row : block.records->rows)
        std::erase(contacts, row[0].value);
    if (!contacts.empty())
        block.records->fresh = "{ contact = " + quoted_literal(contacts[0]) + " }";
    return block;
}

void add_other_clients(const FormSource& source, const std::string& path, std::vector<FormBlock>& blocks)
{
    const std::string shared = path + ".shared_with";
    if (!find_node(source.root, shared))
        return;
    FormBlock block = fields_block(source, shared, Text::sc_shared_with,
                                   {{"talk.mean", Text::sc_talk_mean},
                                    {"wrap_up.mean", Text::sc_wrap_mean},
                                    {"patience.mean", Text::sc_patience_mean},
                                    {"arrivals.rate_per_hour", Text::sc_rate}});
    block.note = text_of(Text::sc_shared_note, source.locale.language);
    if (find_node(source.root, shared + ".arrivals.profile")) {
        block.fields.pop_back();
        block.steps = step_table(source.root, shared + ".arrivals.profile", FieldKind::number, source.locale);
        block.steps->plot.title = text_of(Text::sc_shared_calls, source.locale.language);
    }
    blocks.push_back(std::move(block));
}

} // namespace

std::vector<FormBlock> group_blocks(const FormSource& source, const std::string& path)
{
    std::vector<FormBlock> blocks;
    blocks.push_back(fields_block(
        source, path, Text::sc_group,
        {{"name", Text::sc_name}, {"employer", Text::sc_employer}, {"leaves", Text::sc_leaves}}));
    blocks.back().removable = path;
    blocks.back().remove_label = text_of(Text::sc_remove_group, source.locale.language);
    if (find_node(source.root, path + ".shifts"))
        add_shift_blocks(source, path, blocks);
    else
        blocks.push_back(agents_block(source, path));
    blocks.push_back(skills_block(source, path));
    blocks.push_back(fields_block(source, path, Text::sc_absences,
                                  {{"shrinkage.absence_day", Text::sc_absence},
                                   {"shrinkage.in_day", Text::sc_in_day},
                                   {"shrinkage.block", Text::sc_block}}));
    blocks.push_back(fields_block(source, path, Text::sc_cost,
                                  {{"cost.hourly", Text::sc_hourly},
                                   {"cost.on_costs", Text::sc_on_costs},
                                   {"cost.training_per_agent_year", Text::sc_training},
                                   {"cost.turnover", Text::sc_turnover},
                                   {"cost.recruiting", Text::sc_recruiting},
                                   {"cost.onboarding", Text::sc_onboarding}}));
    blocks.push_back(
        fields_block(source, path, Text::sc_rules, {{"pick", Text::sc_pick}, {"next", Text::sc_next}}));
    add_other_clients(source, path, blocks);
    return blocks;
}

} // namespace switchroom::gui
