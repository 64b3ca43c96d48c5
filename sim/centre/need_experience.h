#pragma once
/// What happened to a caller in one need, and what the scenario's model of experience makes of it.

#include "sim/centre/model_parts.h"

#include <cstdint>

namespace switchroom {

/// What has happened so far to one need, over all of its attempts and legs. Kept only where callers are
/// rated.
struct NeedHistory {
    double waited_s = 0.0;      ///< in queues
    std::uint32_t group = none; ///< of the last agent who spoke with the caller
    std::uint16_t abandoned = 0;
    std::uint16_t turned_away = 0; ///< or blocked
    std::uint16_t transferred = 0;
    std::uint16_t retold = 0;
    std::uint16_t unresolved = 0; ///< answers that left the matter open
    std::uint16_t bot = 0;        ///< times that a bot answered
    bool message = false;         ///< ended with a kept message or the promise of a callback
};

/// The weights of sim/scenario/experience.h. Part of CentreModel.
struct ModelExperience {
    bool rates = false; ///< whether anybody is rated at all
    double base = 0.0;
    double per_minute_waited = 0.0;
    double abandoned = 0.0;
    double turned_away = 0.0;
    double transferred = 0.0;
    double retold = 0.0;
    double unresolved = 0.0;
    double bot = 0.0;
    double message = 0.0;
    double tone = 0.0;
    double promoter_from = 0.9;
    double detractor_below = 0.65;
};

/// 0 … 1: the logistic function of the weighted sum of what happened. `tone` is that of the last agent's
/// group, 0.5 where nobody answered.
double satisfaction_of(const NeedHistory& history, double tone, const ModelExperience& model);

} // namespace switchroom
