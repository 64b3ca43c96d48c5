#pragma once
/// Erlang A: Poisson calls, n agents, exponential handle times and exponential patience (M/M/n+M), FIFO.
/// Palm's queue.
///
/// With a = offered load, s = n·patience/handle, z = a·patience/handle and the sums of gamma_sums.h (F =
/// upper_sum(n, a), L = lower_sum(s, z)):
///
///   P(wait) = 1 / (1 + (handle/patience) F / L),   P(abandon | wait) = ∫ y^{s−1}(1−y) e^{z(1−y)} dy / L,
///   P(V > t) = P(wait) e^{z(1−w) − s t/patience} L(s, z w) / L(s, z)  with w = e^{−t/patience}, V the wait
///   of a caller with endless patience
///
/// (Palm 1957; Garnett, Mandelbaum & Reiman 2002; Zeltyn & Mandelbaum 2005). Real n ≥ 1, any load, also far
/// beyond n. Patience infinity is Erlang C (load < n), patience 0 is Erlang B with the lost calls counted as
/// abandoned.

#include "planner/erlang/measures.h"
#include "planner/erlang/scaled.h"

#include "sim/base/result.h"

namespace switchroom::erlang {

struct ErlangAInput {
    double agents = 1.0;
    double offered_load = 0.0; // erlang
    double handle_s = 0.0;
    double patience_s = 0.0; // mean; 0 and infinity allowed
};

struct ErlangA {
    ErlangAInput input;
    double probability_wait = 0.0;
    long double ln_probability_wait = 0.0L;
    double probability_no_wait = 0.0; // 1 − P(wait) without cancellation
    double probability_abandon = 0.0;
    double probability_abandon_if_wait = 0.0;
    double probability_served = 0.0;
    double mean_wait_s = 0.0; // of all: to answer or abandonment
    double mean_queue_length = 0.0;
    double occupancy = 0.0;
    Scaled waiting_sum; // L(s, z), the denominator of the wait's law
};

Result<ErlangA> erlang_a(const ErlangAInput& input);

/// Mean waits by outcome; apart from the rest because each costs an integral.
struct MeanWaits {
    double served_s = 0.0;        // ASA
    double abandoned_s = 0.0;     // mean time to abandonment; NaN with endless patience
    long double ln_served = 0.0L; // ln served_s, which follows P(wait) out of the range of doubles
};
MeanWaits mean_waits(const ErlangA& queue);

/// P(V > t): a caller with endless patience would wait longer than t.
double virtual_wait_exceeds(const ErlangA& queue, double t_s);
long double ln_virtual_wait_exceeds(const ErlangA& queue, double t_s);

/// P(W > t): neither answered nor gone by t.
double wait_exceeds(const ErlangA& queue, double t_s);

/// Quantile of W whose tail is `tail`.
double wait_quantile(const ErlangA& queue, double tail);

QueueMeasures measures(const ErlangA& queue);

/// What has happened within T; `short_s` is the threshold of short abandons (formulas F5 and F6).
WaitWindow wait_window(const ErlangA& queue, double awt_s, double short_s = 0.0);

/// ln of WaitWindow::abandoned_within.
long double ln_abandoned_within(const ErlangA& queue, double awt_s);

/// The share answered within T of all offered (F1).
double service_level(const ErlangA& queue, double awt_s);

} // namespace switchroom::erlang
