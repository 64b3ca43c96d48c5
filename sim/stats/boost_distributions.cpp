// The one file that compiles Boost.Math's distributions.
#include "sim/base/check.h"
#include "sim/stats/estimate.h"
#include "sim/stats/quantile.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace switchroom {

double student_t_quantile(double p, double degrees)
{
    SWITCHROOM_CHECK(p > 0.0 && p < 1.0 && degrees > 0.0, "a quantile of Student's t needs 0 < p < 1");
    // A result has tens of thousands of half-widths, nearly all with the same degrees of freedom, and a
    // quantile takes microseconds: the last one is remembered.
    struct Last {
        double p = 0.0;
        double degrees = 0.0;
        double quantile = 0.0;
    };
    thread_local Last last;
    if (last.p != p || last.degrees != degrees)
        last = {p, degrees, boost::math::quantile(boost::math::students_t(degrees), p)};
    return last.quantile;
}

double binomial_cdf(std::int64_t k, std::int64_t n, double p)
{
    if (k < 0)
        return 0.0;
    if (k >= n)
        return 1.0;
    return boost::math::cdf(boost::math::binomial(static_cast<double>(n), p), static_cast<double>(k));
}

} // namespace switchroom
