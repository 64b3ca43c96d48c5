#pragma once
/// What decides whether a call takes a step of its route, and how the wait ahead of it is predicted. Part of
/// centre_model.h.

#include "sim/centre/model_parts.h"

#include <cstdint>

namespace switchroom {

/// All of it must hold at the instant at which the call comes to the step. A bound that is not given always
/// holds.
struct ModelConditions {
    Range groups; ///< in CentreModel::condition_groups: whom the bounds on agents and waits look at
    double queue_at_least = 0.0; ///< calls of the contact that wait, this one not counted
    double queue_at_most = never_s;
    double per_agent_at_least = 0.0; ///< calls that wait for the groups, by their staffed agents
    double per_agent_at_most = never_s;
    double wait_at_least_s = 0.0; ///< as the contact's predictor says
    double wait_at_most_s = never_s;
    std::uint32_t idle_at_least = 0;
    std::uint32_t idle_at_most = none;
    double share = 1.0;     ///< of calls, by one draw for each call and step
    bool has_times = false; ///< only in `times`
    Range times;            ///< in CentreModel::condition_times; ascending, disjoint

    bool looks_at_queue() const { return queue_at_least > 0.0 || queue_at_most < never_s; }
    bool looks_at_ratio() const { return per_agent_at_least > 0.0 || per_agent_at_most < never_s; }
    bool looks_at_wait() const { return wait_at_least_s > 0.0 || wait_at_most_s < never_s; }
    bool looks_at_idle() const { return idle_at_least > 0 || idle_at_most != none; }
};

enum class PredictorKind : std::uint8_t {
    last_wait,             ///< wait of the last answered call
    head_of_queue,         ///< wait so far of who waits longest
    mean_of_last,          ///< mean wait of the last answered calls
    queue_length,          ///< calls ahead × service time / agents
    queue_length_patience, ///< the same, those ahead losing patience
};

struct ModelPredictor {
    PredictorKind kind = PredictorKind::queue_length;
    std::uint32_t of_last = 10;
    double service_s = 0.0;      ///< mean talk and wrap-up of the contact
    double patience_s = never_s; ///< mean of its patience
};

/// Callers who must wait hear how long.
struct ModelAnnouncement {
    bool given = false;
    double balk_per_minute = 0.0; ///< of announced wait
    double patience_factor = 1.0;
};

/// Groups that a condition or an announcement looks at, and the queues that they serve; in ModelIndex.
struct Watch {
    Range groups; ///< in ModelIndex::watched_groups
    Range queues; ///< in ModelIndex::watched_queues; ascending
};

} // namespace switchroom
