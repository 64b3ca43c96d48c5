/// A whole year of a practice in zones that change their clocks, against date arithmetic done here from the
/// rules of those zones: nothing of the program's calendar is used to say what is right.

#include "sim/experiment/experiment.h"
#include "sim/experiment/load_model.h"

#include <fmt/format.h>

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

struct Day {
    int year = 0, month = 0, day = 0;
    int weekday = 0;     ///< 1: Monday … 7: Sunday
    int day_of_year = 0; ///< from 1
    std::string text() const { return fmt::format("{}-{:02}-{:02}", year, month, day); }
    std::string month_text() const { return fmt::format("{}-{:02}", year, month); }
};

bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Every day from 2026-01-01, a Thursday, to the end of `last`.
std::vector<Day> days_until(int last)
{
    std::vector<Day> days;
    int weekday = 4;
    for (int year = 2026; year <= last; ++year) {
        int of_year = 0;
        const int lengths[] = {31, is_leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= lengths[month - 1]; ++day) {
                days.push_back({year, month, day, weekday, ++of_year});
                weekday = weekday % 7 + 1;
            }
    }
    return days;
}

/// The ISO week of days[i]: that of its Thursday.
std::string week_text(const std::vector<Day>& days, std::size_t i)
{
    const Day& thursday = days[i + 4 - static_cast<std::size_t>(days[i].weekday)];
    return fmt::format("{}-W{:02}", thursday.year, (thursday.day_of_year - 1) / 7 + 1);
}

/// The day of the month of the `n`th Sunday (0: the last one).
int sunday(const std::vector<Day>& days, int year, int month, int n)
{
    std::vector<int> sundays;
    for (const Day& day : days)
        if (day.year == year && day.month == month && day.weekday == 7)
            sundays.push_back(day.day);
    return n == 0 ? sundays.back() : sundays[static_cast<std::size_t>(n - 1)];
}

/// A zone's rule: its clocks change in the night to these Sundays.
struct Zone {
    const char* name;
    int winter_minutes, summer_minutes; ///< offset from UTC
    int to_summer_month, to_summer_sunday;
    int to_winter_month, to_winter_sunday;

    /// In the morning of that day. In the south summer lies around the turn of the year.
    int offset_minutes(const std::vector<Day>& days, const Day& day) const
    {
        const int today = day.month * 100 + day.day;
        const int to_summer =
            to_summer_month * 100 + sunday(days, day.year, to_summer_month, to_summer_sunday);
        const int to_winter =
            to_winter_month * 100 + sunday(days, day.year, to_winter_month, to_winter_sunday);
        const bool summer = to_summer < to_winter ? today >= to_summer && today < to_winter
                                                  : today >= to_summer || today < to_winter;
        return summer ? summer_minutes : winter_minutes;
    }
};

// Directive 2000/84/EC; Energy Policy Act of 2005, section 110; Standard Time Act 1987 (New South Wales).
const Zone zones[] = {{"Europe/Paris", 60, 120, 3, 0, 10, 0},
                      {"America/New_York", -300, -240, 3, 2, 11, 1},
                      {"Australia/Lord_Howe", 630, 660, 10, 1, 4, 1}};

constexpr const char* call_times[] = {"08:59:59", "09:00:00", "11:59:59", "12:00:00"};

bool is_holiday(const Day& day)
{
    return (day.month == 1 && day.day == 1) || (day.month == 2 && day.day == 29) ||
           (day.month == 5 && day.day == 1) || (day.month == 12 && day.day == 25);
}

struct Year {
    MemoryFileSystem files;
    std::vector<Day> all = days_until(2029);
    std::size_t first = 0;
    std::size_t count = 0;
};

/// A practice that is open from 9 to 12 but on holidays, with four calls a day around these edges, written
/// with the offset of the day; a vendor is
/// there from midnight to six, on holidays too.
Year practice(const Zone& zone, int year)
{
    Year made;
    std::string closures;
    std::string log = "call_id,queue,arrived_at,outcome,talk_s\n";
    while (made.all[made.first].year != year)
        ++made.first;
    for (std::size_t i = made.first; made.all[i].year == year; ++i, ++made.count) {
        const Day& day = made.all[i];
        if (is_holiday(day))
            closures += (closures.empty() ? "" : ", ") + day.text();
        const int offset = zone.offset_minutes(made.all, day);
        for (const char* time : call_times)
            log += fmt::format("{},a,{}T{}{}{:02}:{:02},answered,1\n", i, day.text(), time,
                               offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
    }
    made.files.files["calls.csv"] = log;
    made.files.files["year.toml"] =
        fmt::format("format = 1\nname = \"a year\"\ntimezone = \"{}\"\n[time]\nstart = {}-01-01\ndays = {}\n"
                    "[hours]\nevery_day = \"09:00-12:00\"\nclosures = [{}]\n"
                    "[[contacts]]\nname = \"calls\"\narrivals.log = {{ file = \"calls.csv\" }}\n"
                    "talk = \"1s\"\npatience = \"10min\"\n"
                    "[[contacts]]\nname = \"at night\"\narrivals.rate_per_hour = 0\ntalk = \"1s\"\n"
                    "[[groups]]\nname = \"desk\"\nagents = 1\nskills = [{{ contact = \"calls\" }}]\n"
                    "[[groups]]\nname = \"night\"\nemployer = \"a vendor\"\nagents = {{ every_day = "
                    "[[\"00:00\", 1], [\"06:00\", 0]] }}\n"
                    "skills = [{{ contact = \"at night\" }}]\n",
                    zone.name, year, made.count, closures);
    return made;
}

struct Expected {
    double attempts = 0, answered = 0, turned_away = 0, desk_hours = 0, night_hours = 0;
    void add(const Year& year, std::size_t i, const Zone& zone)
    {
        const Day& day = year.all[i];
        const bool open = !is_holiday(day);
        attempts += 4;
        answered += open ? 2 : 0;
        turned_away += open ? 2 : 4;
        desk_hours += open ? 3 : 0;
        // The clocks change inside the night: what they gain is missing from it.
        night_hours += 6;
        if (i > 0)
            night_hours -=
                (zone.offset_minutes(year.all, day) - zone.offset_minutes(year.all, year.all[i - 1])) / 60.0;
    }
};

double mean(const ScopeResult& scope, std::string_view kpi)
{
    const KpiResult* found = scope.find(kpi);
    REQUIRE(found);
    return found->estimate.mean;
}

template <class Holder>
void check(const Holder& holder, const Expected& expected)
{
    CHECK(mean(holder.contacts[0], "attempts") == expected.attempts);
    CHECK(mean(holder.contacts[0], "answered") == expected.answered);
    CHECK(mean(holder.contacts[0], "turned_away") == expected.turned_away);
    CHECK(mean(holder.groups[0], "paid_hours") == doctest::Approx(expected.desk_hours).epsilon(1e-12));
    CHECK(mean(holder.groups[1], "paid_hours") == doctest::Approx(expected.night_hours).epsilon(1e-12));
}

LoadOptions by_rows(ReportBy by)
{
    LoadOptions options;
    options.by = by;
    return options;
}

ExperimentResult run(const Year& year, ReportBy by)
{
    auto loaded = load_model(year.files, "year.toml", by_rows(by));
    std::string errors;
    for (const Diagnostic& error : loaded.errors())
        errors += to_text(error) + "\n";
    REQUIRE_MESSAGE(loaded.ok(), errors);
    ExperimentOptions options;
    options.replications = 1;
    options.threads = 1;
    NoProgress quiet;
    return run_experiment(loaded->model, loaded->centre, options, quiet);
}

/// A year by rows that are named by `label_of`.
template <class Label>
void check_rows(const Year& year, const Zone& zone, ReportBy by, Label label_of)
{
    std::map<std::string, Expected> expected;
    for (std::size_t i = year.first; i < year.first + year.count; ++i)
        expected[label_of(i)].add(year, i, zone);
    const ExperimentResult result = run(year, by);
    REQUIRE(result.checks.first_violation < 0);
    std::set<std::string> labels;
    for (const RowResult& row : result.rows) {
        CAPTURE(row.label);
        CHECK(labels.insert(row.label).second);
        REQUIRE(expected.contains(row.label));
        check(row, expected[row.label]);
    }
    CHECK(labels.size() == expected.size());
}

} // namespace

TEST_CASE(
    "a year with changes of clocks, holidays and months of their own length is counted on the right days")
{
    for (const Zone& zone : zones)
        for (const int year : {2026, 2028}) {
            CAPTURE(std::string(zone.name));
            CAPTURE(year);
            const Year made = practice(zone, year);
            REQUIRE(made.count == (year == 2028 ? 366 : 365));
            check_rows(made, zone, ReportBy::month, [&](std::size_t i) { return made.all[i].month_text(); });
            check_rows(made, zone, ReportBy::week, [&](std::size_t i) { return week_text(made.all, i); });
            check_rows(made, zone, ReportBy::day, [&](std::size_t i) { return made.all[i].text(); });
        }
}

TEST_CASE("hours of the clock keep their calls through changes of clocks")
{
    for (const Zone& zone : zones) {
        CAPTURE(std::string(zone.name));
        const Year made = practice(zone, 2028);
        const ExperimentResult result = run(made, ReportBy::hour);
        for (const RowResult& row : result.rows) {
            CAPTURE(row.label);
            const bool has_calls =
                row.label == "08:00" || row.label == "09:00" || row.label == "11:00" || row.label == "12:00";
            CHECK(mean(row.contacts[0], "attempts") == (has_calls ? 366 : 0));
        }
    }
}

TEST_CASE("profiles bring as many calls as the hours of each month say, twenty-three-hour days included")
{
    for (const Zone& zone : zones) {
        CAPTURE(std::string(zone.name));
        Year made = practice(zone, 2026);
        std::string& text = made.files.files["year.toml"];
        const std::string log = "arrivals.log = { file = \"calls.csv\" }";
        text.replace(text.find(log), log.size(), "arrivals.profile = { every_day = [[\"00:00\", 600]] }");
        auto loaded = load_model(made.files, "year.toml", by_rows(ReportBy::month));
        REQUIRE(loaded.ok());
        std::map<std::string, double> compiled;
        const CentreModel& model = loaded->model;
        REQUIRE(model.days.size() == 365);
        for (std::size_t d = 0; d < model.days.size(); ++d) {
            const Range pieces = model.piece_ranges[model.contacts[0].day_pieces.first + d];
            for (std::uint32_t p = pieces.first; p < pieces.end(); ++p)
                compiled[made.all[made.first + d].month_text()] +=
                    model.pieces[p].begin_per_s * (model.pieces[p].to_s - model.pieces[p].from_s);
        }
        std::map<std::string, double> expected;
        for (std::size_t i = made.first; i < made.first + made.count; ++i) {
            const int change = i == 0 ? 0
                                      : zone.offset_minutes(made.all, made.all[i]) -
                                            zone.offset_minutes(made.all, made.all[i - 1]);
            expected[made.all[i].month_text()] += 600.0 * (24.0 - change / 60.0);
        }
        REQUIRE(compiled.size() == 12);
        for (const auto& [month, calls] : expected)
            CHECK(compiled[month] == doctest::Approx(calls).epsilon(1e-12));
    }
}
