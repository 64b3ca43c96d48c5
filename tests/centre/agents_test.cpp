/// What agents do when: breaks, learning, shifts that start early or late, set-apart time, floats,
/// individuals.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"
#include "tests/centre/exact_ratio.h"

#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

using namespace switchroom;
using switchroom::test::check_ratio;

namespace {

const std::string head = "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 5\n";

std::string calls(const std::string& name, int per_hour, const std::string& talk)
{
    return "[[contacts]]\nname = \"" + name + "\"\narrivals.rate_per_hour = " + std::to_string(per_hour) +
           "\ntalk = " + talk + "\n";
}

std::string constant(const std::string& length)
{
    return "{ family = \"constant\", mean = \"" + length + "\" }";
}

std::string group(const std::string& keys)
{
    return "[[groups]]\nname = \"desk\"\n" + keys + "\n";
}

struct Rows final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

ReplicationResult run(const CentreModel& model, TraceSink* trace = nullptr)
{
    Workspace workspace;
    const ReplicationResult result = run_replication(model, {.seed = 3, .replication = 0}, workspace, trace);
    REQUIRE(result.checks.all_hold());
    return result;
}

void check_same_calls(const std::string& a, const std::string& b)
{
    const ReplicationResult x = run(model_of(a));
    const ReplicationResult y = run(model_of(b));
    CHECK(x.contact(0, 0).attempts > 100);
    CHECK(x.contact(0, 0).attempts == y.contact(0, 0).attempts);
    CHECK(x.contact(0, 0).wait_answered_s == y.contact(0, 0).wait_answered_s);
    CHECK(x.contact(0, 0).talk_s == y.contact(0, 0).talk_s);
}

} // namespace

TEST_CASE("a break lasts as long as it should, also when a call delays it")
{
    // 8 h a day, half an hour of break; calls of 17 min one after the other, so that each break is delayed.
    const std::string shift = "shifts = [ { agents = 1, every_day = \"08:00-16:00\", breaks = [ { length = "
                              "\"30min\", between = \"11:30-12:00\"";
    for (const bool paid : {false, true}) {
        const ReplicationResult result =
            run(model_of(head + calls("calls", 10, constant("17min")) +
                         group(shift + (paid ? ", paid = true" : "") + " } ] } ]")));
        const GroupCounts& desk = result.group(0, 0);
        CHECK(desk.available_s == doctest::Approx(5 * 7.5 * 3600.0).epsilon(1e-12));
        CHECK(desk.paid_s == doctest::Approx(5 * (paid ? 8.0 : 7.5) * 3600.0).epsilon(1e-12));
        CHECK(desk.answered > 50);
    }
}

TEST_CASE("floating breaks are taken one after the other")
{
    // Three people, half an hour each between 11:00 and 13:00: from 11:00, 11:45 and 12:30 on.
    CompileOptions options;
    options.by_interval = true;
    const CentreModel model = model_of(head + calls("calls", 1, constant("1s")) +
                                           group("shifts = [ { agents = 3, every_day = \"08:00-16:00\", "
                                                 "breaks = [ { length = \"30min\", between "
                                                 "= \"11:00-13:00\" } ] } ]"),
                                       options);
    const ReplicationResult result = run(model);
    const int there[] = {2, 2, 3, 2, 2, 3, 2, 2, 3, 3};
    for (std::size_t k = 0; k < 10; ++k)
        CHECK(result.group(0, 44 + k).available_s == doctest::Approx(900.0 * there[k]).epsilon(0.003));
}

TEST_CASE("a new agent's talks shorten as the learning curve says")
{
    const std::string text = head + calls("calls", 20, constant("60s")) + "agents_go_here";
    const auto with = [&](const std::string& learning) {
        std::string scenario = text;
        scenario.replace(scenario.find("agents_go_here"), 14, group("agents = 1\n" + learning));
        return scenario;
    };
    const ReplicationResult result =
        run(model_of(with("learning = { start = 2, half_life_calls = 100, experienced = 0 }")));
    const ContactCounts& n = result.contact(0, 0);
    double talk_s = 0.0;
    for (std::int64_t k = 0; k < n.answered; ++k)
        talk_s += 60.0 * (1.0 + std::exp2(-static_cast<double>(k) / 100.0));
    CHECK(n.talk_s == doctest::Approx(talk_s).epsilon(1e-12));
    check_same_calls(with(""), with("learning = { start = 1 }"));
    check_same_calls(with(""), with("learning = { start = 3, experienced = 1 }"));
}

TEST_CASE("shifts start early or late by a normal deviate")
{
    // E[max(-δ, 0)] = σ / √(2π) of the first agent's time falls into the quarter of an hour before the shift.
    CompileOptions options;
    options.by_interval = true;
    const std::string text = head + calls("calls", 1, constant("1s"));
    const CentreModel model = model_of(text + group("agents = { every_day = [[\"08:00\", 1], [\"16:00\", 0]] "
                                                    "}\nadherence = { start_sd = \"4min\" }"),
                                       options);
    check_ratio(
        model, 400,
        [](const ReplicationResult& r) {
            double before_s = 0.0;
            for (std::size_t day = 0; day < 5; ++day)
                before_s += r.group(0, 96 * day + 31).available_s;
            return std::pair(before_s, 5.0);
        },
        240.0 / std::sqrt(2.0 * std::numbers::pi), 4.0);
    check_ratio(
        model, 400,
        [](const ReplicationResult& r) {
            double there_s = 0.0;
            for (std::size_t row = 0; row < r.cells; ++row)
                there_s += r.group(0, row).available_s;
            return std::pair(there_s, 5.0 * 8 * 3600.0);
        },
        1.0, 0.001);
}

TEST_CASE("time set apart for one contact is kept for it")
{
    const std::string both = head + calls("calls", 20, constant("10s")) + calls("forms", 4, constant("20s"));
    const std::string desk =
        "agents = 1\nworks = [ { contacts = [\"forms\"], during = [\"11:00-12:00\"], only = "
        "true } ]";
    Rows trace;
    run(model_of(both + group(desk)), &trace);
    int forms = 0;
    for (const TraceRow& row : trace.rows) {
        const double hour = std::fmod(row.queue_left_s, 86400.0) / 3600.0;
        if (row.outcome != Outcome::answered || row.queue_left_s >= 5 * 86400.0)
            continue;
        forms += row.contact == 1;
        CHECK((hour >= 11.0 && hour < 12.0) == (row.contact == 1));
    }
    CHECK(forms > 10); // those who call at other times meet nobody who does forms
    check_same_calls(both + group("agents = 1"),
                     both + group("agents = 1\nworks = [ { contacts = [\"calls\", \"forms\"], during = "
                                  "[\"00:00-24:00\"], only = true } ]"));
}

TEST_CASE("a float is a share of those for whom it stands in")
{
    const std::string text =
        head + calls("calls", 20, constant("10s")) +
        group("agents = { every_day = [[\"08:00\", 9], [\"12:00\", 13], [\"18:00\", 0]] }") +
        "[[groups]]\nname = \"float\"\nfloats = { of = [\"desk\"], share = 0.12 }\n";
    // 1.08 rounds to 1, 1.56 to 2.
    CHECK(run(model_of(text)).group(1, 0).paid_s == 5 * (4 * 1 + 6 * 2) * 3600.0);
}

TEST_CASE("individuals work at their own speed, as members of their group")
{
    const std::string skilled = "skills = [ { contact = \"calls\" } ]\n";
    const auto people = [&](const std::string& of_a, const std::string& of_b) {
        return head + calls("calls", 40, constant("60s")) +
               group(skilled + "individuals = [ { name = \"a\", every_day = \"08:00-16:00\"" + of_a +
                     " }, { name = \"b\", every_day = \"08:00-16:00\"" + of_b + " } ]");
    };
    check_same_calls(people("", ""), people(", skills = [ { contact = \"calls\" } ]",
                                            ", skills = [ { contact = \"calls\" } ]"));
    Rows trace;
    const CentreModel model = model_of(people(", speed = 2", ""));
    run(model, &trace);
    int fast = 0;
    for (const TraceRow& row : trace.rows) {
        if (row.outcome != Outcome::answered)
            continue; // at night
        CHECK(row.group == 0);
        CHECK((row.talk_s == 30.0 || row.talk_s == 60.0));
        fast += row.talk_s == 30.0;
    }
    CHECK(fast > 100);
}
