#pragma once
/// What a person did to a plot: kept from frame to frame by whoever shows it.

#include <optional>
#include <set>
#include <string>

namespace switchroom::gui {

/// A stretch of an axis, in the axis' own unit; low < high.
struct AxisRange {
    double low = 0.0;
    double high = 1.0;
};

struct PlotState {
    std::optional<AxisRange> x; ///< zoomed; none: all of it
    std::optional<AxisRange> y;
    std::set<std::string> hidden; ///< series switched off in the legend
};

} // namespace switchroom::gui
