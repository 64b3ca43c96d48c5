#include "planner/erlang/gamma_sums.h"

#include "planner/erlang/quadrature.h"

#include <limits>
#include <numbers>

namespace switchroom::erlang {

namespace {

constexpr long double tiny = 1e-21L; // terms below this part of the sum are dropped
constexpr long double recursion_longest = 200.0L;
constexpr long double series_terms_max = 700.0L; // beyond it the quadrature is faster

/// Γ(s) = √(2π/s) (s/e)^s e^{this}; s ≥ 16.
long double stirling_rest(long double s)
{
    const long double r = 1.0L / (s * s);
    return (1.0L / 12.0L -
            r * (1.0L / 360.0L -
                 r * (1.0L / 1260.0L -
                      r * (1.0L / 1680.0L - r * (1.0L / 1188.0L - r * (691.0L / 360360.0L - r / 156.0L)))))) /
           s;
}

/// About how many terms z^k / ((s+1)…(s+k)) matter, z ≤ s.
long double series_terms(long double s, long double z)
{
    const long double by_curvature = 10.0L * std::sqrt(s + 1.0L);
    const long double by_slope = 50.0L / std::log((s + 1.0L) / z);
    return std::fmin(by_curvature, by_slope) + 10.0L;
}

/// Σ z^k/(s)_{k+1} and Σ (k+1) z^k/(s)_{k+2}, z ≤ s + 1.
LowerSums lower_series(long double s, long double z)
{
    long double term = 1.0L / s;
    long double total = term;
    long double moment = 0.0L;
    for (long double k = 1.0L;; k += 1.0L) {
        const long double next = term / (s + k); // z^{k-1}/(s)_{k+1}
        const long double moment_term = k * next;
        moment += moment_term;
        term = next * z;
        total += term;
        if (term <= tiny * total && moment_term <= tiny * moment)
            break;
    }
    return {{total, 0.0L}, {moment, 0.0L}};
}

/// h(u) = z(1 − e^{−u}) − s u with y = e^{−u}, written without cancellation; falls from 0 since z ≤ s.
LowerSums lower_quadrature(long double s, long double z)
{
    const auto h = [=](long double u) { return -(s - z) * u - z * exp_excess(-u); };
    const auto one = [](long double) { return 1.0L; };
    const auto given_up = [](long double u) { return -std::expm1(-u); };
    constexpr long double infinity = std::numeric_limits<long double>::infinity();
    return {integrate_peak(h, one, 0.0L, 0.0L, infinity), integrate_peak(h, given_up, 0.0L, 0.0L, infinity)};
}

LowerSums lower_below(long double s, long double z)
{
    return series_terms(s, z) <= series_terms_max ? lower_series(s, z) : lower_quadrature(s, z);
}

/// Legendre's continued fraction by Steed's method; z ≥ s ≥ 1. It ends by itself after s terms where s is
/// whole.
long double upper_fraction(long double s, long double z)
{
    long double b = z + 1.0L - s;
    long double inverse = 1.0L / b;
    long double step = inverse;
    long double value = inverse;
    for (long double i = 1.0L;; i += 1.0L) {
        const long double a = i * (s - i);
        b += 2.0L;
        inverse = 1.0L / (b + a * inverse);
        step *= b * inverse - 1.0L;
        value += step;
        if (std::fabs(step) <= tiny * std::fabs(value))
            break;
    }
    return value;
}

/// 1 + x = e^u: h(u) = s u − z(e^u − 1), falls from 0 where z ≥ s; a plateau of length ln(1/z) where z and s
/// are small.
Scaled upper_quadrature(long double s, long double z)
{
    const auto h = [=](long double u) { return -(z - s) * u - z * exp_excess(u); };
    const auto one = [](long double) { return 1.0L; };
    const long double mode = s > z ? std::log(s / z) : 0.0L;
    return integrate_peak(h, one, 0.0L, mode, std::numeric_limits<long double>::infinity());
}

/// log_complete_sum without log_peak; s ≥ 16.
long double log_peak_width(long double s)
{
    return 0.5L * std::log(2.0L * std::numbers::pi_v<long double> / s) + stirling_rest(s);
}

/// z F(s + 1) = 1 + s F(s) from F(1) = 1/z: all terms positive, and the fastest way for a small whole number.
long double upper_recursion(long double s, long double z)
{
    const long double inverse = 1.0L / z;
    long double value = inverse;
    for (long double k = 1.0L; k < s; k += 1.0L)
        value = (1.0L + k * value) * inverse;
    return value;
}

Scaled complete_sum(long double s, long double z)
{
    if (s < 16.0L)
        return scaled_exp(log_complete_sum(s, z));
    return scaled_exp(log_peak(s, z), std::exp(log_peak_width(s)));
}

Scaled upper_above(long double s, long double z)
{
    const bool fraction_is_short = s >= 1.0L && (s <= 2000.0L || z - s > 0.05L * z);
    return fraction_is_short ? Scaled{upper_fraction(s, z), 0.0L} : upper_quadrature(s, z);
}

} // namespace

long double exp_excess(long double x)
{
    if (std::fabs(x) > 0.5L)
        return std::expm1(x) - x;
    long double term = x * x / 2.0L;
    long double total = term;
    for (long double k = 3.0L; std::fabs(term) > tiny * total; k += 1.0L) {
        term *= x / k;
        total += term;
    }
    return total;
}

long double excess_over_log1p(long double x)
{
    if (std::fabs(x) > 0.25L)
        return x - std::log1p(x);
    // With r = x/(2+x): ln(1+x) = 2 artanh r and x − 2r = x·r, so no leading terms cancel.
    const long double r = x / (2.0L + x);
    const long double r2 = r * r;
    long double power = r * r2;
    long double total = 0.0L;
    for (long double k = 3.0L; std::fabs(power) > tiny * std::fabs(r2); k += 2.0L) {
        total += 2.0L * power / k;
        power *= r2;
    }
    return x * r - total;
}

long double log_peak(long double s, long double z)
{
    return z < 0.5L * s ? (z - s) - s * std::log(z / s) : s * excess_over_log1p((z - s) / s);
}

long double log_complete_sum(long double s, long double z)
{
    return s < 16.0L ? std::lgamma(s) + z - s * std::log(z) : log_peak_width(s) + log_peak(s, z);
}

Scaled upper_sum(long double s, long double z)
{
    if (z <= 0.0L)
        return {std::numeric_limits<long double>::infinity(), 0.0L};
    if (s >= 1.0L && s <= recursion_longest && s == std::floor(s))
        if (const long double value = upper_recursion(s, z); std::isfinite(value))
            return {value, 0.0L};
    if (z >= s)
        return upper_above(s, z);
    if (s < 1.0L)
        return upper_quadrature(s, z);
    return difference(complete_sum(s, z), lower_below(s, z).sum);
}

LowerSums lower_sums(long double s, long double z)
{
    if (z <= s + 1.0L)
        return lower_below(s, z);
    const Scaled total = difference(complete_sum(s, z), upper_above(s, z));
    // Integration by parts: z·moment = 1 + (z − s)·sum, and nothing cancels for z > s.
    return {total, (1.0L / z) * sum({1.0L, 0.0L}, (z - s) * total)};
}

Scaled lower_sum(long double s, long double z)
{
    return lower_sums(s, z).sum;
}

} // namespace switchroom::erlang
