#pragma once
/// Judges plans by running the scenario with them: the same seed, so the same callers for every plan.
///
/// The plan's numbers are people who are there: absence, shrinkage in the day and meetings of the planned
/// groups are left out (they are planned for by the gross-up in shrinkage.h). Other groups keep their own
/// schedule, and planned groups theirs during the warm-up.

#include "planner/staffing/evaluator.h"
#include "sim/centre/centre_model.h"

#include <cstdint>

namespace switchroom {

struct SimulationOptions {
    std::uint64_t seed = 1;
    std::int64_t replications = 200;
    int threads = 0; ///< 0: all of the machine's; never changes a figure
};

class SimulationEvaluator final : public Evaluator {
public:
    /// `model` was compiled with reporting intervals and indexed; `demand` is its demand and outlives this.
    SimulationEvaluator(CentreModel model, const Demand& demand, SimulationOptions options);

    PlanFigures evaluate(const StaffingPlan& plan) override;

private:
    CentreModel model_;
    std::vector<PeriodChange> other_changes_; ///< all but those that plans replace
    const Demand& demand_;
    SimulationOptions options_;
};

/// The model's changes with the plan's staffing in place of the planned groups' own, ascending; changes of
/// one instant stay in the order of openings, then staffing.
std::vector<PeriodChange> with_plan(const std::vector<PeriodChange>& other_changes, const Demand& demand,
                                    const StaffingPlan& plan);

} // namespace switchroom
