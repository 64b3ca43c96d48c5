#pragma once
/// A model from what happened to a caller to how satisfied the caller is. An assumption that its author
/// states, edits and answers for: no study fits a practice. Part of scenario.h.

#include "sim/base/units.h"

#include <string>

namespace switchroom {

/// satisfaction = 1 / (1 + exp(−u)), a logistic curve; u adds up what happened to one need, from its first
/// call to its last. The defaults are a starting point for editing, with no study behind them.
struct Experience {
    std::string origin = "defaults to edit; no study fits a practice";
    double base = 3.0;               ///< u of a caller who is helped at once
    double per_minute_waited = -0.2; ///< over all calls of the need
    double abandoned = -2.5;         ///< each time the caller gave up waiting
    double turned_away = -2.5;       ///< each time nobody was there, or no line free
    double transferred = -0.6;       ///< each time passed on by an agent
    double retold = -0.6;            ///< each time the story was told again
    double unresolved = -1.2;        ///< each answer that left the matter open
    double bot = -0.4;               ///< each time a bot answered
    double message = -0.6;           ///< ended with a voicemail, a message or the promise of a callback
    double tone = 2.0;               ///< × (tone of the last agent's group − 0.5)
    Probability promoter_from{0.9};  ///< a promoter's least satisfaction
    Probability detractor_below{0.65};
    friend bool operator==(const Experience&, const Experience&) = default;
};

} // namespace switchroom
