#pragma once
/// Profiles that count attempts, as an ACD does, hold the redials too. Here the needs (first calls) behind
/// them are worked out, before a run, from formulas; a run then makes its own redials and comes out near the
/// attempts that the profile states.
///
/// Per reporting interval, with A attempts stated, of which each is followed by another with probability r
/// (abandons, then redials) after the redial's delay: the first calls N, the second ones and so on up to
/// `at_most` + 1 add up to A. Delays only go forward, so the intervals are solved one after the other, each
/// exactly. Repeat calls after answered attempts, which go on without a bound, follow from the stated
/// attempts at once and are taken off the first calls.
///
/// The abandonment in r is an approximation by name: the stationary M/M/n+M queue (Erlang A; Palm 1957,
/// Garnett, Mandelbaum & Reiman 2002) of all contacts that share the contact's groups, with those groups'
/// people as one pool, interval by interval. Within a few per cent of the stated attempts where intervals are
/// longer than a call and the pool is really shared.

#include "sim/random/distribution.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// What a queue does to its callers in the steady state.
struct SteadyQueue {
    double waits = 0.0;    ///< P(no agent free on arrival)
    double abandons = 0.0; ///< P(patience ends first)
};

/// M/M/n+M with n = `agents` (real; between whole numbers linear). Times in seconds; patience may be infinite
/// (then nobody abandons, however long the queue). Preconditions: rate ≥ 0, handle > 0, patience > 0, agents
/// ≥ 0.
SteadyQueue steady_queue(double arrivals_per_s, double handle_s, double patience_s, double agents);

/// First calls of each cell of length `cell_s` such that all attempts come to `attempts`; `follows[k]` is the
/// probability that an attempt of cell k is followed by another, `delay` later. Never negative: where redials
/// alone exceed the stated attempts it is 0.
std::vector<double> needs_of_attempts(const std::vector<double>& attempts, const std::vector<double>& follows,
                                      const Distribution& delay, std::uint32_t at_most, double cell_s);

/// Repeat calls of each cell: `repeats[k]` is the probability that an attempt of cell k is answered, settles
/// nothing and is followed by another, `delay` later, as long as it takes. Since `attempts` hold the repeats,
/// theirs are in it too.
std::vector<double> repeats_of_attempts(const std::vector<double>& attempts,
                                        const std::vector<double>& repeats, const Distribution& delay,
                                        double cell_s);

} // namespace switchroom
