#include "sim/base/units.h"

#include <doctest/doctest.h>

using namespace switchroom;

TEST_CASE("durations print in the scenario format's own words")
{
    CHECK(to_text(seconds(0)) == "0s");
    CHECK(to_text(seconds(20)) == "20s");
    CHECK(to_text(seconds(270)) == "4min30s");
    CHECK(to_text(hours(26)) == "1d2h");
    CHECK(to_text(seconds(90.5)) == "1min30.5s");
}

TEST_CASE("clock times and dates print as files write them")
{
    CHECK(to_text(ClockTime{8 * 3600 + 30 * 60}) == "08:30");
    CHECK(to_text(ClockTime{86400}) == "24:00");
    CHECK(to_text(ClockTime{3661}) == "01:01:01");
    CHECK(to_text(Date{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(2)}) == "2026-03-02");
}
