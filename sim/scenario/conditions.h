#pragma once
/// What must be so for a step of a route to be taken, and how the wait ahead is predicted.

#include "sim/base/units.h"
#include "sim/scenario/schedule.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom {

/// `when = { queue_at_least = 3, of = ["front desk"] }` beside any step. All that is given must hold at the
/// instant at which the call comes to the step; otherwise the step is passed over. The call itself is not
/// counted.
struct StepConditions {
    std::vector<std::string> of;       ///< groups looked at; empty: the step's own, or the first offer's
    std::optional<int> queue_at_least; ///< calls of this contact that wait
    std::optional<int> queue_at_most;  ///< the same
    std::optional<double> queue_per_agent_at_least; ///< calls that wait for the groups, per agent staffed
    std::optional<double> queue_per_agent_at_most;  ///< the same
    std::optional<Duration> expected_wait_at_least; ///< by the contact's predictor
    std::optional<Duration> expected_wait_at_most;  ///< the same
    std::optional<int> idle_at_least;               ///< idle agents of the groups
    std::optional<int> idle_at_most;                ///< the same
    std::optional<Probability> share;               ///< of the calls that come to the step
    std::vector<ClockWindow> during;                ///< empty: all day
    std::vector<DayKey> days;                       ///< empty: every day
    friend bool operator==(const StepConditions&, const StepConditions&) = default;
};

/// How a wait is predicted.
enum class PredictBy { last_wait, head_of_queue, mean_of_last, queue_length, queue_length_patience };

/// `predictor = { by = "mean-of-last", of_last = 20 }`
struct Predictor {
    PredictBy by = PredictBy::queue_length;
    int of_last = 10; ///< answered calls, for mean-of-last
    friend bool operator==(const Predictor&, const Predictor&) = default;
};

} // namespace switchroom
