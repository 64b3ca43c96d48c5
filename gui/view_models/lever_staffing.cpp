#include "gui/view_models/lever_staffing.h"

#include <algorithm>
#include <map>
#include <set>

namespace switchroom::gui {

namespace {

constexpr unsigned weekdays_of_week = 5;

ClockTime at_hour(int hour)
{
    return ClockTime{hour * 3600};
}

int value_at(const DaySteps<int>& steps, ClockTime time)
{
    int value = 0;
    for (const Step<int>& step : steps)
        if (step.from <= time)
            value = step.value;
    return value;
}

/// Where the number may change within the window, its beginning included.
std::set<ClockTime> edges_in(const DaySteps<int>& steps, const ClockWindow& window)
{
    std::set<ClockTime> edges{window.start};
    for (const Step<int>& step : steps)
        if (window.start < step.from && step.from < window.end)
            edges.insert(step.from);
    return edges;
}

std::optional<int> longest_in(const DaySteps<int>& steps, const ClockWindow& window)
{
    const std::set<ClockTime> edges = edges_in(steps, window);
    std::map<int, int> seconds; ///< by number of agents
    std::optional<int> longest;
    for (auto edge = edges.begin(); edge != edges.end(); ++edge) {
        const ClockTime end = std::next(edge) == edges.end() ? window.end : *std::next(edge);
        if (const int agents = value_at(steps, *edge); agents > 0)
            seconds[agents] += end.second_of_day - edge->second_of_day;
    }
    for (const ClockTime edge : edges) // in the order of the day, for ties
        if (const int agents = value_at(steps, edge);
            agents > 0 && (!longest || seconds[agents] > seconds[*longest]))
            longest = agents;
    return longest;
}

const DaySteps<int>* steps_on(const Group& group, unsigned iso_day)
{
    return group.agents ? group.agents->steps.on(std::chrono::weekday(iso_day)) : nullptr;
}

DaySteps<int> moved(const DaySteps<int>& steps, const DaySteps<int>* original, const ClockWindow& window,
                    int by, int target)
{
    std::set<ClockTime> times = edges_in(steps, window);
    if (original)
        times.merge(edges_in(*original, window));
    times.insert(window.end);
    for (const Step<int>& step : steps)
        times.insert(step.from);
    DaySteps<int> changed;
    int last = 0;
    for (const ClockTime time : times) {
        int agents = value_at(steps, time);
        const bool inside = window.start <= time && time < window.end;
        if (inside && agents > 0)
            agents = std::max(0, agents + by);
        else if (inside && original && value_at(*original, time) > 0)
            agents = target;
        const bool was_there =
            std::any_of(steps.begin(), steps.end(), [&](const Step<int>& s) { return s.from == time; });
        const bool is_step = agents != last || (was_there && !inside && time != window.end);
        if (is_step && time.second_of_day < 86400)
            changed.push_back({time, agents});
        last = agents;
    }
    return changed;
}

} // namespace

ClockWindow window_of(DayPart part)
{
    switch (part) {
    case DayPart::morning:
        return {at_hour(6), at_hour(12)};
    case DayPart::noon:
        return {at_hour(12), at_hour(14)};
    case DayPart::afternoon:
        break;
    }
    return {at_hour(14), at_hour(18)};
}

std::optional<int> agents_in(const Group& group, DayPart part)
{
    for (unsigned day = 1; day <= weekdays_of_week; ++day)
        if (const DaySteps<int>* steps = steps_on(group, day))
            if (const auto agents = longest_in(*steps, window_of(part)))
                return agents;
    return std::nullopt;
}

Staffing with_agents_in(const Group& group, const Group* original, DayPart part, int agents)
{
    Staffing staffing = *group.agents;
    const int by = agents - agents_in(group, part).value_or(agents);
    std::set<DayKey> done;
    for (unsigned day = 1; day <= weekdays_of_week; ++day) {
        const auto key = group.agents->steps.deciding_key(std::chrono::weekday(day));
        if (!key || !done.insert(*key).second)
            continue;
        const DayKey into = *key == DayKey::every_day ? DayKey::weekdays : *key; // weekends stay
        staffing.steps[into] =
            moved(*group.agents->steps[*key], original ? steps_on(*original, day) : nullptr, window_of(part),
                  by, agents);
    }
    return staffing;
}

} // namespace switchroom::gui
