#include "sim/centre/calendar.h"

#include <chrono>

#include <doctest/doctest.h>

using namespace switchroom;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

Date date_of(int y, unsigned m, unsigned d)
{
    return Date(year(y), month(m), day(d));
}

ClockTime clock(int h, int m = 0)
{
    return {h * 3600 + m * 60};
}

Calendar calendar_of(const char* zone, Date start, int first, int last)
{
    auto made = Calendar::make(zone, start, first, last);
    REQUIRE(made.ok());
    return *made;
}

} // namespace

TEST_CASE("in UTC every day lasts 86400 s and day 0 begins at second 0")
{
    const Calendar c = calendar_of("UTC", date_of(2026, 3, 2), -2, 40);
    CHECK(c.first_day() == -2);
    CHECK(c.last_day() == 40);
    CHECK(c.day(0).start_s == 0.0);
    CHECK(c.day(-2).start_s == -172800.0);
    CHECK(c.day(27).length_s == 86400.0);
    CHECK(c.day(0).weekday() == std::chrono::Monday);
    CHECK(c.day(-1).date == date_of(2026, 3, 1));
    CHECK(c.at(3, clock(24)) == c.day(4).start_s);
}

TEST_CASE("the day on which Paris puts its clocks forward lasts 23 hours")
{
    const Calendar c = calendar_of("Europe/Paris", date_of(2026, 3, 28), 0, 3);
    CHECK(c.day(0).length_s == 86400.0);
    CHECK(c.day(1).date == date_of(2026, 3, 29));
    CHECK(c.day(1).length_s == 23 * 3600.0);
    CHECK(c.day(2).start_s == 47 * 3600.0);
    CHECK(c.at(1, clock(1, 59)) == 86400.0 + 119 * 60.0);
    CHECK(c.at(1, clock(2, 0)) == 86400.0 + 7200.0);
    CHECK(c.at(1, clock(2, 30)) == 86400.0 + 7200.0); // left out: the instant of the change
    CHECK(c.at(1, clock(3, 0)) == 86400.0 + 7200.0);
    CHECK(c.at(1, clock(8, 0)) == 86400.0 + 7 * 3600.0);
    CHECK(c.at(1, clock(24, 0)) == c.day(2).start_s);
    CHECK(c.clock_s(1, 86400.0 + 7 * 3600.0) == 8 * 3600.0);
    CHECK(c.clock_s(1, 86400.0 + 3600.0) == 3600.0);
}

TEST_CASE("the day on which Paris puts its clocks back lasts 25 hours, and a doubled clock time is its first "
          "occurrence")
{
    const Calendar c = calendar_of("Europe/Paris", date_of(2026, 10, 25), 0, 1);
    CHECK(c.day(0).length_s == 25 * 3600.0);
    CHECK(c.at(0, clock(2, 0)) == 7200.0);
    CHECK(c.at(0, clock(2, 30)) == 9000.0);
    CHECK(c.at(0, clock(3, 0)) == 4 * 3600.0);
    CHECK(c.at(0, clock(24, 0)) == 25 * 3600.0);
    CHECK(c.clock_s(0, 3 * 3600.0) == 2 * 3600.0);
    CHECK(c.clock_s(0, 2.5 * 3600.0) == 2.5 * 3600.0);
}

TEST_CASE("a midnight that is left out begins its day at the change")
{
    // Beirut, 2026-03-29: at 00:00 the clocks go to 01:00.
    const Calendar c = calendar_of("Asia/Beirut", date_of(2026, 3, 28), 0, 2);
    CHECK(c.day(0).length_s == 86400.0);
    CHECK(c.day(1).length_s == 23 * 3600.0);
    CHECK(c.at(1, clock(0, 30)) == c.day(1).start_s);
    CHECK(c.at(1, clock(9, 0)) == c.day(1).start_s + 8 * 3600.0);
    CHECK(c.at(1, clock(24, 0)) == c.day(2).start_s);
}

TEST_CASE("an instant finds its day, and instants beyond the calendar its first or last one")
{
    const Calendar c = calendar_of("Europe/Paris", date_of(2026, 3, 28), -1, 3);
    CHECK(c.day_at(0.0) == 0);
    CHECK(c.day_at(-0.5) == -1);
    CHECK(c.day_at(47 * 3600.0 - 1.0) == 1);
    CHECK(c.day_at(47 * 3600.0) == 2);
    CHECK(c.day_at(1e9) == 3);
    CHECK(c.day_at(-1e9) == -1);
    CHECK(c.number_of(date_of(2026, 3, 30)) == 2);
    CHECK(c.number_of(date_of(2027, 3, 28)) == 365);
}

TEST_CASE("a moment on the UTC clock finds its second, summer time or not")
{
    const Calendar c = calendar_of("Europe/Paris", date_of(2026, 3, 28), 0, 2);
    // 2026-03-28T00:00+01:00 is 1 774 652 400 s after 1970.
    CHECK(c.instant_of(1774652400000) == 0.0);
    CHECK(c.instant_of(1774652400000 + 86400000 + 2 * 3600000) == c.at(1, clock(3)));
    CHECK(calendar_of("UTC", date_of(1970, 1, 2), 0, 0).instant_of(86400500) == 0.5);
}

TEST_CASE("an unknown time zone is an error that names it")
{
    const auto made = Calendar::make("Europe/Atlantis", date_of(2026, 3, 2), 0, 1);
    REQUIRE_FALSE(made.ok());
    CHECK(made.errors().front().message.find("Europe/Atlantis") != std::string::npos);
}
