#pragma once
/// An axis: where its ticks are (locator), how they are written (formatter), and where a value lies on the
/// screen (transform).

#include "gui/view_models/plot_state.h"
#include "gui/view_models/show.h"
#include "planner/report/chart_spec.h"

#include <string>
#include <vector>

namespace switchroom::gui::plot {

enum class AxisKind {
    number,      ///< of the scale's unit
    time_of_day, ///< seconds from midnight
    labels       ///< label i stands at i
};

struct Axis {
    AxisKind kind = AxisKind::number;
    report::Scale scale = {};
    const std::vector<std::string>* labels = nullptr; ///< of kind labels; outlives the axis
    AxisRange all = {};                               ///< shown when not zoomed
    bool centred = false; ///< labels stand below bars and cells, which are wide: none may be left out lightly
    bool ends_after_last = false; ///< of steps: the last label's stretch ends at their number
    bool upside_down = false;     ///< of y: the first row is the uppermost
};

struct Tick {
    double value = 0.0;
    std::string text;
};

/// The smallest of 1, 2, 5 × 10^n that divides `span` into at most `most` parts. Precondition: span > 0 and
/// finite, most ≥ 1.
double nice_step(double span, int most);
/// The same among the steps by which people divide time: 15 min, 30 min, 1, 2, 3, 6, 12, 24 h.
double time_step_s(double span_s, int most);

/// At most `most` + 1 ticks within `shown`, ascending. Ticks of labels that read as times stand at full
/// steps; other labels are thinned to every 2nd, 5th, 10th …
std::vector<Tick> ticks_of(const Axis& axis, AxisRange shown, int most, const Locale& locale);

/// "08:30" of seconds from midnight; the hours go on beyond 24.
std::string time_text(double seconds);
/// Minutes of the day of "08:30"; −1: not a time.
int minutes_of(const std::string& label);

/// A range that can be drawn: finite, not empty; all of the values if they differ, else a little around them.
AxisRange drawable(AxisRange range);
/// Widened so that both ends are ticks. Shares of at most 1 stay so.
AxisRange rounded_out(AxisRange range, const report::Scale& scale, int most = 6);

/// data ↔ pixels, linear.
struct Transform {
    AxisRange range;
    float low_px = 0.0F;
    float high_px = 1.0F;
    /// Clamped to a million pixels, so that zooming deep cannot overflow.
    float pixel(double value) const;
    double value(float pixel) const;
};

/// Zoomed by `factor` (below 1: closer) around `centre`, within `all`; none: everything is shown again.
std::optional<AxisRange> zoomed(AxisRange range, double centre, double factor, AxisRange all);
/// Moved by `distance`, stopping at the ends of `all`.
AxisRange panned(AxisRange range, double distance, AxisRange all);

} // namespace switchroom::gui::plot
