#include "gui/view_models/live_presence.h"

#include "sim/centre/shift_starts.h"
#include "sim/random/keyed_stream.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

/// Of the scheduled agents 0 … planned − 1 those who are there on this day, in this block of it.
std::uint32_t not_absent(const ModelGroup& group, std::uint32_t planned, ReplicationKey key,
                         const ModelDay& day, double at_s)
{
    if (group.absence <= 0.0 && group.in_day_away <= 0.0)
        return planned;
    const StreamKey stream = make_stream_key(key.seed, key.replication, group.stream);
    const auto block = static_cast<std::uint32_t>(std::floor((at_s - day.start_s) / group.block_s));
    std::uint32_t there = 0;
    for (std::uint32_t i = 0; i < planned; ++i) {
        const bool absent = group.absence > 0.0 && uniform(stream, {.number = i, .date = day.date},
                                                           Purpose::absence) < group.absence;
        const bool away =
            group.in_day_away > 0.0 && uniform(stream, {.number = i, .date = day.date, .attempt = block},
                                               Purpose::in_day_shrinkage) < group.in_day_away;
        there += !absent && !away;
    }
    return there;
}

/// The instants at which the number of people may change.
std::vector<double> edges_of(const CentreModel& model, std::uint32_t g, const std::vector<StartShift>& starts)
{
    const ModelGroup& group = model.groups[g];
    std::vector<double> edges{model.begin_s};
    for (const PeriodChange& change : model.changes)
        if (change.subject == g &&
            (change.kind == ChangeKind::group_scheduled || change.kind == ChangeKind::group_away))
            edges.push_back(change.at_s);
    for (const StartShift& start : starts)
        edges.push_back(start.at_s);
    for (const ModelDay& day : model.days) {
        if (group.absence > 0.0 || group.in_day_away > 0.0)
            edges.push_back(day.start_s);
        for (double at_s = day.start_s; group.in_day_away > 0.0 && at_s < day.end_s; at_s += group.block_s)
            edges.push_back(at_s);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::erase_if(edges, [&](double at_s) { return at_s < model.begin_s || at_s >= model.end_s; });
    return edges;
}

/// Of one group of the model, without its individuals.
std::vector<StaffedFrom> steps_of(const CentreModel& model, std::uint32_t g, ReplicationKey key)
{
    std::vector<StartShift> starts;
    draw_starts(starts, model, g, key);
    std::vector<StaffedFrom> steps;
    std::size_t next_change = 0;
    std::size_t next_start = 0;
    std::size_t day = 0;
    std::uint32_t scheduled = 0;
    std::int64_t beside_plan = 0;
    bool away = false;
    for (const double at_s : edges_of(model, g, starts)) {
        for (; next_change < model.changes.size() && model.changes[next_change].at_s <= at_s; ++next_change) {
            const PeriodChange& change = model.changes[next_change];
            if (change.subject == g && change.kind == ChangeKind::group_scheduled)
                scheduled = change.value;
            if (change.subject == g && change.kind == ChangeKind::group_away)
                away = change.value != 0;
        }
        for (; next_start < starts.size() && starts[next_start].at_s <= at_s; ++next_start)
            beside_plan += starts[next_start].change;
        while (day + 1 < model.days.size() && model.days[day + 1].start_s <= at_s)
            ++day;
        const auto planned = static_cast<std::uint32_t>(
            std::clamp<std::int64_t>(std::int64_t{scheduled} + beside_plan, 0, model.groups[g].most_agents));
        const std::uint32_t staffed =
            away || model.days.empty() ? 0 : not_absent(model.groups[g], planned, key, model.days[day], at_s);
        steps.push_back({at_s, scheduled, staffed});
    }
    return steps;
}

StaffedFrom step_at(const std::vector<StaffedFrom>& steps, double at_s)
{
    const auto behind = std::upper_bound(steps.begin(), steps.end(), at_s,
                                         [](double at, const StaffedFrom& step) { return at < step.at_s; });
    return behind == steps.begin() ? StaffedFrom{at_s, 0, 0} : *std::prev(behind);
}

/// Adds up the steps of a group and of its individuals.
std::vector<StaffedFrom> sum_of(const std::vector<std::vector<StaffedFrom>>& parts)
{
    if (parts.size() == 1)
        return parts.front();
    std::vector<double> edges;
    for (const auto& part : parts)
        for (const StaffedFrom& step : part)
            edges.push_back(step.at_s);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<StaffedFrom> sum;
    for (const double at_s : edges) {
        StaffedFrom total{at_s, 0, 0};
        for (const auto& part : parts) {
            const StaffedFrom step = step_at(part, at_s);
            total.scheduled += step.scheduled;
            total.staffed += step.staffed;
        }
        sum.push_back(total);
    }
    return sum;
}

/// What happens to people who have to take breaks, in the engine's order at one instant.
struct BreakEvent {
    enum Kind { due, service_ends, service_begins };
    double at_s = 0.0;
    Kind kind = due;
    std::uint32_t agents = 0; ///< of `due`
    double length_s = 0.0;    ///< of `due`
    bool operator<(const BreakEvent& other) const
    {
        return at_s != other.at_s ? at_s < other.at_s : kind < other.kind;
    }
};

std::vector<BreakEvent> break_events(const CentreModel& model, const std::vector<std::uint32_t>& parts,
                                     std::span<const BusySpan> busy)
{
    std::vector<BreakEvent> events;
    for (const PeriodChange& change : model.changes) {
        if (change.kind != ChangeKind::break_due)
            continue;
        const ModelBreak& due = model.breaks[change.subject];
        if (std::find(parts.begin(), parts.end(), due.group) != parts.end())
            events.push_back({change.at_s, BreakEvent::due, change.value, due.length_s});
    }
    if (events.empty())
        return events;
    for (const BusySpan& span : busy) {
        events.push_back({span.from_s, BreakEvent::service_begins});
        events.push_back({span.to_s, BreakEvent::service_ends});
    }
    std::sort(events.begin(), events.end());
    return events;
}

void take_breaks(const CentreModel& model, const std::vector<std::uint32_t>& parts,
                 std::span<const BusySpan> busy, LivePresence& presence)
{
    std::int64_t at_work = 0;
    std::int64_t owed = 0;
    double length_s = 0.0;
    const auto goes = [&](double at_s) {
        --owed;
        presence.break_from_s.push_back(at_s);
        presence.break_to_s.insert(
            std::upper_bound(presence.break_to_s.begin(), presence.break_to_s.end(), at_s + length_s),
            at_s + length_s);
    };
    const auto idle = [&](double at_s) {
        return std::int64_t{presence.at(at_s).staffed} - presence.on_break(at_s) - at_work;
    };
    for (const BreakEvent& event : break_events(model, parts, busy)) {
        if (event.kind == BreakEvent::service_begins) {
            ++at_work;
        } else if (event.kind == BreakEvent::service_ends) {
            --at_work;
            if (owed > 0 && idle(event.at_s) > 0) // otherwise that agent's shift is over
                goes(event.at_s);
        } else {
            length_s = event.length_s;
            const std::int64_t free = std::max<std::int64_t>(idle(event.at_s), 0);
            owed = std::min(owed + event.agents, free + at_work);
            for (std::int64_t i = 0; i < free && owed > 0; ++i)
                goes(event.at_s);
        }
    }
}

} // namespace

StaffedFrom LivePresence::at(double at_s) const
{
    return step_at(steps, at_s);
}

std::uint32_t LivePresence::on_break(double at_s) const
{
    const auto gone = std::upper_bound(break_from_s.begin(), break_from_s.end(), at_s);
    const auto back = std::upper_bound(break_to_s.begin(), break_to_s.end(), at_s);
    return static_cast<std::uint32_t>((gone - break_from_s.begin()) - (back - break_to_s.begin()));
}

LivePresence presence_in(const CentreModel& model, std::uint32_t group, ReplicationKey key,
                         std::span<const BusySpan> busy)
{
    std::vector<std::uint32_t> parts;
    std::vector<std::vector<StaffedFrom>> steps;
    for (std::uint32_t g = 0; g < model.groups.size(); ++g)
        if (g == group || model.groups[g].member_of == group) {
            parts.push_back(g);
            steps.push_back(steps_of(model, g, key));
        }
    LivePresence presence;
    presence.steps = sum_of(steps);
    take_breaks(model, parts, busy, presence);
    return presence;
}

} // namespace switchroom::gui
