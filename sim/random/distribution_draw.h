#pragma once
/// One draw of each family without shift and limit, as small function objects: the scalar and the batch form
/// call the same ones, and so give the same bits. Those marked vectorisable are branch-free. Internal to
/// sim/random.

#include "sim/random/gamma_table.h"
#include "sim/random/vector_math.h"

#include <algorithm>
#include <cmath>

namespace switchroom::draw {

namespace kernel = vector_math::kernel;

/// Position of the last of the increasing values that is at or below x; the first value is. Bisection without
/// branches, which random x would mispredict.
inline std::size_t last_at_or_below(const std::vector<double>& values, double x)
{
    std::size_t first = 0;
    for (std::size_t count = values.size(); count > 1;) {
        const std::size_t half = count / 2;
        first += half * static_cast<std::size_t>(values[first + half] <= x);
        count -= half;
    }
    return first;
}

struct Exponential { // vectorisable
    double mean;
    [[gnu::always_inline]] double operator()(double u) const { return mean * kernel::unit_exponential(u); }
};

struct Lognormal { // vectorisable
    double median, sigma;
    [[gnu::always_inline]] double operator()(double u) const
    {
        return median * kernel::exp(sigma * kernel::normal_quantile(u));
    }
};

struct Weibull { // vectorisable
    double scale, inverse_shape;
    [[gnu::always_inline]] double operator()(double u) const
    {
        return scale * kernel::exp(inverse_shape * kernel::log(kernel::unit_exponential(u)));
    }
};

struct Uniform { // vectorisable
    double low, high;
    [[gnu::always_inline]] double operator()(double u) const { return low + (high - low) * u; }
};

struct Triangular { // vectorisable
    double low, mode, high;
    [[gnu::always_inline]] double operator()(double u) const
    {
        const double width = high - low;
        const double rising = low + __builtin_sqrt(u * width * (mode - low));
        const double falling = high - __builtin_sqrt((1.0 - u) * width * (high - mode));
        return u * width < mode - low ? rising : falling;
    }
};

/// u below p selects the first phase; what is left of u within the phase's share is its survival probability.
struct Hyperexponential { // vectorisable
    double p, mean_1, mean_2;
    [[gnu::always_inline]] double operator()(double u) const
    {
        const double first = (p - u) / p;
        const double second = (1.0 - u) / (1.0 - p);
        const double survival = u < p ? first : second;
        return (u < p ? mean_1 : mean_2) * -kernel::log(survival);
    }
};

struct Gamma {
    double scale;
    const GammaTable& table;
    double operator()(double u) const
    {
        return scale * kernel::exp(log_quantile(table, kernel::normal_quantile(u)));
    }
};

struct Empirical {
    double unit;
    const EmpiricalTable& table;
    /// Smallest value whose share of the sample, it included, reaches u.
    double operator()(double u) const
    {
        const auto n = static_cast<double>(table.values.size());
        const double rank = std::clamp(std::ceil(u * n), 1.0, n);
        return unit * table.values[static_cast<std::size_t>(rank) - 1];
    }
};

struct Hazard {
    double unit;
    const HazardTable& table;
    double operator()(double u) const { return at_accumulated(kernel::unit_exponential(u)); }

    /// The time at which the hazard accumulated since 0 reaches `hazard` (infinite if it never does).
    double at_accumulated(double hazard) const
    {
        const std::size_t piece = last_at_or_below(table.cumulative, hazard);
        const double left = hazard - table.cumulative[piece];
        return unit * (table.edges[piece] + (left > 0.0 ? left / table.rates[piece] : 0.0));
    }

    /// The hazard accumulated up to time y ≥ 0.
    double accumulated(double y) const
    {
        const double time = y / unit;
        const std::size_t piece = last_at_or_below(table.edges, time);
        const double rate = table.rates[piece];
        return table.cumulative[piece] + (rate > 0.0 ? rate * (time - table.edges[piece]) : 0.0);
    }
};

} // namespace switchroom::draw
