#include "sim/random/family_law.h"

#include "sim/random/distribution_draw.h"
#include "sim/random/special_functions.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

namespace vm = vector_math;

constexpr double infinity = std::numeric_limits<double>::infinity();

double accumulated_hazard(const Distribution& d, double y)
{
    return draw::Hazard{d.length[0], table_of<HazardTable>(d)}.accumulated(y);
}

// The normal score of y under a lognormal.
double score(const Distribution& d, double y)
{
    return vm::log(y / d.length[0]) / d.shape[0];
}

// Share of the observed values at or below y.
double share_up_to(const Distribution& d, double y)
{
    const auto& values = table_of<EmpiricalTable>(d).values;
    const auto above = std::partition_point(values.begin(), values.end(),
                                            [&](double value) { return d.length[0] * value <= y; });
    return static_cast<double>(above - values.begin()) / static_cast<double>(values.size());
}

double triangular_rise(const Distribution& d, double y) // P(Y ≤ y) for y ≤ mode
{
    const auto [low, mode, high] = d.length;
    return y <= low ? 0.0 : (y - low) / (high - low) * ((y - low) / (mode - low));
}

double triangular_fall(const Distribution& d, double y) // P(Y > y) for y ≥ mode
{
    const auto [low, mode, high] = d.length;
    return y >= high ? 0.0 : (high - y) / (high - low) * ((high - y) / (high - mode));
}

template <class OfPart>
double over_parts(const Distribution& d, OfPart of_part)
{
    const auto& table = table_of<MixtureTable>(d);
    double sum = 0.0;
    for (std::size_t i = 0; i < table.parts.size(); ++i)
        sum += table.weights[i] * of_part(table.parts[i]);
    return sum;
}

double hyper_survival(const Distribution& d, double y)
{
    const double p = d.shape[0];
    return p * vm::exp(-y / d.length[0]) + (1.0 - p) * vm::exp(-y / d.length[1]);
}

double hyper_cdf(const Distribution& d, double y)
{
    const double p = d.shape[0];
    return -(p * vm::expm1(-y / d.length[0]) + (1.0 - p) * vm::expm1(-y / d.length[1]));
}

} // namespace

double family_cdf(const Distribution& d, double y)
{
    if (y < 0.0)
        return 0.0;
    if (y == infinity)
        return 1.0;
    switch (d.family) {
    case Family::constant:
        return y >= d.length[0] ? 1.0 : 0.0;
    case Family::exponential:
        return -vm::expm1(-y / d.length[0]);
    case Family::lognormal:
        return y == 0.0 ? 0.0 : special::normal_cdf(score(d, y));
    case Family::gamma:
    case Family::erlang:
        return special::gamma_p(d.shape[0], y / d.length[0]);
    case Family::weibull:
        return -vm::expm1(-vm::pow(y / d.length[0], d.shape[0]));
    case Family::hyperexponential:
        return hyper_cdf(d, y);
    case Family::uniform:
        return std::clamp((y - d.length[0]) / (d.length[1] - d.length[0]), 0.0, 1.0);
    case Family::triangular:
        return y < d.length[1] ? triangular_rise(d, y) : 1.0 - triangular_fall(d, y);
    case Family::empirical:
        return share_up_to(d, y);
    case Family::mixture:
        return over_parts(d, [&](const Distribution& part) { return cdf(part, y / d.length[0]); });
    case Family::hazard:
        return -vm::expm1(-accumulated_hazard(d, y));
    }
    return 0.0;
}

double family_survival(const Distribution& d, double y)
{
    if (y < 0.0)
        return 1.0;
    switch (d.family) {
    case Family::constant:
    case Family::uniform:
    case Family::empirical:
        return 1.0 - family_cdf(d, y);
    case Family::exponential:
        return vm::exp(-y / d.length[0]);
    case Family::lognormal:
        return y == 0.0 ? 1.0 : special::normal_cdf(-score(d, y));
    case Family::gamma:
    case Family::erlang:
        return special::gamma_q(d.shape[0], y / d.length[0]);
    case Family::weibull:
        return vm::exp(-vm::pow(y / d.length[0], d.shape[0]));
    case Family::hyperexponential:
        return hyper_survival(d, y);
    case Family::triangular:
        return y < d.length[1] ? 1.0 - triangular_rise(d, y) : triangular_fall(d, y);
    case Family::mixture:
        return over_parts(d, [&](const Distribution& part) { return survival(part, y / d.length[0]); });
    case Family::hazard:
        return vm::exp(-accumulated_hazard(d, y));
    }
    return 0.0;
}

double family_density(const Distribution& d, double y)
{
    constexpr double inverse_sqrt_two_pi = 0.39894228040143267794;
    if (y < 0.0)
        return 0.0;
    const double scale = d.length[0];
    switch (d.family) {
    case Family::constant:
        return y == scale ? 1.0 : 0.0;
    case Family::exponential:
        return vm::exp(-y / scale) / scale;
    case Family::lognormal: {
        const double z = y > 0.0 ? score(d, y) : infinity;
        return y > 0.0 ? inverse_sqrt_two_pi * vm::exp(-0.5 * z * z) / (y * d.shape[0]) : 0.0;
    }
    case Family::gamma:
    case Family::erlang: {
        const double k = d.shape[0];
        if (y == 0.0)
            return k > 1.0 ? 0.0 : (k == 1.0 ? 1.0 / scale : infinity);
        return k * special::gamma_front(k, y / scale) / y;
    }
    case Family::weibull: {
        const double k = d.shape[0];
        if (y == 0.0)
            return k > 1.0 ? 0.0 : (k == 1.0 ? 1.0 / scale : infinity);
        const double power = vm::pow(y / scale, k);
        return k * power / y * vm::exp(-power);
    }
    case Family::hyperexponential:
        return d.shape[0] / scale * vm::exp(-y / scale) +
               (1.0 - d.shape[0]) / d.length[1] * vm::exp(-y / d.length[1]);
    case Family::uniform:
        return y >= scale && y <= d.length[1] ? 1.0 / (d.length[1] - scale) : 0.0;
    case Family::triangular: {
        const auto [low, mode, high] = d.length;
        if (y < low || y > high)
            return 0.0;
        return 2.0 / (high - low) *
               (y < mode ? (y - low) / (mode - low) : (y > mode ? (high - y) / (high - mode) : 1.0));
    }
    case Family::empirical: {
        const auto& values = table_of<EmpiricalTable>(d).values;
        const auto count =
            std::count_if(values.begin(), values.end(), [&](double v) { return scale * v == y; });
        return static_cast<double>(count) / static_cast<double>(values.size());
    }
    case Family::mixture: {
        // An atom keeps its probability under a change of unit, a density does not; parts that are constant
        // or empirical have atoms.
        return over_parts(d, [&](const Distribution& part) {
            const bool atoms = part.family == Family::constant || part.family == Family::empirical;
            return density(part, y / scale) / (atoms ? 1.0 : scale);
        });
    }
    case Family::hazard: {
        const auto& table = table_of<HazardTable>(d);
        const auto after = std::upper_bound(table.edges.begin(), table.edges.end(), y / scale);
        const double rate = table.rates[static_cast<std::size_t>(after - table.edges.begin()) - 1] / scale;
        return rate * vm::exp(-accumulated_hazard(d, y));
    }
    }
    return 0.0;
}

} // namespace switchroom
