#pragma once
/// Moments of a call: absolute, with the local clock that the log was written by, and the zones that turn one
/// into the other.

#include "sim/base/result.h"
#include "sim/base/units.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <string>

namespace switchroom {

/// An absolute moment in milliseconds since 1970-01-01T00:00 UTC, and how far the local clock was ahead of
/// UTC then. Two instants are compared by the moment alone.
struct Instant {
    std::int64_t utc_ms = 0;
    std::int32_t offset_s = 0;

    friend constexpr bool operator==(Instant a, Instant b) { return a.utc_ms == b.utc_ms; }
    friend constexpr auto operator<=>(Instant a, Instant b) { return a.utc_ms <=> b.utc_ms; }
};

/// a − b in seconds.
constexpr double seconds_between(Instant a, Instant b)
{
    return static_cast<double>(a.utc_ms - b.utc_ms) / 1000.0;
}

/// The same zone, `ms` milliseconds later. The offset is kept: right unless the clocks changed in between.
constexpr Instant later(Instant instant, std::int64_t ms)
{
    return {instant.utc_ms + ms, instant.offset_s};
}

/// What a clock on the wall shows: a calendar day and the seconds since its midnight, 0 ≤ second < 86 400.
struct LocalTime {
    std::chrono::local_days day{};
    double second_of_day = 0.0;
};

LocalTime local_time(Instant instant);

/// "1999-01-03T07:00:05+02:00", with milliseconds only where there are any.
std::string to_text(Instant instant);

/// A named zone of the machine's time-zone database ("Europe/Paris", "UTC"). Cheap to copy; may be used by
/// several threads.
class TimeZone {
public:
    /// UTC.
    TimeZone() = default;

    /// A local time and what had to be decided about it.
    struct Placed {
        Instant instant;
        bool skipped = false;   ///< the clocks jumped over it in spring: taken as if they had not
        bool ambiguous = false; ///< it came twice in autumn: the first is taken
    };
    /// `second_of_day` may lie outside 0 … 86 400: it then means a neighbouring day by the same clock.
    Placed place(std::chrono::local_days day, double second_of_day) const;
    /// The same moment as this zone shows it.
    Instant at_utc(std::int64_t utc_ms) const;
    const std::string& name() const { return name_; }

private:
    friend Result<TimeZone> find_time_zone(const std::string&);
    std::string name_ = "UTC";
    const void* zone_ = nullptr; ///< of the database, which lives as long as the program; null is UTC
};

/// Error: no such zone in the database.
Result<TimeZone> find_time_zone(const std::string& name);

} // namespace switchroom
