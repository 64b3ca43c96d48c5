#include "planner/staffing/search.h"

#include "planner/erlang/root.h"
#include "planner/staffing/requirement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace switchroom {

namespace {

/// The least margin of the pool's goals in an interval.
double least_margin(const Pool& pool, const std::vector<std::vector<Estimate>>& figures, std::uint32_t k)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < pool.goals.size(); ++g)
        least = std::min(least, margin(pool.goals[g], figures[g][k].mean));
    return least;
}

bool goals_hold(const Pool& pool, const std::vector<std::vector<Estimate>>& figures, std::uint32_t k)
{
    for (std::size_t g = 0; g < pool.goals.size(); ++g)
        if (!holds(pool.goals[g], figures[g][k].mean))
            return false;
    return true;
}

/// A search in progress: the plan, what the evaluator says of it, and how often it was asked.
class Search {
public:
    Search(const Demand& demand, const StaffingPlan& start, Evaluator& evaluator)
        : demand_(demand), evaluator_(evaluator), stretches_(stretches(start))
    {
        adopt(start, asked(start));
    }

    /// One step of the iteration for every interval; false if the plan stays or comes back.
    bool step()
    {
        StaffingPlan next = plan_;
        for (std::size_t p = 0; p < demand_.pools.size(); ++p)
            for (std::uint32_t k = 0; k < demand_.grid.count; ++k)
                if (plan_[p][k] > 0)
                    next[p][k] = staffed_for_seen(p, k);
        if (!seen_.insert(next).second)
            return false;
        adopt(next, asked(next));
        return true;
    }

    /// Adds one agent to each stretch's first interval that misses a goal; false if none does.
    bool repair()
    {
        StaffingPlan next = plan_;
        bool missed = false;
        for (const Stretch& stretch : stretches_)
            for (std::uint32_t k = stretch.first; k < stretch.end; ++k)
                if (!goals_hold(demand_.pools[stretch.pool], figures_[stretch.pool], k)) {
                    ++next[stretch.pool][k];
                    missed = true;
                    break;
                }
        if (missed)
            adopt(next, asked(next));
        return missed;
    }

    /// Takes away agents one at a time, in every stretch the most comfortable interval that may still have
    /// one to spare.
    void remove_spare()
    {
        std::set<std::pair<std::size_t, std::uint32_t>> needed;
        while (true) {
            StaffingPlan next = plan_;
            std::vector<std::pair<Stretch, std::uint32_t>> tried;
            for (const Stretch& stretch : stretches_)
                if (const auto k = most_comfortable(stretch, needed); k < stretch.end) {
                    --next[stretch.pool][k];
                    tried.push_back({stretch, k});
                }
            if (tried.empty())
                return;
            const PlanFigures figures = asked(next);
            bool all = true;
            for (const auto& [stretch, k] : tried)
                if (!stretch_holds(stretch, figures)) {
                    ++next[stretch.pool][k];
                    needed.insert({stretch.pool, k});
                    all = false;
                }
            if (next != plan_)
                adopt(next, all ? figures : asked(next));
        }
    }

    SearchResult result() const
    {
        const bool all = std::all_of(stretches_.begin(), stretches_.end(),
                                     [&](const Stretch& s) { return stretch_holds(s, figures_); });
        return {plan_, figures_, evaluations_, all};
    }

private:
    PlanFigures asked(const StaffingPlan& plan)
    {
        ++evaluations_;
        return evaluator_.evaluate(plan);
    }

    void adopt(StaffingPlan plan, PlanFigures figures)
    {
        plan_ = std::move(plan);
        figures_ = std::move(figures);
        seen_.insert(plan_);
    }

    bool stretch_holds(const Stretch& stretch, const PlanFigures& figures) const
    {
        for (std::uint32_t k = stretch.first; k < stretch.end; ++k)
            if (!goals_hold(demand_.pools[stretch.pool], figures[stretch.pool], k))
                return false;
        return true;
    }

    std::uint32_t most_comfortable(const Stretch& stretch,
                                   const std::set<std::pair<std::size_t, std::uint32_t>>& needed) const
    {
        std::uint32_t best = stretch.end;
        double most = -std::numeric_limits<double>::infinity();
        for (std::uint32_t k = stretch.first; k < stretch.end; ++k) {
            if (plan_[stretch.pool][k] == 0 || needed.count({stretch.pool, k}) > 0)
                continue;
            const double spare = least_margin(demand_.pools[stretch.pool], figures_[stretch.pool], k);
            if (spare > most) {
                most = spare;
                best = k;
            }
        }
        return best;
    }

    int staffed_for_seen(std::size_t p, std::uint32_t k) const;

    const Demand& demand_;
    Evaluator& evaluator_;
    std::vector<Stretch> stretches_;
    StaffingPlan plan_;
    PlanFigures figures_;
    std::set<StaffingPlan> seen_;
    int evaluations_ = 0;
};

/// The load (as a multiple of the mean one) at which the formula gives what was seen; no further than the
/// formula can follow.
double effective_factor(const LoadPoint& point, bool patient, double agents, const Goal& goal, double seen)
{
    constexpr double least = 0.2;
    constexpr double most = 5.0;
    const auto surplus = [&](double factor) {
        LoadPoint loaded = point;
        loaded.load *= factor;
        const double figure = formula_figure({loaded}, patient, agents, goal);
        Goal at_seen = goal;
        at_seen.bound = seen;
        return std::isnan(figure) ? -1.0 : margin(at_seen, figure);
    };
    if (surplus(least) <= 0.0)
        return least;
    if (surplus(most) >= 0.0)
        return most;
    return erlang::bracketed_root(surplus, least, most);
}

int Search::staffed_for_seen(std::size_t p, std::uint32_t k) const
{
    const Pool& pool = demand_.pools[p];
    std::vector<LoadPoint> points = load_points(pool, demand_.grid, k, FormulaMethod::erlang_a);
    if (points.empty())
        return plan_[p][k];
    int most = 1;
    for (std::size_t g = 0; g < pool.goals.size(); ++g) {
        const double seen = figures_[p][g][k].mean;
        if (std::isnan(seen))
            continue;
        LoadPoint point = points.front();
        point.load *= effective_factor(point, false, plan_[p][k], pool.goals[g], seen);
        const auto least = least_agents({point}, false, {pool.goals[g]});
        most = std::max(most, least.value_or(plan_[p][k] + 1));
    }
    return most;
}

} // namespace

std::vector<Stretch> stretches(const StaffingPlan& plan)
{
    std::vector<Stretch> result;
    for (std::size_t p = 0; p < plan.size(); ++p) {
        bool staffed = false;
        for (std::uint32_t k = 0; k < plan[p].size(); ++k) {
            if (plan[p][k] > 0 && !staffed)
                result.push_back({p, k, k});
            staffed = plan[p][k] > 0;
            if (staffed)
                result.back().end = k + 1;
        }
    }
    return result;
}

SearchResult iterative_staffing(const Demand& demand, const StaffingPlan& start, Evaluator& evaluator,
                                const SearchOptions& options)
{
    Search search(demand, start, evaluator);
    for (int i = 0; i < options.most_steps && search.step(); ++i) {
    }
    for (int i = 0; i < options.most_repairs && search.repair(); ++i) {
    }
    if (options.remove_spare && search.result().every_goal_holds)
        search.remove_spare();
    return search.result();
}

SearchResult greedy_removal(const Demand& demand, const StaffingPlan& start, Evaluator& evaluator)
{
    return iterative_staffing(demand, start, evaluator, {.most_steps = 0});
}

} // namespace switchroom
