#include "planner/report/heat_colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::report {

namespace {

using Rgb = std::array<double, 3>;
constexpr Rgb rust{194, 86, 52};
constexpr Rgb pale_warm{250, 236, 214};
constexpr Rgb pale_cool{226, 240, 235};
constexpr Rgb teal{58, 140, 122};

Rgb between(const Rgb& from, const Rgb& to, double share)
{
    Rgb mixed{};
    for (std::size_t i = 0; i < mixed.size(); ++i)
        mixed[i] = std::round(from[i] + (to[i] - from[i]) * share);
    return mixed;
}

/// 0 at `from`, 1 at `to`, clamped; 1 where they are the same.
double share_of_way(double from, double to, double value)
{
    return from == to ? 1.0 : std::clamp((value - from) / (to - from), 0.0, 1.0);
}

} // namespace

HeatPlace heat_place(const HeatMap& map, double value)
{
    const double middle = std::isnan(map.target) ? 0.5 * (map.worst + map.best) : map.target;
    const bool good = map.best >= map.worst ? value >= middle : value <= middle;
    return {good,
            good ? share_of_way(middle, map.best, value) : 1.0 - share_of_way(map.worst, middle, value)};
}

CellColour heat_colour(const HeatMap& map, double value)
{
    const HeatPlace place = heat_place(map, value);
    const Rgb colour =
        place.good ? between(pale_cool, teal, place.share) : between(rust, pale_warm, 1.0 - place.share);
    // Relative luminance by Rec. 709, without gamma: enough to choose between dark and light letters.
    const double luminance = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
    return {fmt::format("#{:02x}{:02x}{:02x}", static_cast<int>(colour[0]), static_cast<int>(colour[1]),
                        static_cast<int>(colour[2])),
            luminance < 130.0};
}

} // namespace switchroom::report
