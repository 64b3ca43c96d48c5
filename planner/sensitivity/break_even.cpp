#include "planner/sensitivity/break_even.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

/// The difference moved by so many half-widths.
double moved(const DifferenceAt& point, double half_widths)
{
    const double half_width = std::isnan(point.difference.half_width) ? 0.0 : point.difference.half_width;
    return point.difference.mean + half_widths * half_width;
}

/// Where the straight lines through the moved points are 0, nearest to `about`; the nearer end of the points
/// if nowhere.
double crossing(const std::vector<DifferenceAt>& points, double half_widths, double about, double otherwise)
{
    double nearest = otherwise;
    double distance = std::abs(otherwise - about);
    bool found = false;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double left = moved(points[i], half_widths);
        const double right = moved(points[i + 1], half_widths);
        if (left == right || left * right > 0.0)
            continue;
        const double at =
            points[i].volume + (points[i + 1].volume - points[i].volume) * left / (left - right);
        if (!found || std::abs(at - about) < distance) {
            nearest = at;
            distance = std::abs(at - about);
            found = true;
        }
    }
    return nearest;
}

} // namespace

std::vector<BreakEven> break_even(const std::vector<DifferenceAt>& points)
{
    std::vector<BreakEven> found;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double left = points[i].difference.mean;
        const double right = points[i + 1].difference.mean;
        if (left == right || left * right > 0.0 || (left == 0.0 && i > 0))
            continue;
        BreakEven one;
        one.rises = right > left;
        one.volume = points[i].volume + (points[i + 1].volume - points[i].volume) * left / (left - right);
        // Where the difference rises its upper end crosses first.
        const double first = one.rises ? 1.0 : -1.0;
        one.low = crossing(points, first, one.volume, points.front().volume);
        one.high = crossing(points, -first, one.volume, points.back().volume);
        found.push_back(one);
    }
    return found;
}

} // namespace switchroom
