#pragma once
/// Days for tests of staffing: one group, one kind of call, made by hand.

#include "planner/staffing/demand.h"
#include "planner/staffing/handle_points.h"

#include "sim/random/distribution.h"

#include <vector>

namespace switchroom::test {

/// Level rates in intervals of equal length, one pool with one service-level goal (answered/offered).
inline Demand one_pool(const std::vector<double>& calls_per_hour, double length_s, const Distribution& handle,
                       double patience_s, double share = 0.8, double within_s = 20.0)
{
    RateCurve curve;
    for (std::size_t k = 0; k < calls_per_hour.size(); ++k)
        if (const double rate = calls_per_hour[k] / 3600.0; rate > 0.0)
            curve.push_back(
                {static_cast<double>(k) * length_s, static_cast<double>(k + 1) * length_s, rate, rate});
    Demand demand;
    demand.grid = {0.0, length_s, static_cast<std::uint32_t>(calls_per_hour.size())};
    Pool& pool = demand.pools.emplace_back();
    pool.streams.push_back(
        {CumulativeRate(std::move(curve)), handle_points(&handle, nullptr, 1.0), mean(handle), patience_s});
    Goal goal;
    goal.bound = share;
    goal.within_s = within_s;
    pool.goals.push_back(goal);
    return demand;
}

} // namespace switchroom::test
