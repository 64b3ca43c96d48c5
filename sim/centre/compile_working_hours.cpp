#include "sim/centre/compile_working_hours.h"

#include "sim/centre/compile_changes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace switchroom {

namespace {

Spans of_every_day(const std::vector<ClockWindow>& windows, const CompileContext& context)
{
    WeekWindows all_days;
    all_days[DayKey::every_day] = windows;
    return expand(all_days, context.calendar);
}

/// The n starts of one break of one shift on one day.
void add_starts(const Span& room, double length_s, int agents, std::uint32_t id, CompileContext& context)
{
    const double last_s = room.to_s - length_s;
    if (last_s < room.from_s)
        return;
    for (int i = 0; i < agents; ++i) {
        const double share = agents == 1 ? 0.0 : static_cast<double>(i) / (agents - 1);
        const double at_s = room.from_s + share * (last_s - room.from_s);
        if (at_s >= context.begin_s && at_s < context.end_s)
            context.model.changes.push_back({at_s, ChangeKind::break_due, id, 1});
    }
}

void add_breaks_of(const Shift& shift, bool keeps_closures, std::uint32_t group, CompileContext& context)
{
    const Spans at_work =
        expand(shift.windows, context.calendar, keeps_closures ? context.closures() : std::vector<Date>{});
    for (const Break& one : shift.breaks) {
        const auto id = static_cast<std::uint32_t>(context.model.breaks.size());
        context.model.breaks.push_back({group, one.length.seconds, one.paid});
        const Spans rooms = intersection(at_work, of_every_day({one.between}, context));
        for (const Span& room : rooms)
            add_starts(room, one.length.seconds, shift.agents, id, context);
    }
}

bool is_named(const Works& works, const std::string& contact)
{
    return std::find(works.contacts.begin(), works.contacts.end(), contact) != works.contacts.end();
}

/// When the group serves this contact, if its `works` say anything about it.
std::optional<Spans> working_hours(const Group& group, const std::string& contact,
                                   const CompileContext& context)
{
    Spans set_apart;
    Spans others_only;
    bool named = false;
    for (const Works& works : group.works) {
        const Spans during = of_every_day(works.during, context);
        if (is_named(works, contact)) {
            named = true;
            set_apart.insert(set_apart.end(), during.begin(), during.end());
        } else if (works.only) {
            others_only.insert(others_only.end(), during.begin(), during.end());
        }
    }
    if (!named && others_only.empty())
        return std::nullopt;
    const Spans served = named ? normalised(std::move(set_apart)) : context.always();
    return difference(served, normalised(std::move(others_only)));
}

} // namespace

void add_breaks(CompileContext& context)
{
    const auto& groups = context.scenario().groups;
    for (std::uint32_t g = 0; g < groups.size(); ++g)
        for (const Shift& shift : groups[g].shifts)
            add_breaks_of(shift, groups[g].employer == "practice", g, context);
}

void add_working_hours(CompileContext& context)
{
    CentreModel& model = context.model;
    for (std::uint32_t s = 0; s < model.skills.size(); ++s) {
        const ModelSkill& skill = model.skills[s];
        const std::uint32_t g =
            model.groups[skill.group].member_of == none ? skill.group : model.groups[skill.group].member_of;
        const Group& group = context.scenario().groups[g];
        if (group.works.empty())
            continue;
        const auto hours = working_hours(group, model.names.contacts[skill.contact], context);
        if (!hours)
            continue;
        model.skills[s].by_hours = true;
        add_skill_spans(s, *hours, context);
    }
}

} // namespace switchroom
