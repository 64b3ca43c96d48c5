#pragma once
/// Fewer points that look the same.

#include "gui/widgets/geometry.h"

#include <cstddef>
#include <vector>

namespace switchroom::gui::plot {

/// More points than this in one line corrupt Dear ImGui's 16-bit indices (with some room to spare).
inline constexpr std::size_t most_points = 12'000;

/// Where there are more than two points in a pixel column: the column's first, lowest, highest and last one,
/// in the order in which they came. Precondition: x ascending. Few points come back as they are.
std::vector<Point> reduced(std::vector<Point> points);

/// The two edges of a band: in each pixel column the lowest y of the upper edge and the greatest of the lower
/// one, so that no excursion is lost. Precondition: equally many points, of the same x, ascending.
void reduce_band(std::vector<Point>& upper, std::vector<Point>& lower);

} // namespace switchroom::gui::plot
