#include "planner/report/staff_need.h"

#include "planner/staffing/requirement.h"
#include "planner/staffing/scenario_demand.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::report {

namespace {

double calls_between(const Pool& pool, double from_s, double to_s)
{
    double calls = 0.0;
    for (const Stream& stream : pool.streams)
        calls += stream.arrivals.until(to_s) - stream.arrivals.until(from_s);
    return calls;
}

/// The day of the first week that brings the most calls.
int busiest_day(const Demand& demand, const Calendar& calendar)
{
    int busiest = 0;
    double most = -1.0;
    for (int day = 0; day <= std::min(6, calendar.last_day()); ++day) {
        double calls = 0.0;
        for (const Pool& pool : demand.pools)
            calls += calls_between(pool, calendar.day(day).start_s, calendar.day(day).end_s());
        if (calls > most * (1.0 + 1e-9)) {
            most = calls;
            busiest = day;
        }
    }
    return busiest;
}

std::size_t weekday_of(const Calendar& calendar, int day)
{
    return calendar.day(day).weekday().iso_encoding() - 1;
}

std::optional<int> day_of(std::size_t weekday, const Calendar& calendar)
{
    for (int day = 0; day <= std::min(6, calendar.last_day()); ++day)
        if (weekday_of(calendar, day) == weekday)
            return day;
    return std::nullopt;
}

/// The intervals of one day alone.
IntervalGrid intervals_of(const LocalDay& day, double length_s)
{
    return {.start_s = day.start_s,
            .length_s = length_s,
            .count = static_cast<std::uint32_t>(std::lround(day.length_s / length_s))};
}

/// Step of the grid that holds the middle of interval k.
std::size_t slot_of(const WeekGrid& grid, const IntervalGrid& intervals, std::uint32_t k,
                    const Calendar& calendar, int day)
{
    const double clock_s = calendar.clock_s(day, intervals.edge(k) + 0.5 * intervals.length_s);
    return std::min(static_cast<std::size_t>(clock_s / grid.step_s), grid.slots() - 1);
}

/// Scheduled people of a group, averaged over the steps of the day.
std::vector<double> scheduled_on(const CentreModel& model, std::uint32_t group, const Calendar& calendar,
                                 int day, const WeekGrid& grid)
{
    std::vector<double> scheduled(grid.slots(), 0.0);
    for (std::size_t slot = 0; slot < grid.slots(); ++slot) {
        const double from_s =
            calendar.at(day, ClockTime{static_cast<int>(static_cast<double>(slot) * grid.step_s)});
        const double to_s = from_s + grid.step_s;
        double now = 0.0;
        double since_s = from_s;
        double person_s = 0.0;
        for (const PeriodChange& change : model.changes) {
            if (change.kind != ChangeKind::group_scheduled || change.subject != group)
                continue;
            const double at_s = std::clamp(change.at_s, from_s, to_s);
            person_s += now * (at_s - since_s);
            since_s = at_s;
            now = change.value;
        }
        scheduled[slot] = (person_s + now * (to_s - since_s)) / grid.step_s;
    }
    return scheduled;
}

struct Home {
    std::size_t pool = 0;
    double calls = 0.0;
};

std::vector<Home> by_calls(const Demand& demand, const LocalDay& day)
{
    std::vector<Home> homes;
    for (std::size_t p = 0; p < demand.pools.size(); ++p)
        homes.push_back({p, calls_between(demand.pools[p], day.start_s, day.end_s())});
    std::stable_sort(homes.begin(), homes.end(),
                     [](const Home& a, const Home& b) { return a.calls > b.calls; });
    return homes;
}

void fill_needed(const Demand& demand, std::size_t pool, const Calendar& calendar, int day,
                 const WeekGrid& grid, StaffNeed& need)
{
    const Demand alone{.grid = demand.grid, .pools = {demand.pools[pool]}};
    const Result<FormulaRequirement> found = requirement(alone, FormulaMethod::mol);
    if (!found) {
        need.needed.assign(grid.slots(), std::numeric_limits<double>::quiet_NaN());
        need.unreachable = found.errors().front().message;
        return;
    }
    need.needed.assign(grid.slots(), 0.0);
    for (std::uint32_t k = 0; k < demand.grid.count; ++k) {
        double& most = need.needed[slot_of(grid, demand.grid, k, calendar, day)];
        most = std::max(most, static_cast<double>(found->plan.front()[k]));
    }
}

} // namespace

std::vector<StaffNeed> staff_needs(const Scenario& scenario, const CentreModel& model,
                                   const Calendar& calendar, const WeekGrid& grid,
                                   std::optional<std::size_t> weekday)
{
    Demand demand = scenario_demand(scenario, model);
    const int day = weekday ? day_of(*weekday, calendar).value_or(busiest_day(demand, calendar))
                            : busiest_day(demand, calendar);
    demand.grid = intervals_of(calendar.day(day), model.interval_s);
    std::vector<StaffNeed> needs;
    for (const Home& home : by_calls(demand, calendar.day(day))) {
        const Pool& pool = demand.pools[home.pool];
        StaffNeed need{.group = model.names.groups[pool.group],
                       .weekday = weekday_of(calendar, day),
                       .needed = {},
                       .scheduled = scheduled_on(model, pool.group, calendar, day, grid),
                       .goals = {},
                       .unreachable = {}};
        for (const Goal& goal : pool.goals)
            if (const std::string words = to_text(goal);
                std::find(need.goals.begin(), need.goals.end(), words) == need.goals.end())
                need.goals.push_back(words);
        fill_needed(demand, home.pool, calendar, day, grid, need);
        needs.push_back(std::move(need));
    }
    return needs;
}

} // namespace switchroom::report
