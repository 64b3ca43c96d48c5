#include "gui/view_models/day_view.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

DayNeeds needs_of(const RunSnapshot& snapshot, std::optional<std::size_t> weekday)
{
    DayNeeds found{snapshot.scenario, snapshot.revision, weekday, {}};
    const Scenario& scenario = snapshot.loaded->document.scenario;
    const auto calendar =
        Calendar::make(scenario.timezone, scenario.time.start, 0, std::max(scenario.time.days - 1, 0));
    if (calendar)
        found.needs =
            report::staff_needs(scenario, snapshot.loaded->model, *calendar, snapshot.grid, weekday);
    return found;
}

} // namespace

void DayView::update(Desk& desk)
{
    shown_ = desk.results();
    needs_ = job_.latest();
    if (!snapshot())
        return;
    if (ordered_scenario_ == shown_->scenario && ordered_revision_ == shown_->revision &&
        ordered_weekday_ == weekday_)
        return;
    if (ordered_scenario_ != shown_->scenario) { // another scenario has other teams and another busy day
        weekday_.reset();
        slot_.reset();
        group_ = 0;
    }
    ordered_scenario_ = shown_->scenario;
    ordered_revision_ = shown_->revision;
    ordered_weekday_ = weekday_;
    job_.start([results = shown_, weekday = weekday_](JobOrder<DayNeeds>& order) {
        order.publish(needs_of(*results, weekday));
    });
}

std::size_t DayView::weekday() const
{
    if (weekday_)
        return *weekday_;
    return needs().empty() ? 0 : needs().front().weekday;
}

const std::vector<report::StaffNeed>& DayView::needs() const
{
    static const std::vector<report::StaffNeed> none;
    return needs_ && shown_ && needs_->scenario == shown_->scenario ? needs_->needs : none;
}

std::vector<const KpiDefinition*> DayView::kpis() const
{
    std::vector<const KpiDefinition*> found;
    if (snapshot() && !shown_->result.rows.empty())
        for (const KpiResult& one : shown_->result.rows.front().total.kpis)
            found.push_back(one.kpi);
    return found;
}

std::size_t DayView::slot() const
{
    if (!snapshot())
        return 0;
    const OpenSteps steps = open_steps(shown_->result, shown_->grid);
    if (slot_)
        return std::clamp(*slot_, steps.first, steps.end - 1);
    std::size_t busiest = steps.first;
    double most = 0.0;
    for (std::size_t slot = steps.first; slot < steps.end; ++slot) {
        const KpiResult* offered =
            shown_->result.rows[shown_->grid.row(weekday(), slot)].total.find("offered");
        if (offered && offered->estimate.mean > most) {
            most = offered->estimate.mean;
            busiest = slot;
        }
    }
    return busiest;
}

} // namespace switchroom::gui
