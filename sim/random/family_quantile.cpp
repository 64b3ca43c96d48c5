#include "sim/random/family_law.h"

#include "sim/random/distribution_draw.h"
#include "sim/random/special_functions.h"

namespace switchroom {

namespace {

namespace vm = vector_math;

constexpr double infinity = std::numeric_limits<double>::infinity();

// The smallest double y ≥ 0 for which `reached` holds, to the last bits; reached is monotone. Infinite if it
// never holds.
template <class Reached>
double first_reached(Reached reached)
{
    if (reached(0.0))
        return 0.0;
    double high = 1.0;
    while (!reached(high)) {
        if (high > 1e300)
            return infinity;
        high *= 2.0;
    }
    double low = 0.0;
    for (int i = 0; i < 400 && high - low > 1e-16 * high; ++i) {
        const double middle = low > 0.0 ? 0.5 * (low + high) : 1e-3 * high;
        if (middle <= low || middle >= high || middle == 0.0)
            break;
        (reached(middle) ? high : low) = middle;
    }
    return high;
}

} // namespace

double family_quantile(const Distribution& d, double u)
{
    switch (d.family) {
    case Family::constant:
        return d.length[0];
    case Family::exponential:
        return d.length[0] * -vm::log1p(-u);
    case Family::lognormal:
        return d.length[0] * vm::exp(d.shape[0] * vm::normal_quantile(u));
    case Family::gamma:
    case Family::erlang:
        if (u <= 0.0 || u >= 1.0)
            return u <= 0.0 ? 0.0 : infinity;
        return d.length[0] * vm::exp(special::log_gamma_quantile(d.shape[0], u, 1.0 - u));
    case Family::weibull:
        return d.length[0] * vm::pow(-vm::log1p(-u), d.shape[1]);
    case Family::uniform:
        return draw::Uniform{d.length[0], d.length[1]}(u);
    case Family::triangular:
        return draw::Triangular{d.length[0], d.length[1], d.length[2]}(u);
    case Family::empirical:
        return draw::Empirical{d.length[0], table_of<EmpiricalTable>(d)}(u);
    case Family::hazard:
        return draw::Hazard{d.length[0], table_of<HazardTable>(d)}.at_accumulated(-vm::log1p(-u));
    case Family::hyperexponential:
    case Family::mixture:
        break;
    }
    // At 1 a probability may reach u only by rounding; then the answer is where it does, beyond every draw.
    if (u < 0.5)
        return first_reached([&](double y) { return family_cdf(d, y) >= u; });
    return first_reached([&](double y) { return family_survival(d, y) <= 1.0 - u; });
}

double family_inverse_survival(const Distribution& d, double s)
{
    switch (d.family) {
    case Family::exponential:
        return d.length[0] * -vm::log(s);
    case Family::lognormal:
        return d.length[0] * vm::exp(-d.shape[0] * vm::normal_quantile(s));
    case Family::gamma:
    case Family::erlang:
        if (s <= 0.0 || s >= 1.0)
            return s >= 1.0 ? 0.0 : infinity;
        return d.length[0] * vm::exp(special::log_gamma_quantile(d.shape[0], 1.0 - s, s));
    case Family::weibull:
        return d.length[0] * vm::pow(-vm::log(s), d.shape[1]);
    case Family::hazard:
        return draw::Hazard{d.length[0], table_of<HazardTable>(d)}.at_accumulated(-vm::log(s));
    case Family::hyperexponential:
    case Family::mixture:
        return first_reached([&](double y) { return family_survival(d, y) <= s; });
    case Family::constant:
    case Family::uniform:
    case Family::triangular:
    case Family::empirical:
        break;
    }
    return family_quantile(d, 1.0 - s);
}

} // namespace switchroom
