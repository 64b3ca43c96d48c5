#pragma once
/// Patience as the solvers see it: a distribution function and the points where it is not smooth.

#include "sim/random/distribution.h"

#include <functional>
#include <vector>

namespace switchroom::erlang {

/// How long callers are willing to wait. Copies share nothing but the functions; calls must be pure.
struct PatienceLaw {
    std::function<double(double t_s)> cdf; ///< P(patience ≤ t), t ≥ 0, right-continuous; cdf(0) leave at once
    std::function<double(double t_s)> survival; ///< P(patience > t) = 1 − cdf without cancellation
    std::vector<double> breaks_s;               ///< ascending, > 0: atoms, kinks, ends of the support
};

/// The same law; a distribution's atoms, kinks and limits become breaks. Values below 0 do not occur.
PatienceLaw patience_law(const Distribution& distribution);

/// The points > 0 where the distribution's cdf is not smooth, ascending.
std::vector<double> breaks_of(const Distribution& distribution);

} // namespace switchroom::erlang
