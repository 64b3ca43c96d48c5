#pragma once
/// A handle time's law as weighted points: what an expectation over it is computed with.

#include "sim/random/distribution.h"

#include <vector>

namespace switchroom {

struct HandlePoint {
    double s = 0.0;
    double weight = 0.0; ///< the points' weights add up to 1
};

/// Points of pace · (talk + wrap-up), the two independent, ascending: Gauss rules in the quantile on panels
/// that shrink towards the upper tail; neighbours closer than 0.5 % of the mean (1 % of themselves) are
/// merged at their mean. The points' mean is the law's to about 1e-6. Either law may be null (0 s).
std::vector<HandlePoint> handle_points(const Distribution* talk, const Distribution* wrap_up, double pace);

/// Σ weight · s.
double mean(const std::vector<HandlePoint>& points);

/// Mean residual life E S² / (2 E S): how long the calls in service at a random time still take on average.
double mean_residual(const std::vector<HandlePoint>& points);

} // namespace switchroom
