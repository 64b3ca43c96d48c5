#include "sim/centre/group_presence.h"

#include "sim/centre/compile_logs.h"
#include "sim/centre/schedule_files.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>
#include <vector>

namespace switchroom {

namespace {

/// `agents` people during `spans`, 0 outside.
Timeline<int> during(const Spans& spans, int agents, const Calendar& calendar)
{
    Timeline<int> timeline;
    append(timeline, calendar.day(calendar.first_day()).start_s, 0);
    for (const Span& span : spans) {
        append(timeline, span.from_s, agents);
        append(timeline, span.to_s, 0);
    }
    return timeline;
}

Timeline<int> sum(const Timeline<int>& a, const Timeline<int>& b)
{
    Timeline<int> total;
    int of_a = 0;
    int of_b = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() || right != b.end();) {
        const bool next_is_left = right == b.end() || (left != a.end() && left->from_s <= right->from_s);
        const double from_s = next_is_left ? left->from_s : right->from_s;
        if (left != a.end() && left->from_s == from_s)
            of_a = (left++)->value;
        if (right != b.end() && right->from_s == from_s)
            of_b = (right++)->value;
        append(total, from_s, of_a + of_b);
    }
    return total;
}

bool is_closure(const std::vector<Date>& closures, Date date)
{
    return std::find(closures.begin(), closures.end(), date) != closures.end();
}

/// Day by day: a date's own steps, else those of its weekday, unless nobody works on closures and it is one.
Timeline<int> by_day(const StaffingTable& table, const std::vector<Date>& closures, const Calendar& calendar)
{
    static const DaySteps<int> nobody;
    Timeline<int> timeline;
    for (int number = calendar.first_day(); number <= calendar.last_day(); ++number) {
        const LocalDay& day = calendar.day(number);
        const auto dated = table.by_date.find(std::chrono::sys_days(day.date));
        const DaySteps<int>* steps =
            dated != table.by_date.end() ? &dated->second : table.by_weekday.on(day.weekday());
        const bool off = dated == table.by_date.end() && is_closure(closures, day.date);
        append_day(timeline, steps && !off ? *steps : nobody, calendar, number);
    }
    return timeline;
}

Timeline<int> from_windows(const Group& group, const std::vector<Date>& closures, const Calendar& calendar)
{
    Timeline<int> total = during({}, 0, calendar);
    for (const Shift& shift : group.shifts)
        total = sum(total, during(expand(shift.windows, calendar, closures), shift.agents, calendar));
    for (const Individual& person : group.individuals)
        total = sum(total, during(expand(person.windows, calendar, closures), 1, calendar));
    return total;
}

Timeline<int> scheduled(std::size_t index, CompileContext& context)
{
    const Calendar& calendar = context.calendar;
    const Group& group = context.scenario().groups[index];
    const std::vector<Date> closures =
        group.employer == "practice" ? context.closures() : std::vector<Date>{};
    if (!group.agents)
        return from_windows(group, closures, calendar);
    const Staffing& agents = *group.agents;
    if (agents.constant)
        return during(context.practice_hours.value_or(context.always()), *agents.constant, calendar);
    if (agents.file) {
        const std::string path = path_of("groups", index, "agents.file");
        const auto file = context.read_file(path, *agents.file);
        if (!file)
            return {};
        const auto table = read_staffing_table(file->content, file->name);
        if (!table) {
            context.error(path, table.errors());
            return {};
        }
        return by_day(*table, closures, calendar);
    }
    if (agents.log) {
        const auto table = staffing_from_log(*agents.log, path_of("groups", index, "agents.log"), context);
        return table ? by_day(*table, {}, calendar) : Timeline<int>{};
    }
    return by_day({agents.steps, {}}, closures, calendar);
}

Spans away_spans(const std::string& group, const CompileContext& context)
{
    Spans spans;
    if (!context.scenario().hours)
        return spans;
    for (const Away& away : context.scenario().hours->away) {
        if (std::find(away.groups.begin(), away.groups.end(), group) == away.groups.end())
            continue;
        const Spans more = expand(away.windows, context.calendar, context.closures());
        spans.insert(spans.end(), more.begin(), more.end());
    }
    return normalised(std::move(spans));
}

} // namespace

Presence presence_of(std::size_t group, CompileContext& context)
{
    return {scheduled(group, context), away_spans(context.scenario().groups[group].name, context)};
}

Timeline<int> person_scheduled(const Group& group, std::size_t person, const CompileContext& context)
{
    const std::vector<Date> closures =
        group.employer == "practice" ? context.closures() : std::vector<Date>{};
    return during(expand(group.individuals[person].windows, context.calendar, closures), 1, context.calendar);
}

Timeline<int> without(const Timeline<int>& all, const Timeline<int>& some)
{
    Timeline<int> fewer = some;
    for (TimedValue<int>& step : fewer)
        step.value = -step.value;
    return sum(all, fewer);
}

Presence floating(const Floats& floats, std::size_t group, const CompileContext& context)
{
    Timeline<int> of_all = during({}, 0, context.calendar);
    for (const std::string& name : floats.of)
        of_all = sum(of_all, context.presence[context.group_ids.find(name)->second].scheduled);
    Timeline<int> scheduled;
    for (const TimedValue<int>& step : of_all)
        append(scheduled, step.from_s, static_cast<int>(std::floor(floats.share.value * step.value + 0.5)));
    return {std::move(scheduled), away_spans(context.scenario().groups[group].name, context)};
}

Spans answering(const Presence& presence, const Calendar& calendar)
{
    Spans there;
    const double end_s = calendar.day(calendar.last_day()).end_s();
    for (std::size_t i = 0; i < presence.scheduled.size(); ++i) {
        const double to_s = i + 1 < presence.scheduled.size() ? presence.scheduled[i + 1].from_s : end_s;
        if (presence.scheduled[i].value > 0)
            there.push_back({presence.scheduled[i].from_s, to_s});
    }
    return difference(normalised(std::move(there)), presence.away);
}

} // namespace switchroom
