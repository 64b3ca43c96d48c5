#pragma once
/// Plans found by asking an evaluator: iterative staffing, and the reference plan of greedy removal.

#include "planner/staffing/evaluator.h"

namespace switchroom {

struct SearchOptions {
    int most_steps = 12;      ///< of the iteration, before repair
    int most_repairs = 200;   ///< rounds of adding where a goal is missed
    bool remove_spare = true; ///< try every interval with one less at the end
};

struct SearchResult {
    StaffingPlan plan;
    PlanFigures figures;
    int evaluations = 0;
    bool every_goal_holds = false;
};

/// Iterative staffing after Feldman, Mandelbaum, Massey & Whitt (2008): staff, see what callers get, staff
/// anew for what was seen, until the plan repeats. They aim at a constant probability of waiting and step
/// through the simulated number in system; here the target may be any, so the step goes through an effective
/// load: the load at which Erlang's formula with the present agents gives the figure that was seen, for which
/// the least agents are then taken. Then agents are added one at a time where a goal is still missed (a
/// stretch's first such interval first, because a queue spills into what follows), and taken away where none
/// is missed without them.
///
/// Estimates are compared with the bound by their mean. Stretches of staffed intervals between unstaffed ones
/// are searched side by side. Precondition: as Evaluator.
SearchResult iterative_staffing(const Demand& demand, const StaffingPlan& start, Evaluator& evaluator,
                                const SearchOptions& options = {});

/// What is left of `start` after taking away one agent of one interval at a time while every goal of every
/// interval holds, the most comfortable interval first. An interval that could not spare one is not asked
/// again (with less around it, it can spare it even less). Precondition: every goal holds under `start`; if
/// not, agents are added first.
SearchResult greedy_removal(const Demand& demand, const StaffingPlan& start, Evaluator& evaluator);

/// Stretches [first, end) in which the pool's start plan has agents.
struct Stretch {
    std::size_t pool = 0;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};
std::vector<Stretch> stretches(const StaffingPlan& plan);

} // namespace switchroom
