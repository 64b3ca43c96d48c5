#pragma once
/// Integrals of positive functions weight(u)·e^{h(u)}, h concave, however sharp or wide the peak is.
///
/// Every wait in a queue with abandonment is such an integral. All terms are positive, so the result has full
/// relative accuracy, and the cost does not grow with the number of agents: the interval is first cut to
/// where h is near its top.

#include "planner/erlang/scaled.h"

#include <array>
#include <limits>

namespace switchroom::erlang {

/// This far below the top the integrand is nothing in a 64-bit mantissa, even times a weight of u².
inline constexpr long double log_window = 56.0L;

struct GaussLegendre {
    static constexpr int size = 32;
    std::array<long double, size> node;   // on (0, 1)
    std::array<long double, size> weight; // sums to 1
};

/// The 32-point rule on (0, 1), computed once (Newton's method on the Legendre polynomial).
const GaussLegendre& gauss_legendre();

namespace detail {

/// Where h, falling from `mode` towards `end` (may be infinite), passes `floor`; `end` if it never does. Good
/// to 2 % of the way.
template <class LogIntegrand>
long double edge(const LogIntegrand& h, long double floor, long double mode, long double end)
{
    const long double direction = end < mode ? -1.0L : 1.0L;
    long double reach = std::isinf(end) ? 1.0L : std::fabs(end - mode);
    while (std::isinf(end) && h(mode + direction * reach) > floor)
        reach *= 4.0L;
    if (!std::isinf(end) && h(end) >= floor)
        return end;
    long double inside = 0.0L;
    while (reach - inside > 0.02L * reach) {
        const long double middle = inside + (reach - inside) / 2.0L;
        (h(mode + direction * middle) >= floor ? inside : reach) = middle;
    }
    return mode + direction * reach;
}

template <class F>
long double panel(const F& f, long double lo, long double hi)
{
    const GaussLegendre& rule = gauss_legendre();
    long double total = 0.0L;
    for (std::size_t i = 0; i < GaussLegendre::size; ++i)
        total += rule.weight[i] * f(lo + (hi - lo) * rule.node[i]);
    return total * (hi - lo);
}

/// What a quadrature may spend: rounding in h at extreme arguments can keep two estimates from ever agreeing.
inline constexpr int most_panels = 2000;

/// Halves the panel until both halves together agree with the whole within `tolerance` (absolute).
template <class F>
long double refine(const F& f, long double lo, long double hi, long double whole, long double tolerance,
                   int& panels)
{
    const long double middle = lo + (hi - lo) / 2.0L;
    const long double left = panel(f, lo, middle);
    const long double right = panel(f, middle, hi);
    panels -= 2;
    if (std::fabs(left + right - whole) <= tolerance || panels <= 0)
        return left + right;
    return refine(f, lo, middle, left, tolerance, panels) + refine(f, middle, hi, right, tolerance, panels);
}

template <class F>
long double integrate_part(const F& f, long double lo, long double hi, long double relative)
{
    if (!(hi > lo))
        return 0.0L;
    int panels = most_panels;
    const long double middle = lo + (hi - lo) / 2.0L;
    const long double left = panel(f, lo, middle);
    const long double right = panel(f, middle, hi);
    const long double tolerance = relative * std::fabs(left + right);
    if (std::fabs(left + right - panel(f, lo, hi)) <= tolerance)
        return left + right;
    return refine(f, lo, middle, left, tolerance, panels) + refine(f, middle, hi, right, tolerance, panels);
}

} // namespace detail

/// ∫ weight(u) e^{h(u)} du over [lo, hi]; lo ≤ mode ≤ hi, h rises up to `mode` and falls after it; hi may be
/// infinite. weight is smooth, of one sign and at most of polynomial growth. `relative` is the accuracy asked
/// for.
template <class LogIntegrand, class Weight>
Scaled integrate_peak(const LogIntegrand& h, const Weight& weight, long double lo, long double mode,
                      long double hi, long double relative = 1e-16L,
                      long double split = std::numeric_limits<long double>::infinity())
{
    const long double top = h(mode);
    const long double from = detail::edge(h, top - log_window, mode, lo);
    const long double to = detail::edge(h, top - log_window, mode, hi);
    const long double between = std::fmin(to, std::fmax(mode, split));
    const long double accuracy = std::fmax(relative, 1e-18L * std::fabs(top)); // h itself is not known better
    const auto f = [&](long double u) { return weight(u) * std::exp(h(u) - top); };
    const long double area = detail::integrate_part(f, from, mode, accuracy) +
                             detail::integrate_part(f, mode, between, accuracy) +
                             detail::integrate_part(f, between, to, accuracy);
    return std::fabs(top) < plain_log_limit ? Scaled{area * std::exp(top), 0.0L} : Scaled{area, top};
}

} // namespace switchroom::erlang
