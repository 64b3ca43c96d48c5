#pragma once
/// M/GI/n+GI by Whitt's (2005) state-dependent birth-death approximation: handle times count by their mean
/// alone, patience by its hazard.
///
/// The caller who is j-th from the end of the queue has waited about j/λ, so it gives up at the rate that the
/// hazard has there:
///   α_j = λ ∫_{(j−1)/λ}^{j/λ} h(t) dt = λ ln(P(patience > (j−1)/λ) / P(patience > j/λ)),   δ_k = α_1 + … +
///   α_k with k waiting
/// (W. Whitt, "Engineering solution of a basic call-center model", Management Science 51, 2005; the hazard is
/// averaged over the slot here, so that patience of one length and other atoms work too: the queue then ends
/// where nobody is left). Callers who balk (patience 0) leave before they join. Waits: behind k callers the
/// offered wait is a sum of exponentials, of which mean and variance are kept (gamma).
///
/// Cost: O(states that matter), at most 1000 of them looked at one by one. For exponential handle times the
/// exact mmng.h is better; against simulation with other handle times both err alike, most in P(abandon) when
/// handle times vary little (docs/validation-queues.md).

#include "planner/erlang/measures.h"
#include "planner/erlang/patience_law.h"
#include "sim/base/result.h"

namespace switchroom::erlang {

struct GeneralQueueInput {
    double agents = 1;
    double offered_load = 0; ///< erlang
    double handle_s = 0;
    PatienceLaw patience;
    double awt_s = 0;
};

struct GeneralQueue {
    QueueMeasures measures;
    WaitWindow window; ///< at awt_s; no short abandons
};

Result<GeneralQueue> general_queue(const GeneralQueueInput& input);

} // namespace switchroom::erlang
