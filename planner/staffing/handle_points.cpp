#include "planner/staffing/handle_points.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom {

namespace {

/// One law by quantile: [0, 1/2], [1/2, 3/4], … towards 1, and the first half as well towards 0, where
/// quantiles of a gamma law with a small shape bend.
std::vector<HandlePoint> quantile_points(const Distribution* law, double pace)
{
    if (!law || law->family == Family::constant)
        return {{law ? pace * mean(*law) : 0.0, 1.0}};
    // Gauss–Legendre with three nodes on [0, 1].
    const double offset = 0.5 * std::sqrt(0.6);
    const std::array<HandlePoint, 3> rule{
        {{0.5 - offset, 5.0 / 18.0}, {0.5, 8.0 / 18.0}, {0.5 + offset, 5.0 / 18.0}}};
    std::vector<HandlePoint> points;
    const auto panel = [&](double from, double to) {
        for (const HandlePoint& node : rule)
            points.push_back({pace * quantile(*law, from + (to - from) * node.s), (to - from) * node.weight});
    };
    constexpr int panels = 24;
    for (int k = panels; k >= 1; --k)
        panel(k == panels ? 0.0 : std::ldexp(1.0, -k - 1), std::ldexp(1.0, -k));
    for (int k = 1; k <= panels; ++k)
        panel(1.0 - std::ldexp(1.0, -k), k == panels ? 1.0 : 1.0 - std::ldexp(1.0, -k - 1));
    std::sort(points.begin(), points.end(),
              [](const HandlePoint& a, const HandlePoint& b) { return a.s < b.s; });
    return points;
}

/// Neighbours that the arrival rate cannot tell apart become one.
std::vector<HandlePoint> merged(std::vector<HandlePoint> points)
{
    std::sort(points.begin(), points.end(),
              [](const HandlePoint& a, const HandlePoint& b) { return a.s < b.s; });
    const double near_s = 0.005 * mean(points);
    std::vector<HandlePoint> result;
    double from_s = 0.0;
    for (const HandlePoint& point : points) {
        if (result.empty() || point.s - from_s > std::max(near_s, 0.01 * from_s)) {
            result.push_back(point);
            from_s = point.s;
            continue;
        }
        HandlePoint& last = result.back();
        const double weight = last.weight + point.weight;
        if (weight > 0.0)
            last.s += (point.s - last.s) * point.weight / weight;
        last.weight = weight;
    }
    return result;
}

} // namespace

std::vector<HandlePoint> handle_points(const Distribution* talk, const Distribution* wrap_up, double pace)
{
    std::vector<HandlePoint> sums;
    const std::vector<HandlePoint> talks = merged(quantile_points(talk, pace));
    for (const HandlePoint& after : merged(quantile_points(wrap_up, pace)))
        for (const HandlePoint& point : talks)
            sums.push_back({point.s + after.s, point.weight * after.weight});
    return merged(std::move(sums));
}

double mean(const std::vector<HandlePoint>& points)
{
    double sum = 0.0;
    for (const HandlePoint& point : points)
        sum += point.weight * point.s;
    return sum;
}

} // namespace switchroom
