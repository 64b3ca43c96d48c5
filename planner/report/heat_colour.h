#pragma once
/// The colours of a heat map's cells.

#include "planner/report/chart_spec.h"

#include <string>

namespace switchroom::report {

struct CellColour {
    std::string background; ///< "#rrggbb"
    bool light_text = false;
};

/// How good a value is: on which side of the target (without one, of half-way), and how far from it.
struct HeatPlace {
    bool good = false;
    double share = 0.0; ///< 0 at the target … 1 at the end of its side
};
/// Precondition: `value` is not NaN.
HeatPlace heat_place(const HeatMap& map, double value);

/// From rust (worst) over a pale middle to teal (best); with a target the middle is the target, so that what
/// misses it is warm and what keeps it is cool. Precondition: `value` is not NaN.
CellColour heat_colour(const HeatMap& map, double value);

} // namespace switchroom::report
