#pragma once
/// M/M/n/K and M/M/n/K+M: n agents, K lines in all (agents and waiting places), a caller who finds all K
/// taken is blocked; exponential handle times and exponential patience (infinity: nobody gives up), FIFO. Any
/// load, also far beyond n.
///
/// With c_k = Π_{j≤k} a/(n + j·handle/patience) and F = upper_sum(n, a): Σ states = n F + Σ_{k=0}^{m} c_k
/// relative to P(n busy, none waiting), m = K − n. The offered wait of the accepted has the density n e^{−nτ}
/// Σ_{k<m} x(τ)^k/k! = n e^{x(τ) − nτ} Q(m, x(τ)) on the same scale, with x(τ) = a (1 −
/// e^{−τ·handle/patience})·patience/handle and τ in handle times (the wait behind k callers is a sum of k + 1
/// exponentials whose e^{−V/patience} is Beta(n·patience/handle, k + 1); Riordan 1962 for endless patience).
///
/// Cost: O(√n) for the busy agents, at most O(min(m, √(a·patience/handle))) for the waiting ones.

#include "planner/erlang/measures.h"

#include "sim/base/result.h"

namespace switchroom::erlang {

struct MmnkInput {
    double agents = 1.0;       // whole
    double lines = 1.0;        // K ≥ agents, whole
    double offered_load = 0.0; // erlang
    double handle_s = 0.0;
    double patience_s = 0.0; // mean; 0 and infinity allowed
};

/// Shares of attempts, blocked ones included, unless the name says otherwise.
struct Mmnk {
    MmnkInput input;
    double probability_block = 0.0;
    double probability_accept = 0.0;  // 1 − block without cancellation
    double probability_no_wait = 0.0; // answered at once
    double probability_wait = 0.0;    // accepted and made to wait
    double probability_abandon = 0.0;
    double probability_served = 0.0;
    double mean_wait_accepted_s = 0.0; // to answer or abandonment
    double mean_queue_length = 0.0;
    double mean_busy = 0.0;
    double occupancy = 0.0;
    long double log_full_house = 0.0L; // ln P(all agents busy, nobody waiting), the scale of the wait's law
};

Result<Mmnk> mmnk(const MmnkInput& input);

/// Mean wait of the answered, zeros included.
double mean_wait_served_s(const Mmnk& queue);

/// P(W > t) of the accepted.
double wait_exceeds(const Mmnk& queue, double t_s);

/// Quantile of the accepted callers' wait whose tail is `tail`.
double wait_quantile(const Mmnk& queue, double tail);

QueueMeasures measures(const Mmnk& queue);

/// Shares of attempts; `accepted` is 1 − blocked.
WaitWindow wait_window(const Mmnk& queue, double awt_s, double short_s = 0.0);

} // namespace switchroom::erlang
