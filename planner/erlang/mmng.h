#pragma once
/// M/M/n+G, exact: Poisson calls, n agents, exponential handle times, patience of any law, FIFO.
///
/// With φ of virtual_wait.h, J = ∫ e^φ, E = 1/B(n − 1, a) and Z = E/λ + J:
///   P(wait) = J/Z,  P(abandon) = ∫ G e^φ / Z,  E[W] = ∫ E min(v, patience) e^φ / Z,  P(V > t) = ∫_t^∞ e^φ /
///   Z
/// (Baccelli & Hebuterne 1981; Zeltyn & Mandelbaum 2005, table of building blocks). Patience may have atoms:
/// of one length, or at 0 (balking; such a caller counts as waiting). A patience equal to the wait is
/// answered.
///
/// Accuracy: 1e-12 relative and better. Cost: a few hundred evaluations of the law for each scale of time,
/// independent of n. Errors: no agents, negative or undefined rates, a load that some callers' endless
/// patience makes unstable.

#include "planner/erlang/measures.h"
#include "planner/erlang/virtual_wait.h"
#include "sim/base/result.h"

namespace switchroom::erlang {

struct PatientQueueInput {
    double agents = 1;
    double offered_load = 0; ///< erlang
    double handle_s = 0;
    PatienceLaw patience;
};

class PatientQueue {
public:
    static Result<PatientQueue> make(const PatientQueueInput& input);

    QueueMeasures measures() const;
    double mean_wait_abandoned_s() const; ///< 0 if nobody abandons
    /// What has happened within T; `short_s` is the threshold of short abandons (F5, F6).
    WaitWindow wait_window(double awt_s, double short_s = 0.0) const;
    /// P(W > t): neither answered nor gone by t.
    double wait_exceeds(double t_s) const;
    /// P(V > t): a caller with endless patience would wait longer than t.
    double virtual_wait_exceeds(double t_s) const;
    /// The least t with P(W > t) ≤ tail.
    double wait_quantile(double tail) const;

private:
    PatientQueue(const PatientQueueInput& input, VirtualWait wait);
    double agents_;
    double offered_load_;
    double handle_s_;
    VirtualWait wait_;
    double free_;   ///< P(an agent is free) = E/(λZ)
    double weight_; ///< 1/Z on the scale of the integrals
};

} // namespace switchroom::erlang
