#include "gui/view_models/busiest_interval.h"

#include "planner/staffing/scenario_demand.h"
#include "sim/centre/calendar.h"

#include <cmath>

namespace switchroom::gui {

namespace {

struct Work {
    double calls = 0.0;
    double handle_s = 0.0;   ///< sum over calls
    double patience_s = 0.0; ///< sum over calls
};

Work work_in(const Pool& pool, double from_s, double to_s)
{
    Work work;
    for (const Stream& stream : pool.streams) {
        const double calls = stream.arrivals.until(to_s) - stream.arrivals.until(from_s);
        if (calls <= 0.0)
            continue;
        work.calls += calls;
        work.handle_s += calls * stream.handle_s;
        work.patience_s += calls * stream.patience_s;
    }
    return work;
}

int scheduled_at(const CentreModel& model, std::uint32_t group, double at_s)
{
    std::uint32_t agents = 0;
    for (const PeriodChange& change : model.changes)
        if (change.kind == ChangeKind::group_scheduled && change.subject == group && change.at_s <= at_s)
            agents = change.value;
    return static_cast<int>(agents);
}

} // namespace

std::optional<BusiestInterval> busiest_interval(const LoadedModel& loaded)
{
    const Scenario& scenario = loaded.document.scenario;
    const Demand demand = scenario_demand(scenario, loaded.model);
    Work most;
    const Pool* home = nullptr;
    std::uint32_t at = 0;
    for (const Pool& pool : demand.pools)
        for (std::uint32_t k = 0; k < demand.grid.count; ++k) {
            const Work work = work_in(pool, demand.grid.edge(k), demand.grid.edge(k + 1));
            if (work.handle_s <= most.handle_s * (1.0 + 1e-9))
                continue;
            most = work;
            home = &pool;
            at = k;
        }
    if (home == nullptr)
        return std::nullopt;
    BusiestInterval found;
    const double from_s = demand.grid.edge(at);
    found.group = loaded.model.names.groups[home->group];
    found.calls_per_hour = most.calls * 3600.0 / demand.grid.length_s;
    found.handle_s = most.handle_s / most.calls;
    found.patience_s = most.patience_s / most.calls;
    found.agents = scheduled_at(loaded.model, home->group, from_s + 0.5 * demand.grid.length_s);
    if (const auto calendar =
            Calendar::make(scenario.timezone, scenario.time.start, 0, std::max(scenario.time.days - 1, 0)))
        found.at_s = calendar->clock_s(calendar->day_at(from_s), from_s);
    for (const Goal& goal : home->goals)
        if (goal.kind == GoalKind::service_level) {
            found.within_s = goal.within_s;
            found.share = goal.bound;
            break;
        }
    return found;
}

} // namespace switchroom::gui
