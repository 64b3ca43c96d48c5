#pragma once
/// M/M/n with k ≥ 2 classes of calls of falling priority: Poisson arrivals, one mean handle time, infinite
/// patience, FIFO inside a class.
///
/// Non-preemptive (a call once begun is finished): W_k = C / (nμ (1 − σ_{k−1})(1 − σ_k)), C Erlang's waiting
/// probability, σ_k the load of classes 1 … k per agent (Cobham 1954; Kella & Yechiali 1985). The wait of
/// class k > 1, given that it waits, is an exponential of rate nμ(1 − σ_k) stretched by the busy periods of
/// the classes above; its tail is evaluated from the spectral form of the transform (see priority.cpp), exact
/// to rounding. Preemptive-resume: classes 1 … k together never notice the others, so their queue is that of
/// M/M/n with load σ_k n and a class's mean delay (all time not in service) follows from differences of mean
/// queues by Little's law.
///
/// Unequal handle times have no exact formula: see priority_unequal below.
/// Units: erlang, seconds. Errors: fewer than one class, a load ≤ 0, total load ≥ n. Cost: O(√n + classes).

#include "sim/base/result.h"

#include <cstddef>
#include <vector>

namespace switchroom::erlang {

struct PriorityInput {
    double agents = 1;
    std::vector<double> loads_erlang; ///< first is served first
    double handle_s = 0;
};

struct PriorityClassMeasures {
    double mean_wait_s = 0;             ///< non-preemptive, all calls of the class
    double mean_queue = 0;              ///< non-preemptive, calls waiting
    double preemptive_mean_delay_s = 0; ///< preemptive-resume: time not in service
    double preemptive_mean_queue = 0;   ///< preemptive-resume: calls not in service
    double preemptive_p_wait = 0;       ///< preemptive-resume: P(not served at once)
};

struct PriorityMeasures {
    double p_wait = 0; ///< non-preemptive, the same for every class
    double mean_wait_all_s = 0;
    double mean_queue = 0;
    double occupancy = 0;
    std::vector<PriorityClassMeasures> classes;
};

Result<PriorityMeasures> priority(const PriorityInput& input);

/// The wait of one class, non-preemptive. A plain value, made once, asked for many T.
class PriorityWait {
public:
    /// `position` 0 is the highest class; the input has passed priority().
    PriorityWait(const PriorityInput& input, std::size_t position);
    /// P(W > t), t ≥ 0.
    double exceeds(double t_s) const;
    /// Service level: P(W ≤ t); 0 for t < 0.
    double within(double t_s) const;
    /// The least t with P(W > t) ≤ tail, 0 < tail ≤ 1.
    double quantile(double tail) const;

private:
    double stretched_tail(double t_s) const; // given that the call waits
    double p_wait_;
    double above_; // σ of the classes above
    double upto_;  // σ including this class
    double slack_; // 1 − upto_
    double full_rate_per_s_;
};

/// Classes with handle times of their own. Approximation of Bondi & Buzen (1984): the priorities' effect is
/// taken from the one-server queue that is n times as fast (exact, Cobham), the servers' effect from M/G/n
/// without priorities by Allen & Cunneen. Exact for one agent (handle times of any law) and for equal
/// exponential handle times; elsewhere typically within 5–15 %.
struct PriorityClass {
    double load_erlang = 0;
    double handle_s = 0;
    double handle_scv = 1; ///< squared coefficient of variation of the handle time
};
Result<PriorityMeasures> priority_unequal(double agents, const std::vector<PriorityClass>& classes);

} // namespace switchroom::erlang
