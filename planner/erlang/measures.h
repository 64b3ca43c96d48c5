#pragma once
/// What every waiting-line solver tells: one plain struct, the service level in every preset formula, and
/// quantiles of the wait.

#include "planner/erlang/quantile.h"

namespace switchroom::erlang {

/// Steady-state measures of one queue. Ratios over offered calls that were not blocked, unless the name says
/// otherwise.
struct QueueMeasures {
    double probability_wait = 0.0;    // no agent free on arrival and not blocked, over all attempts
    double probability_block = 0.0;   // no line free, over all attempts
    double probability_abandon = 0.0; // over all attempts
    double asa_s = 0.0;               // mean wait of the answered, zeros included
    double mean_wait_s = 0.0;         // mean time to answer or abandonment of all that were not blocked
    double mean_queue_length = 0.0;   // callers waiting, time average
    double mean_busy = 0.0;           // agents busy, time average
    double occupancy = 0.0;           // mean_busy / agents
};

/// What has happened within T, as shares of attempts. The general form from which each formula is a ratio.
struct WaitWindow {
    double answered_within = 0.0;  // answered after at most T
    double answered = 0.0;         // answered ever
    double abandoned_within = 0.0; // gave up within T
    double abandoned_short = 0.0;  // gave up within s, the short-abandon threshold
    double abandoned = 0.0;        // gave up ever
    double still_waiting =
        0.0; // wait longer than T: answered − answered_within + abandoned − abandoned_within
    double virtual_within =
        0.0;               // would have been answered within T, had all been patient for ever (tagged caller)
    double accepted = 1.0; // answered + abandoned: not blocked
};

/// The service level within T by formula. F7 equals F1 here: these queues have no flow-outs.
struct ServiceLevels {
    double answered_over_offered = 0.0;                // F1
    double answered_over_answered = 0.0;               // F2
    double excluding_abandons_within = 0.0;            // F3
    double answered_plus_abandoned_over_offered = 0.0; // F4
    double excluding_short_abandons = 0.0;             // F5
    double answered_plus_short_abandoned = 0.0;        // F6
    double with_flow_outs = 0.0;                       // F7
    double virtual_wait = 0.0;                         // F8 (Jouini, Koole & Roubos 2013)
};

/// The presets as ratios of what happened; a ratio over nothing is 1 (nobody was kept waiting).
ServiceLevels service_levels(const WaitWindow& window);

} // namespace switchroom::erlang
