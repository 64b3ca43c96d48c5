#pragma once
/// The local days of a scenario on one axis of seconds.
///
/// Second 0 is the local midnight that begins day 0 ([time] start); earlier days have negative numbers and
/// instants. Seconds are elapsed ones: where the clocks change, a local day lasts 23 or 25 hours (or whatever
/// the zone's rules make of it). A clock time that a change leaves out means the instant of the change; one
/// that occurs twice means its first occurrence, so a window 02:00–03:00 on the long day lasts two hours.
///
/// Immutable after make(); may be read by several threads. The zone rules are those of the machine's tz
/// database.

#include "sim/base/result.h"
#include "sim/base/units.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// One local calendar day. `change_at_s` and `change_s` describe its one change of clocks, if it has one:
/// `change_at_s` elapsed seconds after midnight the clock jumps by `change_s` (forward if positive).
struct LocalDay {
    Date date;
    double start_s = 0.0;  ///< the instant at which the day begins
    double length_s = 0.0; ///< to the beginning of the next day
    double change_at_s = 0.0;
    double change_s = 0.0; ///< 0: no change of clocks on this day

    std::chrono::weekday weekday() const { return std::chrono::weekday(std::chrono::sys_days(date)); }
    double end_s() const { return start_s + length_s; }
};

class Calendar {
public:
    /// Days first_day … last_day (inclusive; first_day ≤ 0 ≤ last_day). Error: an unknown zone (without a
    /// place).
    static Result<Calendar> make(const std::string& zone, Date start, int first_day, int last_day);

    int first_day() const { return first_day_; }
    int last_day() const { return first_day_ + static_cast<int>(days_.size()) - 1; }

    /// Precondition: first_day() ≤ day ≤ last_day(), here and below.
    const LocalDay& day(int day) const;

    /// The instant of this clock time on that day; 24:00 is the beginning of the next day.
    double at(int day, ClockTime time) const;

    /// The clock time (seconds, may be fractional) at an instant of that day.
    double clock_s(int day, double instant_s) const;

    /// The day that holds the instant, clamped to the first and last one.
    int day_at(double instant_s) const;

    /// The second that a moment given in milliseconds since 1970-01-01T00:00 UTC is.
    double instant_of(std::int64_t utc_ms) const;

    /// The number of this date's day; may lie outside first_day() … last_day().
    int number_of(Date date) const;

private:
    int first_day_ = 0;
    std::int64_t origin_utc_s_ = 0; ///< second 0 on the UTC clock
    std::vector<LocalDay> days_;
};

} // namespace switchroom
