#pragma once
/// The table behind gamma and erlang draws. Internal to sim/random.

#include "sim/random/distribution_table.h"

#include <algorithm>

namespace switchroom {

/// Table of log Q(Φ(z)) for shape k. Value, slope and curvature at the nodes are exact to about 1e-14;
/// between them the quintic errs by less than (1/16)^6 / 46 080 of the sixth derivative.
GammaTable make_gamma_table(double k);

/// log of the unit-scale quantile at the normal score z.
inline double log_quantile(const GammaTable& table, double z)
{
    const double at = (z + GammaTable::z_limit) * GammaTable::cells_per_unit;
    const double inside = std::clamp(at, 0.0, static_cast<double>(GammaTable::cells));
    const int cell = std::min(static_cast<int>(inside), GammaTable::cells - 1);
    const double t = inside - cell;
    const auto& c = table.coefficient[static_cast<std::size_t>(cell)];
    return c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));
}

} // namespace switchroom
