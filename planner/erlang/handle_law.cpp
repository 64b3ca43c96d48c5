#include "planner/erlang/handle_law.h"

#include "sim/random/distribution_table.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace switchroom::erlang {

namespace {

using Complex = std::complex<double>;
using Transform = std::function<Complex(Complex)>;

/// E Y, E Y², E Y³ and 1 − E e^{−zY} of a family without shift.
struct Family4 {
    double moments[3] = {0, 0, 0};
    Transform deficit; // 1 − transform
    double swing = 0;
    bool kinked = false;
};

Complex complex_expm1(Complex z)
{
    const double half = std::sin(z.imag() / 2.0);
    return {std::expm1(z.real()) * std::cos(z.imag()) - 2.0 * half * half,
            std::exp(z.real()) * std::sin(z.imag())};
}

Complex complex_log1p(Complex z)
{
    return {0.5 * std::log1p(z.real() * (2.0 + z.real()) + z.imag() * z.imag()),
            std::atan2(z.imag(), 1.0 + z.real())};
}

Family4 constant_family(double d)
{
    return {{d, d * d, d * d * d}, [d](Complex z) { return -complex_expm1(-z * d); }, 1.0 / d, true};
}

Family4 gamma_family(double shape, double scale)
{
    const double m = shape * scale;
    return {{m, m * (shape + 1.0) * scale, m * (shape + 1.0) * (shape + 2.0) * scale * scale},
            [=](Complex z) { return -complex_expm1(-shape * complex_log1p(z * scale)); },
            shape > 1.0 ? 4.0 * shape / m : 0.0,
            false};
}

Family4 uniform_family(double a, double b)
{
    const double width = b - a;
    return {{(a + b) / 2.0, (a * a + a * b + b * b) / 3.0, (a + b) * (a * a + b * b) / 4.0},
            [=](Complex z) {
                // E e^{−zY} = e^{−za} (1 − e^{−z width}) / (z width)
                const Complex part = -complex_expm1(-z * width) / (z * width);
                return -complex_expm1(-z * a) + std::exp(-z * a) * (1.0 - part);
            },
            1.0 / b,
            true};
}

/// E exp(−z median e^{σN}): the path of N is moved by i·c so that most of z's phase is undone.
Family4 lognormal_family(double median, double sigma)
{
    const auto moment = [=](double k) { return std::pow(median, k) * std::exp(k * k * sigma * sigma / 2.0); };
    const auto deficit = [=](Complex z) {
        const double c = std::clamp(-std::arg(z) / sigma, -3.0, 3.0);
        const double step = 1.0 / std::clamp(8.0 + std::abs(z) * median * sigma, 8.0, 64.0);
        Complex sum = 0.0;
        for (double y = -9.0; y <= 9.0; y += step) {
            const Complex n(y, c);
            sum += std::exp(-0.5 * n * n) * -complex_expm1(-z * median * std::exp(sigma * n));
        }
        return sum * step / std::sqrt(2.0 * std::numbers::pi);
    };
    return {{moment(1), moment(2), moment(3)}, deficit, 4.0 / median, false};
}

/// E exp(−z s U^{1/k}), U exponential; the path of ln U is turned so that both exponentials decay.
Family4 weibull_family(double scale, double shape)
{
    const auto moment = [=](double k) { return std::pow(scale, k) * std::tgamma(1.0 + k / shape); };
    const auto deficit = [=](Complex z) {
        const double turn = -std::arg(z) * shape / (1.0 + shape);
        constexpr double low = -40.0; // the weight falls at least as e^y
        constexpr double step = 1.0 / 8.0;
        Complex sum = 0.0;
        for (double y = low; y <= 6.0; y += step) {
            const Complex log_u(y, turn);
            const Complex u = std::exp(log_u);
            sum += u * std::exp(-u) * -complex_expm1(-z * scale * std::exp(log_u / shape));
        }
        return sum * step;
    };
    return {{moment(1), moment(2), moment(3)}, deficit, shape > 1.0 ? 4.0 * shape / moment(1) : 0.0, false};
}

Result<Family4> family4(const Distribution& d);

Result<Family4> mixture_family(const Distribution& d)
{
    const MixtureTable& table = table_of<MixtureTable>(d);
    const double unit = d.length[0];
    Family4 mixed;
    std::vector<std::pair<double, Transform>> parts;
    for (std::size_t i = 0; i < table.parts.size(); ++i) {
        Result<Family4> part = family4(table.parts[i]);
        if (!part)
            return part;
        const double weight = table.weights[i];
        double power = unit;
        for (double& moment : mixed.moments) {
            moment += weight * power * part->moments[&moment - mixed.moments];
            power *= unit;
        }
        mixed.swing = std::max(mixed.swing, part->swing / unit);
        mixed.kinked = mixed.kinked || part->kinked;
        parts.emplace_back(weight, part->deficit);
    }
    mixed.deficit = [parts, unit](Complex z) {
        Complex sum = 0.0;
        for (const auto& [weight, deficit] : parts)
            sum += weight * deficit(z * unit);
        return sum;
    };
    return mixed;
}

Family4 hyperexponential_family(double p, double m1, double m2)
{
    const double q = 1.0 - p;
    return {{p * m1 + q * m2, 2.0 * (p * m1 * m1 + q * m2 * m2), 6.0 * (p * m1 * m1 * m1 + q * m2 * m2 * m2)},
            [=](Complex z) { return p * z * m1 / (1.0 + z * m1) + q * z * m2 / (1.0 + z * m2); },
            0.0,
            false};
}

/// Y + shift.
Family4 shifted_family(const Family4& y, double s)
{
    const auto& m = y.moments;
    const Transform deficit = y.deficit;
    return {{m[0] + s, m[1] + 2.0 * s * m[0] + s * s, m[2] + 3.0 * s * m[1] + 3.0 * s * s * m[0] + s * s * s},
            [=](Complex z) {
                const Complex late = std::exp(-z * s);
                return -complex_expm1(-z * s) + late * deficit(z);
            },
            std::max(y.swing, 1.0 / s),
            true};
}

Result<Family4> unshifted(const Distribution& d)
{
    switch (d.family) {
    case Family::constant:
        if (d.length[0] == 0.0) // a part of a mixture that takes no time
            return Family4{{0, 0, 0}, [](Complex) { return Complex(0.0); }, 0.0, true};
        return constant_family(d.length[0]);
    case Family::exponential:
        return gamma_family(1.0, d.length[0]);
    case Family::gamma:
    case Family::erlang:
        return gamma_family(d.shape[0], d.length[0]);
    case Family::hyperexponential:
        return hyperexponential_family(d.shape[0], d.length[0], d.length[1]);
    case Family::uniform:
        return uniform_family(d.length[0], d.length[1]);
    case Family::lognormal:
        return lognormal_family(d.length[0], d.shape[0]);
    case Family::weibull:
        return weibull_family(d.length[0], d.shape[0]);
    case Family::mixture:
        return mixture_family(d);
    case Family::triangular:
    case Family::empirical:
    case Family::hazard:
        break;
    }
    return error_in({},
                    "the solvers have no transform of a " + std::string(to_text(d.family)) + " handle time");
}

Result<Family4> family4(const Distribution& d)
{
    if (std::isfinite(d.at_most))
        return error_in({}, "the solvers have no transform of a truncated handle time");
    Result<Family4> y = unshifted(d);
    return y && d.shift > 0.0 ? shifted_family(*y, d.shift) : y;
}

/// (1 − r)(z) of residuals given as deficits: for small z by moments, whose next term is estimated by the
/// third.
Complex rest_by_moments(Complex z, const HandleLaw& law)
{
    return z * law.second / (2.0 * law.mean) - z * z * law.third / (6.0 * law.mean);
}

} // namespace

Result<HandleLaw> handle_law(const Distribution& distribution)
{
    const Result<Family4> family = family4(distribution);
    if (!family)
        return family.errors();
    HandleLaw law;
    law.mean = family->moments[0];
    law.second = family->moments[1];
    law.third = family->moments[2];
    if (!(law.mean > 0.0) || std::isinf(law.mean))
        return error_in({}, "the mean handle time must be a finite number above 0");
    law.swing_per_s = family->swing;
    law.kinked = family->kinked;
    law.constant = distribution.family == Family::constant;
    const Transform deficit = family->deficit;
    const double mean = law.mean;
    law.residual = [=](Complex z) { return deficit(z) / (z * mean); };
    HandleLaw moments = law;
    moments.residual = nullptr;
    law.residual_rest = [=](Complex z) {
        const bool small = std::abs(z) * moments.third < 1e-6 * moments.second;
        return small ? rest_by_moments(z, moments) : 1.0 - deficit(z) / (z * mean);
    };
    return law;
}

} // namespace switchroom::erlang
