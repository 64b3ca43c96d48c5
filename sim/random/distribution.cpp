#include "sim/random/distribution.h"

#include "sim/random/distribution_table.h"
#include "sim/random/family_law.h"
#include "sim/random/special_functions.h"
#include "sim/random/vector_math.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

namespace vm = vector_math;

constexpr double infinity = std::numeric_limits<double>::infinity();

// P(Y > limit): what truncation cuts off.
double cut_off(const Distribution& d)
{
    return d.mass < 1.0 ? family_survival(d, d.at_most - d.shift) : 0.0;
}

// A value that a hazard with a last rate of 0 never reaches makes mean and variance infinite.
bool may_be_infinite(const Distribution& d)
{
    return d.at_most == infinity && family_survival(d, std::numeric_limits<double>::max()) > 0.0;
}

// Variance of an untruncated family where two moments would cancel (small cv); negative where they do not.
double closed_variance(const Distribution& d)
{
    const double scale = d.length[0];
    switch (d.family) {
    case Family::constant:
        return 0.0;
    case Family::gamma:
    case Family::erlang:
        return scale * scale * d.shape[0];
    case Family::lognormal: {
        const double sigma2 = d.shape[0] * d.shape[0];
        return scale * scale * vm::exp(sigma2) * vm::expm1(sigma2);
    }
    case Family::weibull: {
        const double log_mean = special::log_gamma(1.0 + d.shape[1]);
        const double log_ratio = special::log_gamma(1.0 + 2.0 * d.shape[1]) - 2.0 * log_mean;
        return scale * scale * vm::exp(2.0 * log_mean) * vm::expm1(log_ratio);
    }
    case Family::uniform:
        return (d.length[1] - scale) * (d.length[1] - scale) / 12.0;
    case Family::triangular: {
        const auto [low, mode, high] = d.length;
        return ((high - low) * (high - low) - (mode - low) * (high - mode)) / 18.0;
    }
    default:
        return -1.0;
    }
}

double mean_of_family(const Distribution& d)
{
    return family_moment_below(d, 1, d.at_most - d.shift) / d.mass;
}

} // namespace

double mean(const Distribution& d)
{
    if (may_be_infinite(d))
        return infinity;
    return d.shift + mean_of_family(d);
}

double variance(const Distribution& d)
{
    if (may_be_infinite(d))
        return infinity;
    const double closed = d.mass == 1.0 ? closed_variance(d) : -1.0;
    if (closed >= 0.0)
        return closed;
    const double m = mean_of_family(d);
    return std::max(0.0, family_moment_below(d, 2, d.at_most - d.shift) / d.mass - m * m);
}

double cv(const Distribution& d)
{
    const double m = mean(d);
    return m == 0.0 ? 0.0 : std::sqrt(variance(d)) / m;
}

double cdf(const Distribution& d, double x)
{
    return x >= d.at_most ? 1.0 : std::min(1.0, family_cdf(d, x - d.shift) / d.mass);
}

double survival(const Distribution& d, double x)
{
    if (x >= d.at_most)
        return 0.0;
    return std::clamp((family_survival(d, x - d.shift) - cut_off(d)) / d.mass, 0.0, 1.0);
}

double density(const Distribution& d, double x)
{
    return x > d.at_most ? 0.0 : family_density(d, x - d.shift) / d.mass;
}

double log_density(const Distribution& d, double x)
{
    return vm::log(density(d, x));
}

double quantile(const Distribution& d, double u)
{
    return std::min(d.at_most, d.shift + family_quantile(d, u * d.mass));
}

double quantile_given_longer(const Distribution& d, double t, double u)
{
    if (t < d.shift)
        return std::max(t, quantile(d, u));
    if (d.family == Family::exponential && d.mass == 1.0)
        return t + family_quantile(d, u); // no memory
    if (survival(d, t) <= 0.0)
        return t;
    const double cut = cut_off(d);
    const double longer = cut + (1.0 - u) * (family_survival(d, t - d.shift) - cut);
    return std::max(t, std::min(d.at_most, d.shift + family_inverse_survival(d, longer)));
}

double log_likelihood(const Distribution& d, std::span<const double> exact, std::span<const double> censored)
{
    double sum = 0.0;
    for (const double x : exact)
        sum += log_density(d, x);
    for (const double x : censored)
        sum += vm::log(survival(d, x));
    return sum;
}

} // namespace switchroom
