#pragma once
/// What a plot says about the place under the pointer, and what it lights up there.

#include "gui/widgets/plot/figure.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui::plot {

struct TipRow {
    std::string name;
    std::string value; ///< exact, with its doubt
    std::optional<Colour> colour;
};

/// A value on a line.
struct TipDot {
    double x = 0.0;
    double y = 0.0;
    Colour colour;
};

struct Tip {
    std::string title;
    std::vector<TipRow> rows;
    std::optional<double> x; ///< of a line from top to bottom
    std::vector<TipDot> dots;
    std::optional<Box> box;               ///< that is meant
    std::optional<AxisRange> lit_columns; ///< stretch of x that is meant, from top to bottom
    std::optional<AxisRange> lit_rows;    ///< of y, from left to right
};

/// Of the values nearest to (x, y), in the axes' units; none where there is nothing to say.
std::optional<Tip> tip_at(const PlotSpec& spec, const Look& look, double x, double y);

} // namespace switchroom::gui::plot
