#pragma once
/// Whoever can say what callers experience under a plan: simulation, an exact solver, a fake in tests.

#include "planner/staffing/demand.h"
#include "sim/stats/estimate.h"

#include <vector>

namespace switchroom {

/// By pool, goal of the pool, interval: the goal's figure. NaN where it is undefined (nobody called).
using PlanFigures = std::vector<std::vector<std::vector<Estimate>>>;

class Evaluator {
public:
    virtual ~Evaluator() = default;
    /// Precondition: the plan has a row for each pool and a number for each interval. The same plan always
    /// gets the same answer, and all plans meet the same callers.
    virtual PlanFigures evaluate(const StaffingPlan& plan) = 0;
};

} // namespace switchroom
