#include "sim/random/special_functions.h"

#include "sim/random/vector_math.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::special {

namespace {

namespace vm = vector_math;

constexpr double half_log_two_pi = 0.91893853320467274178;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double epsilon = std::numeric_limits<double>::epsilon();

// log Γ(x) − [(x − ½)·log x − x + ½·log 2π] for x ≥ 10: Stirling's series with Bernoulli numbers.
double stirling_rest(double x)
{
    const double y = 1.0 / (x * x);
    return (1.0 / 12 +
            y * (-1.0 / 360 +
                 y * (1.0 / 1260 + y * (-1.0 / 1680 + y * (1.0 / 1188 + y * (-691.0 / 360360 + y / 156)))))) /
           x;
}

// Σ x^n / ((a+1)…(a+n)), n ≥ 0.
double series(double a, double x)
{
    double term = 1.0;
    double sum = 1.0;
    for (double n = a + 1.0; term > sum * (0.25 * epsilon); n += 1.0) {
        term *= x / n;
        sum += term;
    }
    return sum;
}

// Γ(a, x)·e^x·x^(−a) for x ≥ a + 1 (Lentz).
double continued_fraction(double a, double x)
{
    constexpr double tiny = 1e-300;
    double b = x + 1.0 - a;
    double c = 1.0 / tiny;
    double d = 1.0 / b;
    double result = d;
    for (double i = 1.0; i < 1e6; i += 1.0) {
        const double numerator = -i * (i - a);
        b += 2.0;
        d = numerator * d + b;
        d = 1.0 / (std::fabs(d) < tiny ? tiny : d);
        c = b + numerator / c;
        c = std::fabs(c) < tiny ? tiny : c;
        const double factor = d * c;
        result *= factor;
        if (std::fabs(factor - 1.0) <= epsilon)
            break;
    }
    return result;
}

double lower(double a, double x)
{
    return gamma_front(a, x) * series(a, x);
}

double upper(double a, double x)
{
    return a * gamma_front(a, x) * continued_fraction(a, x);
}

// A first guess of log x: Wilson and Hilferty (1931) where it is positive, else the leading term of P near 0.
double guess(double a, double p, double q, double from_below)
{
    const double z = p < 0.5 ? vm::normal_quantile(p) : -vm::normal_quantile(q);
    const double root = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * std::sqrt(a));
    if (a < 0.5 || root < 0.1)
        return std::min(from_below, vm::log(a + 10.0));
    return vm::log(a) + 3.0 * vm::log(root);
}

} // namespace

double log_gamma(double x)
{
    double product = 1.0;
    for (; x < 10.0; x += 1.0)
        product *= x;
    return ((x - 0.5) * vm::log(x) - x + half_log_two_pi + stirling_rest(x)) - vm::log(product);
}

double gamma_front(double a, double x)
{
    if (x <= 0.0 || x == infinity)
        return 0.0;
    if (a < 10.0)
        return vm::exp(a * vm::log(x) - x - log_gamma(a + 1.0));
    const double mu = (x - a) / a;
    return vm::exp(-a * (mu - vm::log1p(mu)) - stirling_rest(a) - half_log_two_pi) / std::sqrt(a);
}

double gamma_p(double a, double x)
{
    if (x <= 0.0)
        return 0.0;
    if (x == infinity)
        return 1.0;
    return x < a + 1.0 ? lower(a, x) : 1.0 - upper(a, x);
}

double gamma_q(double a, double x)
{
    if (x <= 0.0)
        return 1.0;
    if (x == infinity)
        return 0.0;
    return x < a + 1.0 ? 1.0 - lower(a, x) : upper(a, x);
}

double log_gamma_quantile(double a, double p, double q)
{
    const double from_below = (vm::log(p) + log_gamma(a + 1.0)) / a; // P ≈ x^a / Γ(a + 1), relative error < x
    if (from_below < -40.0)
        return from_below;
    const bool by_lower = p < q;
    const double target = vm::log(by_lower ? p : q);
    double t = guess(a, p, q, from_below);
    for (int i = 0; i < 100; ++i) {
        const double x = vm::exp(t);
        const double tail = by_lower ? gamma_p(a, x) : gamma_q(a, x);
        if (!(tail > 0.0)) { // far outside: come back
            t += by_lower ? 1.0 : -1.0;
            continue;
        }
        const double slope = (by_lower ? 1.0 : -1.0) * a * gamma_front(a, x) / tail; // d log tail / d log x
        const double step = slope == 0.0 ? (by_lower ? -1.0 : 1.0) : (target - vm::log(tail)) / slope;
        t += std::clamp(step, -2.0, 2.0);
        if (std::fabs(step) <= 1e-15 * std::max(1.0, std::fabs(t)))
            break;
    }
    return t;
}

double normal_cdf(double z)
{
    const double tail = 0.5 * gamma_q(0.5, 0.5 * z * z);
    return z < 0.0 ? tail : 1.0 - tail;
}

} // namespace switchroom::special
