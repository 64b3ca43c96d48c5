#pragma once
/// What four families of distributions know beyond a few numbers; made once, shared, never changed. Internal
/// to sim/random.

#include "sim/random/distribution.h"

#include <array>
#include <variant>
#include <vector>

namespace switchroom {

/// log of the unit-scale gamma quantile as a function of the normal score z: on each of `cells` equal cells
/// of [−z_limit, z_limit] the quintic that meets value, slope and curvature at both ends. For uniforms of 42
/// bits |z| < 7.43.
struct GammaTable {
    static constexpr int cells = 256;
    static constexpr double z_limit = 8.0;
    static constexpr double cells_per_unit = cells / (2.0 * z_limit);
    std::array<std::array<double, 6>, cells> coefficient; ///< powers of the position 0 … 1 within the cell
};

struct EmpiricalTable {
    std::vector<double> values; ///< increasing
};

struct MixtureTable {
    std::vector<Distribution> parts;
    std::vector<double> weights;    ///< sum 1
    std::vector<double> cumulative; ///< sums of weights up to and with each part; the last is 1
};

struct HazardTable {
    std::vector<double> edges;      ///< edges[0] = 0, increasing
    std::vector<double> rates;      ///< rates[i] holds on [edges[i], edges[i + 1])
    std::vector<double> cumulative; ///< hazard accumulated up to edges[i]
};

struct DistributionTable {
    std::variant<GammaTable, EmpiricalTable, MixtureTable, HazardTable> held;
};

/// The table of a distribution whose family is known. Precondition: it holds a T.
template <class T>
const T& table_of(const Distribution& d)
{
    return *std::get_if<T>(&d.table->held);
}

} // namespace switchroom
