#include "planner/erlang/walk_sums.h"

#include "planner/erlang/gamma_sums.h"
#include "planner/erlang/quadrature.h"

#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

namespace switchroom::erlang {

namespace {

constexpr double first_smooth = 128.0;

/// Gregory's coefficients of the backward corrections: Σ_{k≥0} g(k) = ∫₀^∞ g + g(0)/2 − Σ_j c_j Δ^j g(0).
constexpr std::array<double, 10> gregory = {0.0,
                                            1.0 / 12.0,
                                            -1.0 / 24.0,
                                            19.0 / 720.0,
                                            -3.0 / 160.0,
                                            863.0 / 60480.0,
                                            -275.0 / 24192.0,
                                            33953.0 / 3628800.0,
                                            -8183.0 / 1036800.0,
                                            3250433.0 / 479001600.0};

/// Weights of g(0) … g(9) in the end corrections (without the integral).
std::array<double, gregory.size()> end_weights()
{
    std::array<double, gregory.size()> weights{};
    weights[0] = 0.5;
    for (std::size_t j = 1; j < gregory.size(); ++j) {
        double binomial = j % 2 == 0 ? 1.0 : -1.0; // Δ^j g(0) = Σ_k (−1)^{j−k} C(j, k) g(k)
        for (std::size_t k = 0; k <= j; ++k) {
            weights[k] -= gregory[j] * binomial;
            binomial *= -static_cast<double>(j - k) / static_cast<double>(k + 1);
        }
    }
    return weights;
}

/// Γ(x) = √(2π/x) (x/e)^x e^{this}.
double stirling_rest(double x)
{
    if (x < 16.0) {
        // Below, the gamma function itself: its logarithm is small enough to lose nothing.
        return std::lgamma(x) + x - (x - 0.5) * std::log(x) - 0.5 * std::log(2.0 * std::numbers::pi);
    }
    const double r = 1.0 / (x * x);
    return (1.0 / 12.0 - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r * (1.0 / 1680.0 - r / 1188.0)))) / x;
}

/// count ln(count/mean) − (count − mean) ≥ 0, from the exact difference.
double deviance(double count, double mean, double excess)
{
    const double ratio = excess / (count + mean);
    if (std::fabs(ratio) > 0.1)
        return count * std::log(count / mean) - excess;
    // ln(count/mean) = 2 atanh(ratio): the terms in ratio cancel exactly, what is left is a series.
    double sum = excess * ratio;
    double power = 2.0 * count * ratio;
    for (double j = 3.0; j < 60.0; j += 2.0) {
        power *= ratio * ratio;
        const double next = sum + power / j;
        if (next == sum)
            break;
        sum = next;
    }
    return sum;
}

/// Temme's uniform expansion (1979; coefficients in DLMF 8.12), from the exact difference: where count and
/// mean agree in ten digits, their own rounding would spoil the incomplete gamma function.
double large_poisson_at_least(double count, double mean, double excess)
{
    const double distance = deviance(count, mean, excess);
    const double eta = std::copysign(std::sqrt(2.0 * distance / count), -excess);
    const double c0 =
        -1.0 / 3.0 +
        eta * (1.0 / 12.0 -
               eta * (2.0 / 135.0 - eta * (1.0 / 864.0 + eta * (1.0 / 2835.0 - eta * 139.0 / 777600.0))));
    const double c1 = -1.0 / 540.0 - eta * (1.0 / 288.0 - eta / 378.0);
    return 0.5 * std::erfc(std::copysign(std::sqrt(distance), excess)) -
           std::exp(-distance) / std::sqrt(2.0 * std::numbers::pi * count) * (c0 + c1 / count);
}

} // namespace

WalkSum walk_sum(double last)
{
    WalkSum sum;
    for (double m = 1.0; m < first_smooth; m += 1.0) {
        sum.step.push_back(m);
        sum.weight.push_back(1.0 / m);
    }
    if (last < first_smooth)
        return sum;
    const auto corrections = end_weights();
    for (std::size_t k = 0; k < corrections.size(); ++k) {
        const double m = first_smooth + static_cast<double>(k);
        sum.step.push_back(m);
        sum.weight.push_back(corrections[k] / m);
    }
    const GaussLegendre& rule = gauss_legendre();
    double ratio = 1.5;
    for (double start = first_smooth; start<last; ratio = start> 1e4 * first_smooth ? 4.0 : ratio) {
        const double width = start * (ratio - 1.0);
        for (std::size_t i = 0; i < GaussLegendre::size; ++i) {
            const double m = start + width * static_cast<double>(rule.node[i]);
            sum.step.push_back(m);
            sum.weight.push_back(width * static_cast<double>(rule.weight[i]) / m);
        }
        start += width;
    }
    return sum;
}

double poisson_pmf(double count, double mean, double excess)
{
    if (count == 0.0)
        return std::exp(-mean);
    return std::exp(-deviance(count, mean, excess) - stirling_rest(count)) /
           std::sqrt(2.0 * std::numbers::pi * count);
}

double poisson_at_least(double count, double mean, double excess)
{
    using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
    if (count <= 0.0)
        return 1.0;
    if (count > 1e6 && std::fabs(excess) < 0.02 * count)
        return large_poisson_at_least(count, mean, excess);
    // Far out in the tail of a large count Boost's series would need √count terms; the sum of Erlang A does
    // not.
    if (count > 2e4 && excess > 0.0 && excess * excess > 19.0 * count) {
        const long double s = count;
        const Scaled sum = lower_sum(s, s - static_cast<long double>(excess));
        return count * poisson_pmf(count, mean, excess) * static_cast<double>(ratio(sum, {1.0L, 0.0L}));
    }
    return boost::math::gamma_p(count, mean, Policy{});
}

} // namespace switchroom::erlang
