#pragma once
/// M/D/n: Poisson calls, n agents, handle times all of one length, everybody waits until answered, FIFO.
/// Crommelin's queue (1932).
///
/// Seen every handle time the queue is a random walk with steps N(a) − n, N Poisson of the offered load a.
/// Spitzer's identity gives
///   P(no wait) = exp(− Σ_m P(N(ma) ≥ mn)/m),   mean queue = Σ_m E[(N(ma) − mn)⁺]/m,
/// and the law of the queue as a compound Poisson with c_j = Σ_m P(N(ma) = mn + j)/m: all terms positive, no
/// roots, no cancellation, at a cost that does not grow next to saturation (walk_sums.h). The wait follows
/// from the queue by Franx (2001): P(W ≤ x) = P(queue + N(λ(kD − x)) < kn) for (k − 1)D ≤ x < kD.
///
/// Errors: load ≥ n (no steady state), fractions of an agent.

#include "planner/erlang/measures.h"
#include "planner/erlang/walk_sums.h"
#include "sim/base/result.h"

namespace switchroom::erlang {

struct ConstantHandleInput {
    double agents = 1;
    double offered_load = 0; ///< erlang
    double handle_s = 0;
};

struct ConstantHandleQueue {
    ConstantHandleInput input;
    double probability_wait = 0;
    double mean_wait_s = 0;
    double mean_wait_if_wait_s = 0;
    double mean_queue_length = 0;
    double occupancy = 0;
};

Result<ConstantHandleQueue> constant_handle_queue(const ConstantHandleInput& input);

QueueMeasures measures(const ConstantHandleQueue& queue);

/// The law of the wait, prepared for waits up to some length (longer ones are prepared when asked, at their
/// cost).
class ConstantHandleWait {
public:
    /// The input has passed constant_handle_queue(); longest_s ≥ 0 and at most 1e6 handle times.
    ConstantHandleWait(const ConstantHandleInput& input, double longest_s);
    double within(double t_s) const;  ///< P(W ≤ t), t ≤ longest_s
    double exceeds(double t_s) const; ///< P(W > t), t ≤ longest_s

private:
    void find_queue_law(std::size_t length);
    double at_most(long waiting) const;   // P(queue ≤ waiting)
    double more_than(long waiting) const; // P(queue > waiting)
    template <class Term>
    double over_arrivals(double t_s, const Term& term) const;

    ConstantHandleInput input_;
    double decay_;    // P(queue > j) falls by e^{−decay} per call in the end
    double last_ = 0; // the last probability before the law is geometric
    std::vector<double> at_most_;
    std::vector<double> more_than_;
};

/// P(W ≤ t) for any t ≥ 0.
double wait_within(const ConstantHandleQueue& queue, double t_s);
/// The least t with P(W > t) ≤ tail.
double wait_quantile(const ConstantHandleQueue& queue, double tail);

} // namespace switchroom::erlang
