#pragma once
/// Erlang C: Poisson calls, n agents, exponential handle times, everybody waits until answered (M/M/n), FIFO.
///
///   C = 1 / (1 + (n − a) ∫₀^∞ e^{−a x} (1 + x)^{n−1} dx),    P(W > t) = C e^{−(n−a) t / handle}      (Erlang
///   1917)
///
/// 1 − C is computed by itself, so that nothing is lost next to saturation (n − a = 2^{−40}) nor far below it
/// (C = 10^{−63}). Real n interpolates, as some calculators do. Beyond saturation (a ≥ n) there is no steady
/// state: an error, never a negative wait.

#include "planner/erlang/measures.h"

#include "sim/base/result.h"

namespace switchroom::erlang {

struct ErlangC {
    double agents = 0.0;
    double offered_load = 0.0; // erlang
    double handle_s = 0.0;
    double slack = 0.0; // agents − offered_load
    double probability_wait = 0.0;
    long double ln_probability_wait = 0.0L;
    double probability_no_wait = 0.0; // 1 − C without cancellation
    double mean_wait_s = 0.0;         // of all calls, zeros included (ASA)
    double mean_wait_if_wait_s = 0.0; // handle / (n − a)
    double wait_variance_s2 = 0.0;
    double mean_queue_length = 0.0;
    double occupancy = 0.0;
    double sensitivity = 0.0; // d ln mean_wait / d ln load
};

Result<ErlangC> erlang_c(double agents, double offered_load, double handle_s);

/// P(W > t), t ≥ 0.
double wait_exceeds(const ErlangC& queue, double t_s);

/// The quantile whose tail is `tail` (0.05 for the 95 % quantile).
double wait_quantile(const ErlangC& queue, double tail);

QueueMeasures measures(const ErlangC& queue);

/// Everything within T; nobody abandons.
WaitWindow wait_window(const ErlangC& queue, double awt_s);

/// P(W ≤ T) as it stands in `wait_window`.
double service_level(const ErlangC& queue, double awt_s);

} // namespace switchroom::erlang
