#include "planner/staffing/handle_points.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom {

namespace {

/// One law by quantile. Panels shrink towards both ends, where quantiles bend (towards 0 those of gamma laws
/// of small shape).
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
    constexpr int middle = 32; // equal panels; the first and last of them are halved towards their ends
    constexpr int halvings = 19;
    constexpr double outer = 1.0 / middle;
    for (int k = halvings; k >= 0; --k)
        panel(k == halvings ? 0.0 : std::ldexp(outer, -k - 1), std::ldexp(outer, -k));
    for (int k = 1; k + 1 < middle; ++k)
        panel(k * outer, (k + 1) * outer);
    for (int k = 0; k <= halvings; ++k)
        panel(1.0 - std::ldexp(outer, -k), k == halvings ? 1.0 : 1.0 - std::ldexp(outer, -k - 1));
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

double mean_residual(const std::vector<HandlePoint>& points)
{
    double squares = 0.0;
    for (const HandlePoint& point : points)
        squares += point.weight * point.s * point.s;
    return squares / (2.0 * mean(points));
}

} // namespace switchroom
