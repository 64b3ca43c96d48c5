#pragma once
/// Dates and times as other systems write them.

#include "sim/calllog/instant.h"

#include <optional>
#include <string_view>

namespace switchroom {

/// A written time: a local day and clock, and the offset from UTC where the text says it.
struct WrittenTime {
    std::chrono::local_days day{};
    double second_of_day = 0.0;
    std::optional<std::int32_t> offset_s;
};

/// Reads `text` by a format of %Y %y %m %d %H %I %M %S (with an optional fraction) %p %z %s (seconds since
/// 1970, UTC) %%; a blank stands for any number of blanks; other characters for themselves. Numbers may lack
/// leading zeros. An empty format is ISO 8601: 1999-01-03T07:00:05.250+02:00, with a blank for T, without
/// seconds or without offset. Missing if the text does not fit or names no real day or time.
std::optional<WrittenTime> parse_time(std::string_view text, std::string_view format);

/// Whether every % in the format is one of those above and a date and a time are both read.
bool is_time_format(std::string_view format);

/// The moment, by the text's own offset or else by the zone (UTC if there is none), as the zone shows it (as
/// the text shows it if there is none).
TimeZone::Placed place(const WrittenTime& time, const std::optional<TimeZone>& zone);

} // namespace switchroom
