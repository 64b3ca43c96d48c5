#include "sim/centre/rate_curve.h"
#include "sim/centre/week_time.h"

#include <chrono>

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

constexpr double hour = 3600.0;
constexpr double day_s = 86400.0;

ClockTime clock(int h, int m = 0)
{
    return {h * 3600 + m * 60};
}

Calendar calendar_of(const char* zone, int y, unsigned m, unsigned d, int first, int last)
{
    auto made = Calendar::make(zone, Date(std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)),
                               first, last);
    REQUIRE(made.ok());
    return *made;
}

} // namespace

TEST_CASE("sets of instants unite, intersect and subtract")
{
    const Spans a = normalised({{5, 6}, {0, 2}, {2, 3}, {9, 9}, {5.5, 8}});
    CHECK(a == Spans{{0, 3}, {5, 8}});
    CHECK(intersection(a, {{1, 6}, {7, 20}}) == Spans{{1, 3}, {5, 6}, {7, 8}});
    CHECK(difference(a, {{1, 2}, {2.5, 5.5}, {8, 9}}) == Spans{{0, 1}, {2, 2.5}, {5.5, 8}});
    CHECK(difference(a, {}) == a);
    CHECK(length_s(a) == 6.0);
    CHECK(contains(a, 0.0));
    CHECK_FALSE(contains(a, 3.0));
    CHECK_FALSE(contains(a, -1.0));
}

TEST_CASE("a named day beats weekdays, which beat every_day; a window past midnight belongs to the day it "
          "starts on")
{
    const Calendar c = calendar_of("UTC", 2026, 3, 2, 0, 8); // a Monday, and a day to wrap into
    WeekWindows windows;
    windows[DayKey::every_day] = {{clock(22), clock(2)}};
    windows[DayKey::weekdays] = {{clock(8), clock(12)}};
    windows[DayKey::tue] = std::vector<ClockWindow>{};
    const Spans spans = expand(windows, c);
    // Mon 8–12, Tue none, Wed, Thu, Fri 8–12, Sat 22–02, Sun 22–02, Mon 8–12
    REQUIRE(spans.size() == 7);
    CHECK(spans[0] == Span{8 * hour, 12 * hour});
    CHECK(spans[1] == Span{2 * day_s + 8 * hour, 2 * day_s + 12 * hour});
    CHECK(spans[4] == Span{5 * day_s + 22 * hour, 6 * day_s + 2 * hour});
    CHECK(spans[5] == Span{6 * day_s + 22 * hour, 7 * day_s + 2 * hour});

    const std::vector<Date> closures{c.day(2).date};
    CHECK(expand(windows, c, closures).size() == 6);
}

TEST_CASE("a night window over the change of clocks lasts as long as the night")
{
    WeekWindows night;
    night[DayKey::every_day] = {{clock(22), clock(6)}};
    CHECK(length_s(expand(night, calendar_of("Europe/Paris", 2026, 3, 28, 0, 1))) == 7 * hour);
    CHECK(length_s(expand(night, calendar_of("Europe/Paris", 2026, 10, 24, 0, 1))) == 9 * hour);
    CHECK(length_s(expand(night, calendar_of("Europe/Paris", 2026, 3, 30, 0, 1))) == 8 * hour);
}

TEST_CASE("weekly steps hold from each time on and are 0 before a day's first step and on days not named")
{
    const Calendar c = calendar_of("UTC", 2026, 3, 6, 0, 3); // Friday to Monday
    WeekSteps<int> steps;
    steps[DayKey::weekdays] = {{clock(8), 3}, {clock(12, 30), 1}, {clock(19), 0}};
    steps[DayKey::sun] = {{clock(0), 2}};
    const Timeline<int> line = expand(steps, c);
    const Timeline<int> expected{{0, 0},
                                 {8 * hour, 3},
                                 {12.5 * hour, 1},
                                 {19 * hour, 0},
                                 {2 * day_s, 2},
                                 {3 * day_s, 0},
                                 {3 * day_s + 8 * hour, 3},
                                 {3 * day_s + 12.5 * hour, 1},
                                 {3 * day_s + 19 * hour, 0}};
    CHECK(line == expected);
    CHECK(value_at(line, 12 * hour) == 3);
    CHECK(value_at(line, 12.5 * hour) == 1);
}

TEST_CASE("steps that the change of clocks leaves out give way to the last of them")
{
    const Calendar c = calendar_of("Europe/Paris", 2026, 3, 29, 0, 0);
    WeekSteps<int> steps;
    steps[DayKey::every_day] = {{clock(2), 5}, {clock(2, 30), 6}, {clock(8), 7}};
    CHECK(expand(steps, c) == Timeline<int>{{0, 0}, {2 * hour, 6}, {7 * hour, 7}});
}

TEST_CASE("a step profile brings rate times elapsed time, an hour less on the 23-hour day")
{
    const DaySteps<double> profile{{clock(0), 12}, {clock(8), 60}, {clock(18), 0}};
    const Calendar paris = calendar_of("Europe/Paris", 2026, 3, 28, 0, 1);
    CHECK(expected_contacts(profile_curve(profile, ProfileShape::steps, paris, 0)) ==
          doctest::Approx(696).epsilon(1e-12));
    CHECK(expected_contacts(profile_curve(profile, ProfileShape::steps, paris, 1)) ==
          doctest::Approx(684).epsilon(1e-12));
    const Calendar autumn = calendar_of("Europe/Paris", 2026, 10, 25, 0, 0);
    CHECK(expected_contacts(profile_curve(profile, ProfileShape::steps, autumn, 0)) ==
          doctest::Approx(708).epsilon(1e-12));
}

TEST_CASE("a linear profile joins its points and holds its last value to the end of the day")
{
    const Calendar c = calendar_of("UTC", 2026, 3, 2, 0, 0);
    const DaySteps<double> profile{{clock(8), 0}, {clock(10), 40}, {clock(18), 0}, {clock(22), 6}};
    const RateCurve curve = profile_curve(profile, ProfileShape::linear, c, 0);
    // 2 h × 20 + 8 h × 20 + 4 h × 3 + 2 h × 6
    CHECK(expected_contacts(curve) == doctest::Approx(224).epsilon(1e-12));
    REQUIRE(curve.size() == 4);
    CHECK(curve.front().from_s == 8 * hour);
    CHECK(curve.back() == RatePiece{22 * hour, 24 * hour, 6 / hour, 6 / hour});

    const double cut = 9.5 * hour; // the first line is at 30 an hour there
    CHECK(expected_contacts(cut_before(curve, cut)) == doctest::Approx(224 - 22.5).epsilon(1e-12));
    CHECK(expected_contacts(cut_after(curve, cut)) == doctest::Approx(22.5).epsilon(1e-12));
    CHECK(expected_contacts(scaled(curve, 1.5)) == doctest::Approx(336).epsilon(1e-12));
    CHECK(scaled(curve, 0.0).empty());
}

TEST_CASE("a constant rate holds during the hours only, and may vary by clock time")
{
    const Calendar c = calendar_of("UTC", 2026, 3, 2, 0, 1);
    const Spans hours{{8 * hour, 12 * hour}, {13 * hour, 30 * hour}};
    CHECK(constant_curve(30.0, hours, c, 0) == RateCurve{{8 * hour, 12 * hour, 30 / hour, 30 / hour},
                                                         {13 * hour, 24 * hour, 30 / hour, 30 / hour}});
    CHECK(expected_contacts(constant_curve(30.0, hours, c, 1)) == doctest::Approx(180));

    TimeVarying<double> varying;
    varying.steps = {{clock(9), 10.0}, {clock(11), 20.0}};
    // 8–9 at 20 (the evening's value), 9–11 at 10, 11–12 and 13–24 at 20
    CHECK(expected_contacts(constant_curve(varying, hours, c, 0)) == doctest::Approx(20 + 20 + 20 + 220));
}
