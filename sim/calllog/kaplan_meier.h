#pragma once
/// Patience from a log. Callers who were answered might have waited longer, so their waits are censored: the
/// mean of the abandoned waits alone underestimates patience. Kaplan & Meier 1958; the desk's own example is
/// Brown et al. 2005, section 5.

#include "sim/calllog/where.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace switchroom {

/// One caller who queued: waited so long, then left (event) or was answered (censored).
struct PatienceObservation {
    double wait_s = 0.0;
    bool abandoned = false;
};

/// The product-limit estimate of P(patience > t): a step down at each time at which someone left. At ties
/// those who left go before those who were answered.
struct SurvivalCurve {
    struct Step {
        double time_s = 0.0;
        std::int64_t at_risk = 0; ///< still waiting just before
        std::int64_t events = 0;  ///< left at this time
        double survival = 1.0;    ///< just after
    };
    std::vector<Step> steps;
    std::int64_t callers = 0;
    std::int64_t abandoned = 0;
    double last_time_s = 0.0; ///< the longest wait, of either kind
    double total_wait_s = 0.0;
};

/// Order of the observations does not matter. O(n log n).
SurvivalCurve kaplan_meier(std::vector<PatienceObservation> observations);

/// P(patience > t).
double survival_at(const SurvivalCurve& curve, double time_s);

/// Least t with S(t) ≤ 1 − p; missing where the curve does not fall so far. 0 < p < 1.
std::optional<double> patience_quantile_s(const SurvivalCurve& curve, double p);

/// Integral of S up to min(horizon, last time): the mean of patience cut there, which needs no guess about
/// longer waits.
double restricted_mean_s(const SurvivalCurve& curve, double horizon_s);

/// Total wait / number who left: the mean of an exponential law by maximum likelihood, Erlang A's 1/θ.
/// Missing without events.
std::optional<double> exponential_mean_s(const SurvivalCurve& curve);

/// Patience as a piecewise-constant hazard, the form of `patience = { family = "hazard" }`.
struct FittedHazard {
    std::vector<double> from_s; ///< starts of the pieces, the first 0, rising; a piece ends where the next
                                ///< starts, the last never
    std::vector<double> per_second; ///< hazard on each, ≥ 0
};

/// People who left over time at risk, piece by piece. Pieces are cut at whole seconds so that each holds at
/// least `least_events` who left; what is left over joins the last one. From the longest wait on the hazard
/// is its mean over the last 20 % of those who left: beyond it nothing is known. Hazard 0 throughout if
/// nobody left.
FittedHazard fit_hazard(std::vector<PatienceObservation> observations, int least_events = 20);

/// The callers who queued and whose wait is known, of the rows that the condition takes: those who left
/// against those who reached anything else.
std::vector<PatienceObservation> patience_observations(const CallLog& log, const RowCondition& where);

} // namespace switchroom
