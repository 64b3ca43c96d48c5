#pragma once
/// The state sums that the queues with waiting share, in extended range and precision.

#include "planner/erlang/scaled.h"

namespace switchroom::erlang {

/// 1/B(n, a) = Σ_{k ≤ n} a^k/k! over the last term, Erlang's loss formula upside down; n ≥ 0, a > 0.
Scaled inverse_blocking(double agents, long double load);

/// Erlang's delay formula C(n, a) = n / ((n − a)/B + a), n ≥ 1, 0 < a < n; 0 below the range of long double.
long double waiting_probability(double agents, long double load);

} // namespace switchroom::erlang
