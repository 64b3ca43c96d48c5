#pragma once
/// Handle times of any law as M/G/1 sees them: three moments and the Laplace transform of their residual.
///
/// With S the handle time: residual(z) = (1 − E e^{−zS}) / (z E S), the transform of the rest of the call
/// that an arrival meets in service, for complex z with positive real part. Closed forms for the constant,
/// exponential, gamma, Erlang, hyperexponential, uniform and shifted laws and mixtures of them; lognormal and
/// Weibull by a trapezoid rule along a rotated path, 1e-13.

#include "sim/base/result.h"
#include "sim/random/distribution.h"

#include <complex>
#include <functional>

namespace switchroom::erlang {

struct HandleLaw {
    double mean = 0;   ///< seconds
    double second = 0; ///< E S²
    double third = 0;  ///< E S³
    std::function<std::complex<double>(std::complex<double>)> residual;
    /// 1 − residual(z) without cancellation for small z.
    std::function<std::complex<double>(std::complex<double>)> residual_rest;
    double swing_per_s =
        0; ///< the transform turns about so fast along the imaginary axis: sets the length of an inversion
    bool kinked = false; ///< the density jumps
    bool constant = false;

    double scv() const { return second / (mean * mean) - 1.0; }
};

/// Errors: a mean of 0 or infinity; a family without a transform here (triangular, empirical, hazard, or a
/// truncated one).
Result<HandleLaw> handle_law(const Distribution& distribution);

} // namespace switchroom::erlang
