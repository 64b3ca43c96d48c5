#pragma once
/// The law of Y, a distribution's variate before shift and at_most. Internal to sim/random.

#include "sim/random/distribution.h"

namespace switchroom {

double family_cdf(const Distribution& d, double y);
double family_survival(const Distribution& d, double y); ///< no loss in the far tail
double family_density(const Distribution& d, double y);  ///< probability of y where Y has atoms
double family_quantile(const Distribution& d, double u);
/// Smallest y with P(Y > y) ≤ s.
double family_inverse_survival(const Distribution& d, double s);
/// E[Y^r; Y ≤ y] for r = 0, 1, 2.
double family_moment_below(const Distribution& d, int r, double y);

} // namespace switchroom
