#pragma once
/// Gamma function and what follows from it, with vector_math's logarithm and exponential, so that tables and
/// parameters made from them have the same bits on every machine (the C library's and Boost's do not promise
/// that). Relative accuracy about 1e-13 (tests/random/special_functions_test.cpp). Pure functions,
/// thread-safe.

namespace switchroom::special {

/// log Γ(x), x > 0. Stirling's series from 10 on, by the recurrence below.
double log_gamma(double x);

/// x^a·e^(−x) / Γ(a + 1), a > 0, x ≥ 0; without cancellation for large a.
double gamma_front(double a, double x);

/// P(a, x) = γ(a, x) / Γ(a) and Q = 1 − P, a > 0, x ≥ 0 (x may be infinite). Series below a + 1, Legendre's
/// continued fraction by Lentz's method above; the smaller of the two keeps its relative accuracy.
double gamma_p(double a, double x);
double gamma_q(double a, double x);

/// log x with P(a, x) = p, where q = 1 − p is given beside it so that neither tail is lost; 0 < p, q < 1.
/// Newton's method on log P (or log Q, whichever is smaller), both concave in log x.
double log_gamma_quantile(double a, double p, double q);

/// P(Z ≤ z) of the standard normal, by Q(1/2, z²/2); either tail with full relative accuracy.
double normal_cdf(double z);

} // namespace switchroom::special
