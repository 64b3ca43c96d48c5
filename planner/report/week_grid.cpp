#include "planner/report/week_grid.h"

#include "sim/base/check.h"
#include "sim/base/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace switchroom::report {

namespace {

constexpr double half_hour_s = 1800.0;
constexpr std::size_t most_columns = 26;

/// The steps of the day in which something is open or somebody is there, on any day. The first day is full of
/// what holds from before it.
class StepsInUse {
public:
    StepsInUse(const Calendar& calendar, double step_s) : calendar_(calendar), step_s_(step_s) {}

    void add(double from_s, double to_s)
    {
        for (double at_s = from_s; at_s < to_s && static_cast<double>(used_.size()) < 86400.0 / step_s_;
             at_s += 0.5 * step_s_) {
            const int day = calendar_.day_at(at_s);
            used_.insert(static_cast<int>(calendar_.clock_s(day, at_s) / step_s_ + 1e-6));
        }
    }
    std::size_t count() const { return used_.size(); }

private:
    const Calendar& calendar_;
    double step_s_;
    std::set<int> used_;
};

void add_stretches(const CentreModel& model, StepsInUse& steps)
{
    std::set<std::pair<int, std::uint32_t>> on;
    double since_s = model.measure_from_s;
    for (const PeriodChange& change : model.changes) {
        if (change.kind != ChangeKind::contact_open && change.kind != ChangeKind::group_scheduled)
            continue;
        const double at_s = std::clamp(change.at_s, model.measure_from_s, model.end_s);
        if (!on.empty())
            steps.add(since_s, at_s);
        since_s = at_s;
        const std::pair who{static_cast<int>(change.kind), change.subject};
        if (change.value > 0)
            on.insert(who);
        else
            on.erase(who);
    }
    if (!on.empty())
        steps.add(since_s, model.end_s);
}

} // namespace

std::size_t WeekGrid::slots() const
{
    return static_cast<std::size_t>(std::lround(86400.0 / step_s));
}

std::string WeekGrid::time(std::size_t slot) const
{
    return to_text(ClockTime{static_cast<int>(std::lround(static_cast<double>(slot) * step_s))});
}

std::string weekday_name(std::size_t weekday)
{
    constexpr std::array names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return names.at(weekday);
}

WeekGrid week_grid(const std::vector<const CentreModel*>& models, const Calendar& calendar)
{
    WeekGrid grid;
    for (const CentreModel* model : models)
        grid.step_s = std::max(grid.step_s, model->interval_s);
    StepsInUse steps(calendar, half_hour_s);
    for (const CentreModel* model : models)
        add_stretches(*model, steps);
    if (steps.count() > most_columns)
        grid.step_s = std::max(grid.step_s, 2.0 * half_hour_s);
    return grid;
}

void lay_out(const WeekGrid& grid, const CentreModel& model, const Calendar& calendar, MeasuredCentre& centre)
{
    SWITCHROOM_CHECK(centre.cells.size() == model.cells, "a centre has the cells of its model");
    for (std::uint32_t k = 0; k < model.cells; ++k) {
        const double from_s = model.measure_from_s + k * model.interval_s;
        const int day = calendar.day_at(from_s);
        const std::size_t weekday = calendar.day(day).weekday().iso_encoding() - 1;
        const auto slot = static_cast<std::size_t>(calendar.clock_s(day, from_s) / grid.step_s + 1e-6);
        centre.cells[k].row = grid.row(weekday, std::min(slot, grid.slots() - 1));
    }
    centre.rows.clear();
    for (std::size_t weekday = 0; weekday < 7; ++weekday)
        for (std::size_t slot = 0; slot < grid.slots(); ++slot)
            centre.rows.push_back(weekday_name(weekday) + " " + grid.time(slot));
    centre.rows_are_days = false;
}

} // namespace switchroom::report
