#include "sim/scenario/literals.h"
#include "sim/scenario/nearest.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;

TEST_CASE("durations are read with their units, largest first")
{
    CHECK(parse_duration("20s") == seconds(20));
    CHECK(parse_duration("4min30s") == seconds(270));
    CHECK(parse_duration("1d2h") == hours(26));
    CHECK(parse_duration("1.5h") == minutes(90));
    CHECK(parse_duration("500ms") == seconds(0.5));
    CHECK(parse_duration(" 3 min ") == minutes(3));
    CHECK(std::isinf(parse_duration("inf")->seconds));
    for (const char* wrong :
         {"", "20", "s", "-3s", "3min4min", "30s1h", "1e3s", "3 minutes", "99999999d", "0x3s", "3s x"})
        CHECK_FALSE(parse_duration(wrong).has_value());
}

TEST_CASE("rings are durations only where a ring has a length")
{
    CHECK_FALSE(parse_duration("3 rings").has_value());
    CHECK(parse_duration("3 rings", seconds(6)) == seconds(18));
    CHECK(parse_duration("1 ring", seconds(6)) == seconds(6));
    CHECK(parse_duration("18s", seconds(6)) == seconds(18));
}

TEST_CASE("times of day and windows stay in the day")
{
    CHECK(parse_clock_time("8:30") == ClockTime{30600});
    CHECK(parse_clock_time("24:00") == ClockTime{86400});
    CHECK(parse_clock_time("08:30:15") == ClockTime{30615});
    for (const char* wrong : {"24:01", "25:00", "8", "08:60", "08:3", "-1:00", "008:00", "8:30 pm"})
        CHECK_FALSE(parse_clock_time(wrong).has_value());
    CHECK(parse_window("22:00-06:00") == ClockWindow{{79200}, {21600}});
    CHECK(parse_window("18:00 - 24:00") == ClockWindow{{64800}, {86400}});
    for (const char* wrong : {"08:00", "08:00-08:00", "24:00-08:00", "08:00–12:00", "08:00-12:00-13:00"})
        CHECK_FALSE(parse_window(wrong).has_value());
}

TEST_CASE("percentages and terms")
{
    CHECK(parse_percentage("12%") == 0.12);
    CHECK(parse_percentage("12.5 %") == 0.125);
    CHECK_FALSE(parse_percentage("12").has_value());
    CHECK(parse_term("12 months") == Term{12, Term::Unit::months});
    CHECK(parse_term("1 year") == Term{1, Term::Unit::years});
    CHECK_FALSE(parse_term("0 months").has_value());
    CHECK_FALSE(parse_term("12").has_value());
}

TEST_CASE("a day's key beats weekdays and weekend, which beat every_day")
{
    ByDay<int> by_day;
    by_day[DayKey::every_day] = 1;
    by_day[DayKey::weekdays] = 2;
    by_day[DayKey::wed] = 3;
    CHECK(*by_day.on(std::chrono::Monday) == 2);
    CHECK(*by_day.on(std::chrono::Wednesday) == 3);
    CHECK(*by_day.on(std::chrono::Sunday) == 1);
    by_day[DayKey::weekend] = 4;
    CHECK(*by_day.on(std::chrono::Sunday) == 4);
    CHECK(ByDay<int>().on(std::chrono::Monday) == nullptr);
}

TEST_CASE("before its first step a value that varies over the day is that of the evening before")
{
    TimeVarying<int> value(5);
    CHECK(value.at({0}) == 5);
    value.steps = {{ClockTime{100}, 1}, {ClockTime{200}, 2}};
    CHECK(value.at({50}) == 2);
    CHECK(value.at({100}) == 1);
    CHECK(value.at({199}) == 1);
    CHECK(value.at({200}) == 2);
}

TEST_CASE("edit distance counts swaps of neighbours as one slip")
{
    CHECK(edit_distance("patiense", "patience") == 1);
    CHECK(edit_distance("skilsl", "skills") == 1);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(nearest("xyz", {"contacts", "groups"}).empty());
}
