#pragma once
/// M/G/1: Poisson calls, one agent, handle times of any law, everybody waits until answered, FIFO.
///
///   E W = λ E S² / (2(1 − ρ)),  var W = (E W)² + λ E S³ / (3(1 − ρ)),  W*(z) = (1 − ρ) / (1 − ρ r(z)),  r
///   the residual's transform
/// (Pollaczek 1930; Khinchine 1932). The law of the wait is inverted numerically (Abate & Whitt 1992, Euler
/// summation, with the first term of the discretisation error removed): 1e-11; 1e-9 where the handle time's
/// density jumps; constant handle times are exact (mdn.h).
///
/// Errors: ρ ≥ 1, a law without moments or transform.

#include "planner/erlang/handle_law.h"

namespace switchroom::erlang {

struct OneAgentQueue {
    double arrival_rate_per_s = 0;
    HandleLaw handle;
    double occupancy = 0; ///< ρ, also P(wait)
    double mean_wait_s = 0;
    double wait_variance_s2 = 0;
    double mean_wait_if_wait_s = 0;
    double mean_queue_length = 0;
};

Result<OneAgentQueue> one_agent_queue(double arrival_rate_per_s, const Distribution& handle);

/// P(W ≤ t), t ≥ 0.
double wait_within(const OneAgentQueue& queue, double t_s);
/// P(W > t).
double wait_exceeds(const OneAgentQueue& queue, double t_s);
/// The least t with P(W > t) ≤ tail.
double wait_quantile(const OneAgentQueue& queue, double tail);

} // namespace switchroom::erlang
