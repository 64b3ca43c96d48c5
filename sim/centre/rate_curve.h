#pragma once
/// How many contacts per second one local day brings, instant by instant, before any random factor.
///
/// A day's curve is a list of pieces on each of which the rate runs along a straight line. Steps: a piece
/// between two steps is level. Linear: the steps are points joined by lines; before a day's first point the
/// rate is 0, after its last one the last value holds to the end of the day. Lines are drawn over elapsed
/// seconds (calendar.h).

#include "sim/centre/calendar.h"
#include "sim/centre/spans.h"
#include "sim/scenario/arrivals.h"

#include <vector>

namespace switchroom {

/// The rate from `from_s` (inclusive) to `to_s`, running straight from `begin_per_s` to `end_per_s`.
struct RatePiece {
    double from_s = 0.0;
    double to_s = 0.0;
    double begin_per_s = 0.0;
    double end_per_s = 0.0;

    double expected() const { return 0.5 * (begin_per_s + end_per_s) * (to_s - from_s); }
    friend bool operator==(const RatePiece&, const RatePiece&) = default;
};

/// Ascending, disjoint, inside one day; none has a rate of 0 throughout.
using RateCurve = std::vector<RatePiece>;

/// One day of a weekly profile (contacts per hour).
RateCurve profile_curve(const DaySteps<double>& per_hour, ProfileShape shape, const Calendar& calendar,
                        int day);

/// One day of `rate_per_hour`: it holds during `hours`, 0 outside.
RateCurve constant_curve(const TimeVarying<double>& per_hour, const Spans& hours, const Calendar& calendar,
                         int day);

/// The curve with every rate multiplied. Precondition: factor ≥ 0.
RateCurve scaled(RateCurve curve, double factor);

/// The part of a curve from `from_s` on.
RateCurve cut_before(const RateCurve& curve, double from_s);

/// The part of a curve before `to_s`.
RateCurve cut_after(const RateCurve& curve, double to_s);

/// The number of contacts that the curve brings on average.
double expected_contacts(const RateCurve& curve);

} // namespace switchroom
