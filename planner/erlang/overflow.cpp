#include "planner/erlang/overflow.h"

#include "planner/erlang/erlang_b.h"
#include "planner/erlang/input.h"
#include "planner/erlang/root.h"

#include <algorithm>
#include <cmath>

namespace switchroom::erlang {

Result<OverflowMoments> overflow_moments(double servers, double load)
{
    const Result<ErlangB> b = erlang_b(servers, load);
    if (!b)
        return b.errors();
    // n − a + M = n − a (1 − B), computed without cancellation as `sensitivity`.
    const double mean = b->lost_load;
    return OverflowMoments{mean, mean * (1.0 - mean + load / (b->sensitivity + 1.0))};
}

Result<double> hayward_loss(const OverflowMoments& stream, double servers)
{
    if (stream.mean <= 0.0)
        return 0.0;
    const double z = stream.peakedness();
    const Result<ErlangB> b = erlang_b(servers / z, stream.mean / z);
    if (!b)
        return b.errors();
    return b->blocking;
}

Result<double> wilkinson_loss(const OverflowMoments& stream, double servers)
{
    if (stream.mean <= 0.0)
        return 0.0;
    const double m = stream.mean;
    const double z = stream.peakedness();
    if (z <= 1.0) // as smooth as Poisson: the stream itself
        return hayward_loss({m, m}, servers);
    // For each load A the variance fixes the lines, N = A (M + Z)/(M + Z − 1) − M − 1; the mean then fixes A.
    const auto lines = [&](double load) { return std::fmax(0.0, load * (m + z) / (m + z - 1.0) - m - 1.0); };
    const auto excess = [&](double load) { return erlang_b(lines(load), load)->lost_load - m; };
    const double low = (m + 1.0) * (m + z - 1.0) / (m + z); // no lines: everything overflows
    double high = std::fmax(2.0 * low, stream.variance + 3.0 * z * (z - 1.0)); // Rapp 1964
    while (excess(high) > 0.0) {
        high *= 1.5;
        if (lines(high) > largest_count)
            return error_in({}, "no equivalent random stream of a sensible size has this mean and variance");
    }
    const double load = bracketed_root(excess, low, high);
    const Result<ErlangB> b = erlang_b(lines(load) + servers, load);
    if (!b)
        return b.errors();
    return b->lost_load / m;
}

} // namespace switchroom::erlang
