#include "planner/staffing/transient_evaluator.h"

#include "planner/erlang/transient.h"
#include "planner/staffing/requirement.h"

#include <limits>

namespace switchroom {

namespace {

std::vector<erlang::TransientInterval> day_of(const Pool& pool, const IntervalGrid& grid,
                                              const std::vector<int>& agents, double within_s)
{
    std::vector<erlang::TransientInterval> day;
    LoadPoint last{.handle_s = pool.streams.front().handle_s, .patience_s = pool.streams.front().patience_s};
    for (std::uint32_t k = 0; k < grid.count; ++k) {
        const std::vector<LoadPoint> points = load_points(pool, grid, k, FormulaMethod::erlang_a);
        last.load = 0.0;
        if (!points.empty())
            last = points.front();
        day.push_back({.length_s = grid.length_s,
                       .arrival_rate_per_s = last.load / last.handle_s,
                       .agents = static_cast<double>(agents[k]),
                       .handle_s = last.handle_s,
                       .patience_s = last.patience_s,
                       .awt_s = within_s});
    }
    return day;
}

} // namespace

PlanFigures TransientEvaluator::evaluate(const StaffingPlan& plan)
{
    PlanFigures figures;
    for (std::size_t p = 0; p < demand_.pools.size(); ++p) {
        auto& goals = figures.emplace_back();
        for (const Goal& goal : demand_.pools[p].goals) {
            SWITCHROOM_CHECK(goal.kind == GoalKind::service_level, "the exact solver knows service levels");
            const auto day =
                erlang::transient(day_of(demand_.pools[p], demand_.grid, plan[p], goal.within_s));
            SWITCHROOM_CHECK(day.ok(), "demand is made of sound numbers");
            auto& intervals = goals.emplace_back();
            for (const erlang::TransientMeasures& measures : *day)
                intervals.push_back({.mean = measures.service_level, .half_width = 0.0});
        }
    }
    return figures;
}

} // namespace switchroom
