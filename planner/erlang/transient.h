#pragma once
/// M(t)/M/n(t)+M, exact: a day of intervals with their own rate, staffing and patience, from an empty (or
/// given) start.
///
/// The probabilities of (busy, waiting) follow Kolmogorov's forward equations, solved by uniformisation (see
/// uniformisation.h). Agents taken away finish their call; agents added take waiting calls at once. The
/// service level counts each call in the interval in which it arrives; its wait may run on into later
/// intervals and their staffing (after the last interval its rates go on). A patience of infinity is allowed,
/// and no agents at all, and no arrivals.
///
/// Accuracy: about 1e-12; the service level's average over the last `awt` of an interval is a Gauss rule on
/// graded panels, 1e-10. Cost: (events in the day) × (states that matter, about 20 √load): seconds for a day
/// of thousands of erlang.
///
///   auto day = transient({{.length_s = 1800, .arrival_rate_per_s = 0.01, .agents = 3, .handle_s = 240,
///   .patience_s = 180, .awt_s = 20}});

#include "sim/base/result.h"

#include <vector>

namespace switchroom::erlang {

struct TransientInterval {
    double length_s = 0;
    double arrival_rate_per_s = 0;
    double agents = 0; ///< whole, 0 allowed
    double handle_s = 0;
    double patience_s = 0; ///< mean; infinity allowed
    double awt_s = 0;      ///< T of the service level
};

/// One interval. Averages over time unless the name says otherwise.
struct TransientMeasures {
    double p_arrival_waits = 0; ///< of this interval's arrivals; NaN without arrivals
    double service_level =
        0; ///< answered within T over offered, this interval's arrivals; NaN without arrivals
    double mean_queue_length = 0;
    double mean_busy = 0;
    double occupancy = 0; ///< busy over max(staffed, busy), as time averages of the two; 0 without agents
    double expected_abandonments = 0;
    double expected_completions = 0;
    double expected_arrivals = 0;
    double mean_in_system_at_end = 0;
    double mean_queue_at_end = 0;
};

/// One set of measures per interval; `in_system_at_start` calls are there at time 0.
Result<std::vector<TransientMeasures>> transient(const std::vector<TransientInterval>& day,
                                                 double in_system_at_start = 0);

} // namespace switchroom::erlang
