#pragma once
/// Where two ways of answering cost the same, as the volume of calls changes.

#include "sim/stats/estimate.h"

#include <optional>
#include <vector>

namespace switchroom {

/// Difference between the two at one volume.
struct DifferenceAt {
    double volume = 1.0; ///< factor on the scenario's own
    Estimate difference; ///< second minus first, 95 %
};

/// A volume at which the difference changes its sign.
struct BreakEven {
    double volume = 0.0;
    double low = 0.0; ///< 95 %: where the interval of the difference leaves 0, on the same straight lines
    double high = 0.0;
    bool rises = false; ///< the difference is negative below and positive above
};

/// Every crossing between neighbours, by straight lines through the means; low and high are the crossings of
/// the lines through the ends of the intervals, as far as the points go. Points ascend by volume.
std::vector<BreakEven> break_even(const std::vector<DifferenceAt>& points);

} // namespace switchroom
