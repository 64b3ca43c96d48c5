#pragma once
/// The two sums of which every Erlang formula is made, as scaled incomplete gamma functions of real
/// arguments.
///
///   upper_sum(s, z) = ∫₀^∞ e^{−z x} (1+x)^{s−1} dx = e^z z^{−s} Γ(s, z)     busy agents below the full house
///   (Jagerman 1974) lower_sum(s, z) = ∫₀¹ y^{s−1} e^{z(1−y)} dy    = e^z z^{−s} γ(s, z)     callers waiting,
///   with abandonment (Palm 1957)
///
/// With offered load a and n agents: 1/B = 1 + n·upper_sum(n, a), also for real n. With s = n·patience/handle
/// and z = a·patience/handle (Zeltyn & Mandelbaum 2005, "Call centers with impatient customers", eq. for J)
/// the queue's states weigh z·lower_sum(s, z).
///
/// Accuracy: about 1e-17 relative where `long double` has a 64-bit mantissa. Cost: O(√s), bounded by a
/// quadrature of fixed size where s is large. s ≥ 0 (upper_sum: s = 0 only with z > 0), z ≥ 0; upper_sum is
/// +infinity at z = 0.

#include "planner/erlang/scaled.h"

namespace switchroom::erlang {

Scaled upper_sum(long double s, long double z);

Scaled lower_sum(long double s, long double z);

/// lower_sum and its first moment in 1 − y: ∫₀¹ y^{s−1} (1−y) e^{z(1−y)} dy, the part of the waiting callers
/// that gives up.
struct LowerSums {
    Scaled sum;
    Scaled moment;
};
LowerSums lower_sums(long double s, long double z);

/// ln( e^z z^{−s} Γ(s) ), the sum of the two; s > 0, z > 0. Without cancellation near s = z.
long double log_complete_sum(long double s, long double z);

/// z − s − s ln(z/s) ≥ 0, the large part of log_complete_sum: the height of the peak of e^{z(1−e^{−u}) − s u}
/// where z > s. A Scaled sum whose logarithm is large has exactly this as its exponent, so that it cancels
/// without error against another of the same s and z.
long double log_peak(long double s, long double z);

/// x − ln(1 + x), accurate near 0; x > −1.
long double excess_over_log1p(long double x);

/// e^x − 1 − x, accurate near 0.
long double exp_excess(long double x);

} // namespace switchroom::erlang
