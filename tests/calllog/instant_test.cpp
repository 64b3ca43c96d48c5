#include "sim/calllog/instant.h"
#include "sim/calllog/time_format.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

TimeZone paris()
{
    auto zone = find_time_zone("Europe/Paris");
    REQUIRE(zone.ok());
    return *zone;
}

std::chrono::local_days day(int y, unsigned m, unsigned d)
{
    return std::chrono::local_days(Date{std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)});
}

std::string read(std::string_view text, std::string_view format)
{
    const auto time = parse_time(text, format);
    return time ? to_text(place(*time, std::nullopt).instant) : "none";
}

} // namespace

TEST_CASE("a local time becomes the moment that its zone's clocks meant")
{
    CHECK(to_text(paris().place(day(2026, 1, 5), 8 * 3600).instant) == "2026-01-05T08:00:00+01:00");
    CHECK(to_text(paris().place(day(2026, 7, 5), 8 * 3600 + 0.25).instant) ==
          "2026-07-05T08:00:00.250+02:00");
    CHECK(to_text(paris().place(day(2026, 1, 5), 86400 + 60).instant) == "2026-01-06T00:01:00+01:00");
}

TEST_CASE("the day on which the clocks go forward has 23 hours, the other one 25")
{
    const auto length_h = [](std::chrono::local_days from, std::chrono::local_days to) {
        return seconds_between(paris().place(to, 0).instant, paris().place(from, 0).instant) / 3600.0;
    };
    CHECK(length_h(day(2026, 3, 29), day(2026, 3, 30)) == 23.0);
    CHECK(length_h(day(2026, 10, 25), day(2026, 10, 26)) == 25.0);
    CHECK(length_h(day(2026, 10, 26), day(2026, 10, 27)) == 24.0);
}

TEST_CASE("a skipped local time moves an hour on, an ambiguous one is the first")
{
    const auto skipped = paris().place(day(2026, 3, 29), 2.5 * 3600);
    CHECK(skipped.skipped);
    CHECK(to_text(skipped.instant) == "2026-03-29T03:30:00+02:00");
    const auto twice = paris().place(day(2026, 10, 25), 2.5 * 3600);
    CHECK(twice.ambiguous);
    CHECK(to_text(twice.instant) == "2026-10-25T02:30:00+02:00");
}

TEST_CASE("an instant shows the local day and clock again, before 1970 too")
{
    const LocalTime late = local_time(paris().place(day(2026, 1, 5), 86399.5).instant);
    CHECK(late.day == day(2026, 1, 5));
    CHECK(late.second_of_day == 86399.5);
    const LocalTime old = local_time(Instant{-1000, 0});
    CHECK(old.day == day(1969, 12, 31));
    CHECK(old.second_of_day == 86399.0);
}

TEST_CASE("an unknown zone is an error that says what is expected")
{
    const auto zone = find_time_zone("Europe/Nowhere");
    REQUIRE_FALSE(zone.ok());
    CHECK(zone.errors()[0].message.find("Europe/Nowhere") != std::string::npos);
}

TEST_CASE("times are read as other systems write them")
{
    CHECK(read("1999-01-03T07:00:05+02:00", "") == "1999-01-03T07:00:05+02:00");
    CHECK(read("1999-01-03 07:00", "") == "1999-01-03T07:00:00+00:00");
    CHECK(read("2026-01-05T08:00:00.25Z", "") == "2026-01-05T08:00:00.250+00:00");
    CHECK(read("3/1/99 7:05:09", "%d/%m/%y %H:%M:%S") == "1999-01-03T07:05:09+00:00");
    CHECK(read("2021-01-01 8:00:00 AM", "%Y-%m-%d %I:%M:%S %p") == "2021-01-01T08:00:00+00:00");
    CHECK(read("2021-01-01 12:10:00 AM", "%Y-%m-%d %I:%M:%S %p") == "2021-01-01T00:10:00+00:00");
    CHECK(read("01.02.2021 12:10:00 pm", "%d.%m.%Y %I:%M:%S %p") == "2021-02-01T12:10:00+00:00");
    CHECK(read("915346805", "%s") == "1999-01-03T07:00:05+00:00"); // = 10594 days and 7 h 0 min 5 s
    CHECK(read("03Jan1999", "%d%m%Y") == "none");
    CHECK(read("1999-02-30T07:00:05", "") == "none");
    CHECK(read("1999-01-03T25:00:05", "") == "none");
    CHECK(read("1999-01-03T07:00:05x", "") == "none");
}

TEST_CASE("a time format must give date and time")
{
    CHECK(is_time_format("%d/%m/%Y %H:%M"));
    CHECK(is_time_format("%s"));
    CHECK_FALSE(is_time_format("%H:%M"));
    CHECK_FALSE(is_time_format("%d/%m/%Y %I:%M"));
    CHECK_FALSE(is_time_format("%d/%m/%Y %H:%M %Q"));
    CHECK_FALSE(is_time_format("%d/%m/%Y %H:%M %"));
}
