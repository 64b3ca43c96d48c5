#include "gui/widgets/plot/reduce.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

/// One past the last point of the pixel column in which `begin` lies.
std::size_t end_of_column(const std::vector<Point>& points, std::size_t begin)
{
    const float column = std::floor(points[begin].x);
    std::size_t end = begin + 1;
    while (end < points.size() && std::floor(points[end].x) == column)
        ++end;
    return end;
}

} // namespace

std::vector<Point> reduced(std::vector<Point> points)
{
    if (points.size() <= 2000)
        return points;
    std::vector<Point> out;
    for (std::size_t begin = 0; begin < points.size();) {
        const std::size_t end = end_of_column(points, begin);
        std::size_t lowest = begin;
        std::size_t highest = begin;
        for (std::size_t i = begin; i < end; ++i) {
            lowest = points[i].y < points[lowest].y ? i : lowest;
            highest = points[i].y > points[highest].y ? i : highest;
        }
        std::array<std::size_t, 4> kept{begin, lowest, highest, end - 1};
        std::sort(kept.begin(), kept.end());
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (i == 0 || kept[i] != kept[i - 1])
                out.push_back(points[kept[i]]);
        begin = end;
    }
    return out;
}

void reduce_band(std::vector<Point>& upper, std::vector<Point>& lower)
{
    if (upper.size() <= 2000)
        return;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < upper.size();) {
        const std::size_t end = end_of_column(upper, begin);
        Point top = upper[begin];
        Point bottom = lower[begin];
        for (std::size_t i = begin; i < end; ++i) {
            top.y = std::min(top.y, upper[i].y);
            bottom.y = std::max(bottom.y, lower[i].y);
        }
        upper[count] = top;
        lower[count] = bottom;
        ++count;
        begin = end;
    }
    upper.resize(count);
    lower.resize(count);
}

} // namespace switchroom::gui::plot
