#include "sim/random/family_law.h"

#include "sim/random/distribution_table.h"
#include "sim/random/special_functions.h"
#include "sim/random/vector_math.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

namespace vm = vector_math;

double power(double x, int r)
{
    return r == 0 ? 1.0 : (r == 1 ? x : x * x);
}

// E[Y^r; Y ≤ y] of a gamma with shape k and scale θ: θ^r·Γ(k + r)/Γ(k)·P(k + r, y/θ).
double gamma_moment(double k, double scale, int r, double y)
{
    const double rising = r == 0 ? 1.0 : (r == 1 ? k : k * (k + 1.0));
    return power(scale, r) * rising * special::gamma_p(k + r, y / scale);
}

double weibull_moment(const Distribution& d, int r, double y)
{
    const double k = 1.0 + r * d.shape[1];
    const double reached = vm::pow(y / d.length[0], d.shape[0]);
    return power(d.length[0], r) * vm::exp(special::log_gamma(k)) * special::gamma_p(k, reached);
}

double lognormal_moment(const Distribution& d, int r, double y)
{
    const double sigma = d.shape[0];
    const double z = sigma > 0.0 ? vm::log(y / d.length[0]) / sigma : (y >= d.length[0] ? 40.0 : -40.0);
    return power(d.length[0], r) * vm::exp(0.5 * r * r * sigma * sigma) * special::normal_cdf(z - r * sigma);
}

// ∫ x^r·density on [from, to] where the density is linear, `at_from` and `at_to` at the ends: Simpson's rule
// is exact up to x³.
double linear_piece(int r, double from, double to, double at_from, double at_to)
{
    const double middle = 0.5 * (from + to);
    return (to - from) / 6.0 *
           (power(from, r) * at_from + 4.0 * power(middle, r) * 0.5 * (at_from + at_to) +
            power(to, r) * at_to);
}

double triangular_moment(const Distribution& d, int r, double y)
{
    const auto [low, mode, high] = d.length;
    const double rise_end = std::clamp(y, low, mode);
    const double fall_end = std::clamp(y, mode, high);
    double sum = 0.0;
    if (rise_end > low)
        sum += linear_piece(r, low, rise_end, 0.0, family_density(d, rise_end));
    if (fall_end > mode)
        sum += linear_piece(r, mode, fall_end, family_density(d, mode), family_density(d, fall_end));
    return sum;
}

// Over a piece that starts at a with survival S and rate h: ∫ (a + t)^r·S·h·e^(−ht) dt by the exponential's
// moments.
double hazard_moment(const Distribution& d, int r, double y)
{
    const auto& table = table_of<HazardTable>(d);
    const double end = y / d.length[0];
    double sum = 0.0;
    for (std::size_t i = 0; i < table.edges.size() && table.edges[i] < end; ++i) {
        const double a = table.edges[i];
        const double rate = table.rates[i];
        const double next =
            i + 1 < table.edges.size() ? table.edges[i + 1] : std::numeric_limits<double>::infinity();
        if (rate == 0.0)
            continue;
        const double length = std::min(next, end) - a;
        const auto inside = [&](int q) { return gamma_moment(1.0, 1.0 / rate, q, length); };
        const double piece = r == 0 ? inside(0)
                                    : (r == 1 ? a * inside(0) + inside(1)
                                              : a * a * inside(0) + 2.0 * a * inside(1) + inside(2));
        sum += vm::exp(-table.cumulative[i]) * piece;
    }
    return power(d.length[0], r) * sum;
}

double empirical_moment(const Distribution& d, int r, double y)
{
    const auto& values = table_of<EmpiricalTable>(d).values;
    double sum = 0.0;
    for (const double value : values)
        if (d.length[0] * value <= y)
            sum += power(d.length[0] * value, r);
    return sum / static_cast<double>(values.size());
}

// E[X^r; X ≤ x] of a whole distribution, shift and limit included.
double whole_moment(const Distribution& d, int r, double x)
{
    const double y = std::min(x, d.at_most) - d.shift;
    if (y < 0.0)
        return 0.0;
    const auto moment = [&](int q) { return family_moment_below(d, q, y); };
    double sum = moment(r);
    if (d.shift != 0.0 && r == 1)
        sum += d.shift * moment(0);
    if (d.shift != 0.0 && r == 2)
        sum += d.shift * (2.0 * moment(1) + d.shift * moment(0));
    return sum / d.mass;
}

double mixture_moment(const Distribution& d, int r, double y)
{
    const auto& table = table_of<MixtureTable>(d);
    double sum = 0.0;
    for (std::size_t i = 0; i < table.parts.size(); ++i)
        sum += table.weights[i] * whole_moment(table.parts[i], r, y / d.length[0]);
    return power(d.length[0], r) * sum;
}

} // namespace

double family_moment_below(const Distribution& d, int r, double y)
{
    const auto& length = d.length;
    switch (d.family) {
    case Family::constant:
        return y >= length[0] ? power(length[0], r) : 0.0;
    case Family::exponential:
        return gamma_moment(1.0, length[0], r, y);
    case Family::lognormal:
        return lognormal_moment(d, r, y);
    case Family::gamma:
    case Family::erlang:
        return gamma_moment(d.shape[0], length[0], r, y);
    case Family::weibull:
        return weibull_moment(d, r, y);
    case Family::hyperexponential:
        return d.shape[0] * gamma_moment(1.0, length[0], r, y) +
               (1.0 - d.shape[0]) * gamma_moment(1.0, length[1], r, y);
    case Family::uniform: {
        const double height = 1.0 / (length[1] - length[0]);
        return linear_piece(r, length[0], std::clamp(y, length[0], length[1]), height, height);
    }
    case Family::triangular:
        return triangular_moment(d, r, y);
    case Family::empirical:
        return empirical_moment(d, r, y);
    case Family::mixture:
        return mixture_moment(d, r, y);
    case Family::hazard:
        return hazard_moment(d, r, y);
    }
    return 0.0;
}

} // namespace switchroom
