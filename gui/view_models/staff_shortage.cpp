#include "gui/view_models/staff_shortage.h"

#include "planner/report/staff_need.h"

#include <algorithm>
#include <map>
#include <vector>

namespace switchroom::gui {

namespace {

constexpr double least_gap = 0.5; ///< people; less is rounding

bool is_own(const Scenario& scenario, const std::string& group)
{
    return std::any_of(scenario.groups.begin(), scenario.groups.end(),
                       [&](const Group& one) { return one.name == group && one.employer == "practice"; });
}

/// Every team's needs, day by day of the first week.
std::vector<report::StaffNeed> needs_of_week(const RunSnapshot& snapshot)
{
    const Scenario& scenario = snapshot.loaded->document.scenario;
    const auto calendar =
        Calendar::make(scenario.timezone, scenario.time.start, 0, std::max(scenario.time.days - 1, 0));
    std::vector<report::StaffNeed> needs;
    if (!calendar)
        return needs;
    for (std::size_t weekday = 0; weekday < 7; ++weekday)
        for (report::StaffNeed& need :
             report::staff_needs(scenario, snapshot.loaded->model, *calendar, snapshot.grid, weekday))
            if (need.weekday == weekday) // a run of less than a week does not have every day
                needs.push_back(std::move(need));
    return needs;
}

void add(StaffShortage& shortage, const report::StaffNeed& need, const report::WeekGrid& grid)
{
    const double step_h = grid.step_s / 3600.0;
    for (std::size_t slot = 0; slot < need.needed.size(); ++slot) {
        const double gap = need.needed[slot] - need.scheduled[slot]; // NaN is no gap: no number would do
        if (need.needed[slot] > 0.0)
            shortage.call_hours += step_h;
        if (gap > least_gap)
            shortage.short_hours += step_h;
        if (gap > shortage.needed - shortage.scheduled) {
            shortage.row = grid.row(need.weekday, slot);
            shortage.needed = need.needed[slot];
            shortage.scheduled = need.scheduled[slot];
        }
    }
}

} // namespace

std::optional<StaffShortage> staff_shortage(const RunSnapshot& snapshot)
{
    const Scenario& scenario = snapshot.loaded->document.scenario;
    const std::vector<report::StaffNeed> needs = needs_of_week(snapshot);
    const bool any_own = std::any_of(needs.begin(), needs.end(), [&](const report::StaffNeed& need) {
        return is_own(scenario, need.group);
    });
    std::map<std::string, StaffShortage> by_group;
    for (const report::StaffNeed& need : needs)
        if (!any_own || is_own(scenario, need.group)) {
            StaffShortage& shortage = by_group[need.group];
            shortage.group = need.group;
            add(shortage, need, snapshot.grid);
        }
    std::optional<StaffShortage> worst;
    for (const auto& [name, shortage] : by_group)
        if (shortage.short_hours > 0.0 &&
            (!worst || shortage.needed - shortage.scheduled > worst->needed - worst->scheduled))
            worst = shortage;
    return worst;
}

} // namespace switchroom::gui
