/// Hours, closures, meetings and staffing in the compiled model, against hours counted by hand.

#include "sim/centre/spans.h"
#include "sim/centre/week_time.h"

#include "tests/centre/compile_support.h"

#include <string>

using namespace switchroom;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 24 * hour;

/// When a change of this kind says 1.
Spans spans_of(const CentreModel& model, ChangeKind kind, std::uint32_t subject)
{
    Spans spans;
    double since = 0.0;
    bool on = false;
    for (const PeriodChange& change : model.changes) {
        if (change.kind != kind || change.subject != subject)
            continue;
        if (change.value == 1 && !on)
            since = change.at_s;
        if (change.value == 0 && on)
            spans.push_back({since, change.at_s});
        on = change.value == 1;
    }
    if (on)
        spans.push_back({since, model.end_s});
    return spans;
}

Timeline<int> schedule_of(const CentreModel& model, std::uint32_t group)
{
    Timeline<int> timeline;
    for (const PeriodChange& change : model.changes)
        if (change.kind == ChangeKind::group_scheduled && change.subject == group)
            append(timeline, change.at_s, static_cast<int>(change.value));
    return timeline;
}

Spans open_spans(const CentreModel& model, std::uint32_t contact)
{
    return spans_of(model, ChangeKind::contact_open, contact);
}

std::string scenario(const std::string& time_and_hours, const std::string& group_keys = "agents = 2",
                     const std::string& contact_keys = "")
{
    return "format = 1\nname = \"t\"\n" + time_and_hours +
           "\n[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 10\ntalk = \"1min\"\n" + contact_keys +
           "\n[[groups]]\nname = \"desk\"\n" + group_keys + "\n";
}

} // namespace

TEST_CASE("without hours the centre is open round the clock from the first second to the last")
{
    const CentreModel model = model_of(scenario("[time]\nstart = 2026-03-02\ndays = 3\n"));
    CHECK(model.begin_s == 0.0);
    CHECK(model.end_s == 3 * day);
    CHECK(model.days.size() == 3);
    CHECK(model.days.front().date == 20514); // 2026-03-02
    CHECK(open_spans(model, 0) == Spans{{0.0, 3 * day}});
    CHECK(schedule_of(model, 0) == Timeline<int>{{0.0, 2}});
}

TEST_CASE("a constant number of agents and a constant rate hold during the hours, and not on closures")
{
    const CentreModel model = model_of(scenario("[time]\nstart = 2026-03-06\ndays = 5\n" // Friday to Tuesday
                                                "[hours]\nweekdays = [\"08:00-12:30\", \"13:30-19:00\"]\n"
                                                "sat = [\"09:00-12:00\"]\nclosures = [2026-03-09]\n"));
    const Spans expected{{8 * hour, 12.5 * hour},
                         {13.5 * hour, 19 * hour},
                         {day + 9 * hour, day + 12 * hour},
                         {4 * day + 8 * hour, 4 * day + 12.5 * hour},
                         {4 * day + 13.5 * hour, 4 * day + 19 * hour}};
    CHECK(open_spans(model, 0) == expected);
    CHECK(schedule_of(model, 0).size() == 11); // 0 at the start, then on and off five times

    double calls = 0.0;
    for (const ArrivalPiece& piece : model.pieces)
        calls += piece.begin_per_s * (piece.to_s - piece.from_s);
    CHECK(calls == doctest::Approx(10.0 * (10 + 3 + 10)).epsilon(1e-12));
    CHECK(model.piece_ranges[2].count == 0); // Sunday
    CHECK(model.piece_ranges[3].count == 0); // the closure
}

TEST_CASE("a contact is open while the hours run and somebody of its route is there: closed in meetings of "
          "all of them")
{
    const CentreModel model =
        model_of("format = 1\nname = \"t\"\n[time]\nstart = 2026-03-03\ndays = 1\n[hours]\nevery_day = "
                 "[\"08:00-20:00\"]\n"
                 "[[hours.away]]\nname = \"meeting\"\ngroups = [\"desk\"]\ntue = [\"12:00-12:30\"]\n"
                 "[[contacts]]\nname = \"a\"\narrivals.rate_per_hour = 1\ntalk = \"1min\"\n"
                 "[[contacts]]\nname = \"b\"\narrivals.rate_per_hour = 1\ntalk = \"1min\"\n"
                 "[[groups]]\nname = \"desk\"\nagents = { every_day = [[\"09:00\", 3], [\"18:00\", 0]] }\n"
                 "[[groups]]\nname = \"helpers\"\nagents = { every_day = [[\"11:00\", 1], [\"13:00\", 0]] }\n"
                 "skills = [{ contact = \"b\" }]\n");
    CHECK(open_spans(model, 0) == Spans{{9 * hour, 12 * hour}, {12.5 * hour, 18 * hour}});
    CHECK(open_spans(model, 1) == Spans{{9 * hour, 18 * hour}});
    CHECK(spans_of(model, ChangeKind::group_away, 0) == Spans{{12 * hour, 12.5 * hour}});
    CHECK(spans_of(model, ChangeKind::group_away, 1).empty());
}

TEST_CASE("a contact's own hours stand in place of the practice's, for its constant rate too")
{
    const CentreModel model = model_of(scenario("[time]\nstart = 2026-03-02\ndays = 2\n"
                                                "[hours]\nweekdays = [\"08:00-18:00\"]\n",
                                                "agents = { every_day = [[\"00:00\", 1]] }",
                                                "hours = { every_day = [\"22:00-02:00\"] }"));
    CHECK(open_spans(model, 0) == Spans{{0.0, 2 * hour}, {22 * hour, 26 * hour}, {46 * hour, 48 * hour}});
    REQUIRE(model.pieces.size() == 4); // the midnight splits a window: pieces belong to days
    CHECK(model.pieces[1].from_s == 22 * hour);
    CHECK(model.pieces[1].to_s == day);
    CHECK(model.pieces[2].from_s == day);
}

TEST_CASE("staffing by weekday: a named day beats weekdays, which beat every_day; on closures a vendor's "
          "people go on")
{
    const std::string steps =
        "agents = { every_day = [[\"07:00\", 1]], weekdays = [[\"08:00\", 4], [\"17:00\", 0]], "
        "tue = [[\"10:00\", 2]] }";
    const std::string time = "[time]\nstart = 2026-03-02\ndays = 3\n[hours]\nevery_day = [\"00:00-24:00\"]\n"
                             "closures = [2026-03-04]\n";
    const Timeline<int> own = schedule_of(model_of(scenario(time, steps)), 0);
    CHECK(own == Timeline<int>{{0, 0}, {8 * hour, 4}, {17 * hour, 0}, {day + 10 * hour, 2}, {2 * day, 0}});
    const Timeline<int> vendor = schedule_of(model_of(scenario(time, steps + "\nemployer = \"vendor\"")), 0);
    CHECK(vendor == Timeline<int>{{0, 0},
                                  {8 * hour, 4},
                                  {17 * hour, 0},
                                  {day + 10 * hour, 2},
                                  {2 * day, 0},
                                  {2 * day + 8 * hour, 4},
                                  {2 * day + 17 * hour, 0}});
}

TEST_CASE("the warm-up lies before second 0, with the hours of its own days")
{
    const CentreModel model = model_of(scenario("[time]\nstart = 2026-03-03\ndays = 1\nwarm_up = \"30h\"\n"
                                                "[hours]\nevery_day = [\"08:00-18:00\"]\n"));
    CHECK(model.begin_s == -30 * hour);
    CHECK(model.measure_from_s == 0.0);
    CHECK(model.days.size() == 3);
    CHECK(model.days.front().start_s == -48 * hour);
    CHECK(open_spans(model, 0) == Spans{{-16 * hour, -6 * hour}, {8 * hour, 18 * hour}});
}

TEST_CASE("days of 23 and 25 hours: local opening times keep their clock, cells their elapsed length")
{
    const std::string hours = "[hours]\nevery_day = [\"08:00-18:00\"]\n";
    const std::string head = "timezone = \"Europe/Paris\"\n[time]\ninterval = \"30min\"\ndays = 2\n";
    const CentreModel spring =
        model_of(scenario(head + "start = 2026-03-28\n" + hours), {.by_interval = true});
    CHECK(spring.end_s == 47 * hour);
    CHECK(spring.cells == 94);
    CHECK(spring.interval_s == 1800.0);
    CHECK(open_spans(spring, 0) == Spans{{8 * hour, 18 * hour}, {31 * hour, 41 * hour}});

    const CentreModel autumn =
        model_of(scenario(head + "start = 2026-10-24\n" + hours), {.by_interval = true});
    CHECK(autumn.end_s == 49 * hour);
    CHECK(autumn.cells == 98);
    CHECK(open_spans(autumn, 0) == Spans{{8 * hour, 18 * hour}, {33 * hour, 43 * hour}});
    CHECK(autumn.days[1].end_s - autumn.days[1].start_s == 25 * hour);
}

TEST_CASE("an interval that a 23-hour day is no multiple of gives way to one that no day's end cuts")
{
    const std::string frame =
        "timezone = \"Europe/Paris\"\n[time]\ninterval = \"4h\"\ndays = 2\nstart = 2026-03-28\n";
    const CentreModel model = model_of(scenario(frame), {.by_interval = true});
    CHECK(model.interval_s == hour);
    CHECK(model.cells == 47);
}
