#pragma once
/// What every kind of plot comes to before it is drawn: two axes and a few kinds of marks, in the axes'
/// units. Getting (from the spec) and fitting (the axes to the values) happen here; render.h draws.
///
/// Lines look into the spec: a figure lives no longer than the spec it was made of.

#include "gui/view_models/plot_spec.h"
#include "gui/view_models/plot_state.h"
#include "gui/widgets/palette.h"
#include "gui/widgets/plot/axis.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui::plot {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

enum class Swatch { line, box };

/// An entry of the legend. `shown` is false where it is switched off.
struct Entry {
    std::string name;
    Colour colour;
    Swatch swatch = Swatch::line;
    bool shown = true;
};

struct Line {
    const std::vector<double>* x = nullptr; ///< null: 0, 1, 2 …
    const std::vector<double>* y = nullptr;
    const std::vector<double>* low = nullptr; ///< of the band; null: none
    const std::vector<double>* high = nullptr;
    Colour colour;
    bool step = false;
    bool filled = false;
};

/// Where the text of a box stands.
enum class Beside { inside, above, below, left, right };

struct Box {
    double x0 = 0.0, x1 = 0.0, y0 = 0.0, y1 = 0.0; ///< x0 ≤ x1, y0 ≤ y1
    Colour colour = {};
    std::string text = {};
    std::string short_text = {}; ///< where the text finds no room; may be empty
    Beside beside = Beside::inside;
    double low = undefined; ///< whisker in the direction of y, at the middle of x
    double high = undefined;
};

/// A line right through the plot.
struct Rule {
    bool upright = true;
    double at = 0.0;
    std::string label;
    bool dashed = true;
};

/// A thin line from here to there.
struct Link {
    double x0 = 0.0, x1 = 0.0, y = 0.0;
};

/// What the colours of a heat map mean.
struct HeatScale {
    Colour low, middle, high;
    std::string worst, target, best; ///< figures; target is empty where there is none
    float middle_at = 0.5F;
};

struct Figure {
    Axis x, y;
    std::shared_ptr<std::vector<std::string>> own_labels; ///< of an axis, where the spec has no list of them
    std::vector<Entry> legend;                            ///< none where a single series needs no name
    std::vector<Line> lines;
    std::vector<Box> boxes;
    std::vector<Rule> rules;
    std::vector<Link> links;
    std::optional<HeatScale> heat;
    bool grid_x = false;
    bool grid_y = true;
    bool empty = true;   ///< nothing to draw: say so
    std::string summary; ///< in words: series and their ranges
};

struct Look {
    const Palette* palette = nullptr;
    Locale locale;
    const std::set<std::string>* hidden = nullptr;
    bool is_hidden(const std::string& name) const { return hidden->contains(name); }
    Colour of_series(std::size_t index) const { return palette->of_series(index); }
};

Figure figure_of(const PlotSpec& spec, const Look& look);

/// What figure_of() is made of, one a kind of plot.
Figure figure_of(const report::LineChart& chart, const Look& look);
Figure figure_of(const NumericLineChart& chart, const Look& look);
Figure figure_of(const report::BarChart& chart, const Look& look);
Figure figure_of(const report::Histogram& chart, const Look& look);
Figure figure_of(const report::Waterfall& chart, const Look& look);
Figure figure_of(const report::Tornado& chart, const Look& look);
Figure figure_of(const report::HeatMap& map, const Look& look);
Figure figure_of(const Gantt& gantt, const Look& look);

/// Lowest and highest of finite values, one after the other.
class Extent {
public:
    void add(double value);
    void add(const std::vector<double>& values);
    bool empty() const { return low_ > high_; }
    AxisRange range() const { return {low_, high_}; }

private:
    double low_ = std::numeric_limits<double>::infinity();
    double high_ = -std::numeric_limits<double>::infinity();
};

/// Axis for these values of a chart without bars: from zero where zero is not far away.
AxisRange fitted(const Extent& extent, const report::Scale& scale);
/// … of bars: zero is always there.
AxisRange fitted_from_zero(Extent extent, const report::Scale& scale);
/// Room for a line of text above the highest bar and below the lowest one.
AxisRange with_headroom(AxisRange fitted, const Extent& extent);

/// A figure of this scale's unit and currency.
std::string figure_text(const report::Scale& scale, double value, const Locale& locale);
/// The same, as fine as show_to_within.
std::string figure_text_within(const report::Scale& scale, double value, double difference,
                               const Locale& locale);
std::string estimate_text(const report::Scale& scale, double value, double half_width, const Locale& locale);
std::string difference_text(const report::Scale& scale, double value, double half_width,
                            const Locale& locale);

} // namespace switchroom::gui::plot
