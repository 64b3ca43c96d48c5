#pragma once
/// What a person did to a plot: kept from frame to frame by whoever shows it.

#include <cstddef>
#include <optional>
#include <set>
#include <string>

namespace switchroom::gui {

/// A stretch of an axis, in the axis' own unit; low < high.
struct AxisRange {
    double low = 0.0;
    double high = 1.0;
    double span() const { return high - low; }
    friend bool operator==(const AxisRange&, const AxisRange&) = default;
};

/// What the pointer is doing with a plot.
enum class PlotDrag { none, rectangle, pan };

/// Of a heat map.
struct PlotCell {
    std::size_t row = 0;
    std::size_t column = 0;
    friend bool operator==(const PlotCell&, const PlotCell&) = default;
};

struct PlotState {
    std::optional<AxisRange> x; ///< zoomed; none: all of it
    std::optional<AxisRange> y;
    std::set<std::string> hidden; ///< series switched off in the legend
    PlotDrag drag = PlotDrag::none;
    double drag_x = 0.0; ///< where it began, in the axes' units
    double drag_y = 0.0;
    std::optional<PlotCell> clicked; ///< in this frame; of a heat map
    std::optional<PlotCell> chosen;  ///< to be framed; set by whoever shows a heat map
    bool png_wanted = false; ///< asked for in the menu; granted in the next frame, when the menu is gone

    bool zoomed() const { return x.has_value() || y.has_value(); }
};

} // namespace switchroom::gui
