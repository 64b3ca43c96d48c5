#pragma once
/// Callers who call again: n agents, finite or endless waiting places, exponential patience; a blocked or
/// abandoned try returns with its own probability after an exponential delay, with fresh patience and handle
/// time, any number of times.
///
/// Exact: the chain of (calls in the system, callers who will call again), cut where what is left out is
/// below 1e-13 and solved by elimination without subtraction (Grassmann, Taksar & Heyman 1985) on its band.
/// See Falin & Templeton (1997) for the model. Approximation: `redial_fixed_point` takes redials for fresh
/// Poisson calls and iterates on their rate (Cohen 1957). It is right for long delays and overrates the
/// service when callers come back at once.
///
/// Errors: no steady state (everybody returns for ever and load ≥ n), a state space beyond what the
/// elimination can hold.

#include "sim/base/result.h"

namespace switchroom::erlang {

struct RetrialInput {
    double agents = 1;
    double waiting_places = 0; ///< whole, or infinity
    double fresh_load = 0;     ///< erlang, first tries only
    double handle_s = 0;
    double patience_s = 0;     ///< mean; infinity allowed
    double redial_delay_s = 0; ///< mean
    double p_redial_after_block = 0;
    double p_redial_after_abandon = 0;
    double awt_s = 0;
};

/// "Fresh" is a first try, "attempt" any try.
struct RetrialMeasures {
    double attempts_per_fresh_call = 0;
    double p_fresh_blocked = 0;
    double p_attempt_blocked = 0;
    double p_fresh_waits = 0; ///< not blocked and no agent free
    double p_attempt_abandons = 0;
    double p_eventually_served = 0; ///< of callers
    double mean_orbit = 0;          ///< callers who will call again
    double mean_queue_length = 0;
    double mean_busy = 0;
    double occupancy = 0;
    double mean_wait_per_attempt_s = 0;
    double sl_fresh = 0;   ///< first try answered within T over first tries
    double sl_attempt = 0; ///< tries answered within T over tries
    double left_out = 0;   ///< probability at the edges of the truncated chain; 0 for the approximation
};

Result<RetrialMeasures> retrial(const RetrialInput& input);

/// The approximation; sl_ and p_ of fresh calls and of attempts are the same there.
Result<RetrialMeasures> redial_fixed_point(const RetrialInput& input);

} // namespace switchroom::erlang
