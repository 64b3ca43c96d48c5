// Gamma functions against Boost.Math, and gamma draws from the table against Boost's quantile.
#include "sim/random/distribution.h"
#include "sim/random/special_functions.h"

#include <boost/math/special_functions/gamma.hpp>
#include <doctest/doctest.h>

#include <cmath>

namespace switchroom {

namespace {

double relative_error(double value, double exact)
{
    return exact == 0.0 ? std::fabs(value) : std::fabs(value / exact - 1.0);
}

} // namespace

TEST_CASE("log gamma agrees with Boost")
{
    for (const double x : {1e-3, 0.1, 0.5, 0.99, 1.0, 1.5, 2.0, 3.3, 9.9, 10.1, 57.0, 1e3, 1e6})
        CHECK(std::fabs(special::log_gamma(x) - boost::math::lgamma(x)) <
              1e-14 * std::max(1.0, std::fabs(boost::math::lgamma(x))) * 3.0);
}

TEST_CASE("both incomplete gamma ratios agree with Boost wherever they are not negligible")
{
    for (const double a : {0.01, 0.3, 0.755, 1.0, 2.5, 9.9, 10.0, 30.86, 400.0, 1e4, 1e6}) {
        for (const double z : {-6.0, -3.0, -1.0, -0.1, 0.0, 0.5, 2.0, 5.0, 8.0}) {
            const double x = a + z * std::sqrt(a);
            if (x <= 0.0)
                continue;
            CAPTURE(a);
            CAPTURE(x);
            CHECK(relative_error(special::gamma_p(a, x), boost::math::gamma_p(a, x)) < 1e-11);
            CHECK(relative_error(special::gamma_q(a, x), boost::math::gamma_q(a, x)) < 1e-11);
        }
    }
}

TEST_CASE("the normal cdf keeps its relative accuracy in both tails")
{
    for (double z = -8.0; z <= 8.0; z += 0.37)
        CHECK(relative_error(special::normal_cdf(z), 0.5 * std::erfc(-z / std::sqrt(2.0))) < 1e-13);
}

TEST_CASE("gamma draws from the table agree with Boost's quantile to 1e-9")
{
    for (const double shape : {0.04, 0.25, 0.755, 1.0, 1.38, 2.0, 5.0, 28.7, 30.86, 400.0, 1e4, 1e6}) {
        CAPTURE(shape);
        const Distribution d = law::gamma(shape, shape);
        double worst_table = 0.0;
        double worst_solved = 0.0;
        const int points = 2000;
        for (int i = 0; i < points; ++i) {
            const double v = (i + 0.5) / points;
            for (const double u : {v, 0x1p-43 * std::exp2(40.0 * v), 1.0 - 0x1p-43 * std::exp2(40.0 * v)}) {
                const double exact =
                    u < 0.5 ? boost::math::gamma_p_inv(shape, u) : boost::math::gamma_q_inv(shape, 1.0 - u);
                if (exact < 1e-290)
                    continue;
                worst_table = std::max(worst_table, relative_error(sample(d, u), exact));
                worst_solved = std::max(worst_solved, relative_error(quantile(d, u), exact));
            }
        }
        CHECK(worst_table < 1e-9);
        CHECK(worst_solved < 1e-11);
    }
}

} // namespace switchroom
