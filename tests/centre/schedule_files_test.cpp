#include "sim/centre/schedule_files.h"

#include "tests/centre/compile_support.h"

#include <string>

using namespace switchroom;

TEST_CASE("a profile table gives the same curve as the same figures in the scenario")
{
    const auto table = read_profile_table(
        "day;time;per_hour\r\nweekdays;08:00;34\r\nweekdays;12:30;18.5\r\nsat;09:00;20\r\n", "p.csv");
    REQUIRE(table.ok());
    WeekSteps<double> expected;
    expected[DayKey::weekdays] = {{ClockTime{8 * 3600}, 34.0}, {ClockTime{12 * 3600 + 1800}, 18.5}};
    expected[DayKey::sat] = {{ClockTime{9 * 3600}, 20.0}};
    CHECK(*table == expected);
}

TEST_CASE("all that is wrong with a table is said at once, with its lines")
{
    const auto table = read_profile_table(
        "day,time,per_hour\nmonday,08:00,3\nmon,8h,3\nmon,09:00,-1\nmon,10:00,5\nmon,10:00,6\n", "p.csv");
    REQUIRE_FALSE(table.ok());
    REQUIRE(table.errors().size() == 4);
    CHECK(to_text(table.errors()[0]) ==
          "p.csv:2: error: \"monday\" is no day; expected mon … sun, weekdays, weekend or every_day");
    CHECK(table.errors()[1].where.line == 3);
    CHECK(table.errors()[2].where.line == 4);
    CHECK(table.errors()[3].where.line == 6);
    CHECK_FALSE(read_profile_table("day,time\nmon,08:00\n", "p.csv").ok());
    CHECK_FALSE(read_profile_table("", "p.csv").ok());
}

TEST_CASE("a staffing table by date beats nothing else: dates that it does not name have nobody")
{
    const auto table = read_staffing_table(
        "date,time,agents\n2026-03-02,08:00,3\n2026-03-02,12:00,0\n2026-03-04,09:00,2\n", "s.csv");
    REQUIRE(table.ok());
    CHECK(table->by_weekday.empty());
    CHECK(table->by_date.size() == 2);
    CHECK_FALSE(read_staffing_table("date,time,agents\n2026-02-30,08:00,3\n", "s.csv").ok());
    CHECK_FALSE(read_staffing_table("day,time,agents\nmon,08:00,2.5\n", "s.csv").ok());
}

TEST_CASE("profiles, staffing and talk times are read from the files that a scenario names, relative to it")
{
    MemoryFileSystem files;
    files.files["profile.csv"] = "day,time,per_hour\nevery_day,08:00,30\nevery_day,10:00,0\n";
    files.files["staff.csv"] = "date,time,agents\n2026-03-02,08:00,2\n2026-03-02,10:00,0\n";
    files.files["talk.csv"] = "# measured\ncall,seconds\n1,60\n2,120\n3,180\n";
    const CentreModel model = model_of(R"(format = 1
name = "t"
[time]
start = 2026-03-02
days = 2
[[contacts]]
name = "calls"
arrivals.profile = { file = "profile.csv" }
talk = { family = "empirical", file = "talk.csv", column = "seconds" }
[[groups]]
name = "desk"
agents = { file = "staff.csv" }
)",
                                       {}, files);
    REQUIRE(model.pieces.size() == 2);
    CHECK(model.pieces[0].begin_per_s == 30.0 / 3600.0);
    CHECK(mean(model.distributions[0]) == doctest::Approx(120.0));
    CHECK(model.groups[0].most_agents == 2);
    int changes = 0;
    for (const PeriodChange& change : model.changes)
        changes += change.kind == ChangeKind::group_scheduled && change.at_s > 0 ? 1 : 0;
    CHECK(changes == 2); // the second day is not named
}
