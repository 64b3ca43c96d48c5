#pragma once
/// One and the same hour by Erlang C, by Erlang A and by the simulation engine: what each says, for several
/// numbers of agents.

#include "gui/view_models/job.h"
#include "sim/base/result.h"
#include "sim/stats/estimate.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace switchroom::gui {

/// The hour, and in what the simulated one differs from what the formulas assume.
struct ErlangHour {
    double calls_per_hour = 100.0;
    double handle_s = 180.0;   ///< mean, exponential
    double patience_s = 120.0; ///< mean; infinity: nobody hangs up
    double within_s = 20.0;
    int agents = 6;
    bool starts_empty = true; ///< else after four hours like it
    bool mixed_patience =
        false; ///< lognormal of the same mean, some hang up at once, some never: else exponential
    bool uneven_load = false; ///< 30 % more calls in the first half, 30 % fewer in the second

    friend bool operator==(const ErlangHour&, const ErlangHour&) = default;
    double load() const { return calls_per_hour / 3600.0 * handle_s; } ///< erlang
};

/// What one way of reckoning says. Undefined figures are NaN: Erlang C beyond 100 % load.
struct HourFigures {
    Estimate service_level;
    Estimate asa_s;
    Estimate abandonment;
};

struct HourPoint {
    int agents = 0;
    HourFigures c;
    HourFigures a;
    HourFigures simulated; ///< n = 0: not yet
};

struct HourPicture {
    ErlangHour hour;
    std::vector<HourPoint> points; ///< by agents, without gaps
    std::size_t asked = 0;         ///< of points: the hour's own number
    /// The exact service level of an even, exponential hour that starts empty: what the start alone does.
    double from_empty = std::numeric_limits<double>::quiet_NaN();
    double unlucky = std::numeric_limits<double>::quiet_NaN(); ///< one simulated hour in twenty is below
    std::int64_t hours = 0;                                    ///< simulated with the hour's own agents
    bool finished = false;
    Diagnostics problems;

    const HourPoint& here() const { return points[asked]; }
};

/// Erlang C and A of the hour with so many agents.
HourFigures erlang_c_figures(const ErlangHour& hour, int agents);
HourFigures erlang_a_figures(const ErlangHour& hour, int agents);

/// The hour as the text of a scenario file, with every assumption written out.
std::string scenario_text(const ErlangHour& hour, int agents);

/// Publishes the formulas at once, then simulated hours: with the hour's own agents first.
void study_hour(const ErlangHour& hour, JobOrder<HourPicture>& job);

} // namespace switchroom::gui
