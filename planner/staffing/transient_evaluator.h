#pragma once
/// Judges plans exactly where the mathematics allow it: each pool one line of Poisson calls with level rates
/// in each interval, exponential handle times and patience (M(t)/M/n(t)+M), service level answered/offered.

#include "planner/staffing/evaluator.h"

namespace switchroom {

class TransientEvaluator final : public Evaluator {
public:
    /// `demand` outlives this. Every goal but a service level is a broken precondition; the formula is F1.
    explicit TransientEvaluator(const Demand& demand) : demand_(demand) {}

    /// Half-widths are 0: nothing is left to luck.
    PlanFigures evaluate(const StaffingPlan& plan) override;

private:
    const Demand& demand_;
};

} // namespace switchroom
