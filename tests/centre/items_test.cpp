/// Messages, voicemails, callbacks and outbound calls: against exact figures and by hand.

#include "sim/centre/promises.h"
#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"
#include "tests/centre/exact_ratio.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace switchroom;
using switchroom::test::check_ratio;

namespace {

const std::string head =
    "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 10\nwarm_up = \"12h\"\n";

std::string law_of(const std::string& family, int seconds, const std::string& more = "")
{
    return "{ family = \"" + family + "\", mean = \"" + std::to_string(seconds) + "s\"" + more + " }";
}

std::string contact(const std::string& name, const std::string& keys)
{
    return "[[contacts]]\nname = \"" + name + "\"\n" + keys + "\n";
}

std::string desk(int agents, const std::string& more = "")
{
    return "[[groups]]\nname = \"desk\"\nagents = " + std::to_string(agents) + "\n" + more;
}

double d(std::int64_t n)
{
    return static_cast<double>(n);
}

SideCounts side_of(const ReplicationResult& r, std::size_t contact)
{
    return r.side(contact, 0);
}

/// Every leg and item of a run.
struct Rows final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

const ReplicationResult& run(const CentreModel& model, Workspace& workspace, TraceSink* trace = nullptr)
{
    const ReplicationResult& result = run_replication(model, {.seed = 5, .replication = 0}, workspace, trace);
    REQUIRE(result.checks.all_hold());
    return result;
}

} // namespace

TEST_CASE("messages alone wait as Pollaczek and Khinchine say")
{
    // 20 an hour, gamma with mean 120 s and cv 1.5: rho = 2/3, E[W] = rho/(1 - rho) * m * (1 + cv²)/2.
    const CentreModel model =
        model_of(head +
                 contact("messages", "channel = \"message\"\narrivals.rate_per_hour = 20\nhandle = " +
                                         law_of("gamma", 120, ", cv = 1.5")) +
                 desk(1));
    check_ratio(
        model, 150,
        [](const ReplicationResult& r) {
            return std::pair(side_of(r, 0).item_age_s, d(side_of(r, 0).items_done));
        },
        2.0 * 120.0 * (1 + 1.5 * 1.5) / 2, 12.0);
}

TEST_CASE("ages of messages are distributed as the waits of M/M/1")
{
    // rho = 1/2, 60 s: P(W > t) = rho * exp(-(1 - rho) t / 60 s), so 95 % wait at most 120 s * ln 10. A
    // million messages: within 3 %, six times the spread between seeds.
    const CentreModel model =
        model_of(head +
                 contact("messages", "channel = \"message\"\narrivals.rate_per_hour = 30\nhandle = " +
                                         law_of("exponential", 60)) +
                 desk(1));
    Workspace workspace;
    WaitHistogram ages;
    for (std::uint64_t r = 0; r < 140; ++r)
        ages += run_replication(model, {.seed = 3, .replication = r}, workspace).waits[0];
    CHECK(ages.count() > 900000);
    CHECK(ages.quantile(0.95) == doctest::Approx(120.0 * std::log(10.0)).epsilon(0.03));
    CHECK(d(ages.zeros()) / d(ages.count()) == doctest::Approx(0.5).epsilon(0.01));
}

TEST_CASE("an agent who does other work whenever no message waits is a server with vacations")
{
    // Reminder calls without end, 90 s each, in between: E[W] = lambda E[S²] / (2 (1 - rho)) + E[V²] / (2
    // E[V]) (Doshi 1986, eq. 1.4: M/G/1 with multiple vacations). rho = 0.5, S exponential 100 s, V constant
    // 90 s.
    const CentreModel model = model_of(
        head +
        contact("messages", "channel = \"message\"\npriority = 1\narrivals.rate_per_hour = 18\nhandle = " +
                                law_of("exponential", 100)) +
        contact("reminders",
                "channel = \"outbound\"\npriority = 9\narrivals.rate_per_hour = 60\ntalk = \"90s\"") +
        desk(1));
    const double lambda = 18.0 / 3600.0;
    check_ratio(
        model, 100,
        [](const ReplicationResult& r) {
            return std::pair(side_of(r, 0).item_age_s, d(side_of(r, 0).items_done));
        },
        lambda * 2 * 100.0 * 100.0 / (2 * 0.5) + 45.0, 4.0);
}

TEST_CASE("messages wait behind callers as Cobham's second class does")
{
    // One agent, 20 calls and 10 messages an hour, both exponential 60 s: rho 1/3 and 1/6.
    const CentreModel model = model_of(
        head + contact("calls", "arrivals.rate_per_hour = 20\ntalk = " + law_of("exponential", 60)) +
        contact("messages", "channel = \"message\"\npriority = 1\narrivals.rate_per_hour = 10\nhandle = " +
                                law_of("exponential", 60)) +
        desk(1));
    const double residual_s = 0.5 * 60.0;
    check_ratio(
        model, 150,
        [](const ReplicationResult& r) {
            return std::pair(r.contact(0, 0).wait_answered_s, d(r.contact(0, 0).answered));
        },
        residual_s / (1 - 1.0 / 3), 1.2);
    check_ratio(
        model, 150,
        [](const ReplicationResult& r) {
            return std::pair(side_of(r, 1).item_age_s, d(side_of(r, 1).items_done));
        },
        residual_s / ((1 - 1.0 / 3) * (1 - 0.5)), 3.0);
}

TEST_CASE("a callback that keeps the caller's place is a caller of endless patience")
{
    const std::string calls = contact(
        "calls", "arrivals.profile.every_day = [[\"00:00\", 50], [\"20:00\", 0]]\ntalk = " +
                     law_of("lognormal", 120, ", cv = 0.8") + "\nwrap_up = " + law_of("exponential", 15));
    const std::string later =
        contact("later", "channel = \"callback\"\ntalk = " + law_of("lognormal", 120, ", cv = 0.8") +
                             "\nwrap_up = " + law_of("exponential", 15));
    const std::string route = "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"desk\"], for = \"1s\" "
                              "}, { callback = { becomes = "
                              "\"later\", keeps_place = true } } ]\n";
    // Empty at either end, so that nobody is left open.
    const std::string ten_days = "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 10\n";
    const CentreModel patient = model_of(ten_days + calls + desk(2));
    const CentreModel virtual_hold = model_of(ten_days + calls + later + desk(2) + route);
    Workspace one;
    Workspace two;
    const ReplicationResult& waits = run(patient, one);
    const ReplicationResult& rung = run(virtual_hold, two);
    const SideCounts items = side_of(rung, 1);
    CHECK(items.items > 100);
    CHECK(waits.contact(0, 0).attempts == rung.contact(0, 0).attempts);
    CHECK(rung.contact(0, 0).answered + rung.contact(0, 0).to_callback == rung.contact(0, 0).attempts);
    // Every start is at the same instant; whoever was called back had waited one second in the queue before.
    CHECK(waits.contact(0, 0).wait_answered_s ==
          doctest::Approx(rung.contact(0, 0).wait_answered_s + items.item_age_s + d(items.items))
              .epsilon(1e-10));
    CHECK(waits.group(0, 0).busy_s == doctest::Approx(rung.group(0, 0).busy_s).epsilon(1e-12));
}

TEST_CASE("promises run in opening hours, on the wall clock, or to the end of the day")
{
    const std::string hours = "[hours]\nweekdays = [\"08:00-12:00\", \"14:00-18:00\"]\n";
    const auto due_of = [&](const std::string& keys, double from_s) {
        const CentreModel model = model_of(
            "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-05\ndays = 6\n" + hours +
            contact("messages",
                    "channel = \"message\"\narrivals.rate_per_hour = 1\nhandle = \"1min\"\n" + keys) +
            desk(1));
        return due_s(model, model.works[0].promise, from_s) / 3600.0;
    };
    const auto at = [](int day, double hour) { return 24.0 * day + hour; }; // day 0 is a Thursday
    CHECK(due_of("within = \"2h\"", 3600 * at(0, 9)) == at(0, 11));
    CHECK(due_of("within = \"2h\"", 3600 * at(0, 11.5)) == at(0, 15.5));
    CHECK(due_of("within = \"2h\"", 3600 * at(0, 16)) == at(0, 18)); // runs out at closing
    CHECK(due_of("within = \"2h\"", 3600 * at(1, 17)) == at(4, 9));  // over the weekend
    CHECK(due_of("within = \"2h\"", 3600 * at(2, 10)) == at(4, 10)); // written on a Saturday
    CHECK(due_of("within = \"12h\"", 3600 * at(0, 8)) == at(1, 12));
    CHECK(due_of("within = \"2h\"\nclock = \"elapsed\"", 3600 * at(1, 17)) == at(1, 19));
    CHECK(due_of("within = \"same day\"", 3600 * at(0, 9)) == at(0, 18));
    CHECK(due_of("within = \"same day\"", 3600 * at(1, 19)) == at(4, 18));
    CHECK(due_of("by = \"17:00\"", 3600 * at(0, 16)) == at(0, 17));
    CHECK(due_of("by = \"17:00\"", 3600 * at(1, 17)) == at(4, 17));
}

TEST_CASE("callers are tried until they are reached or the tries are used up")
{
    // p = 0.4, three tries: given up 0.6³ = 0.216; tries per item (1 - 0.6³) / 0.4 = 1.96.
    const CentreModel model =
        model_of(head +
                 contact("callbacks", "channel = \"callback\"\narrivals.rate_per_hour = 12\ntalk = "
                                      "\"2min\"\nreach = { probability = 0.4, "
                                      "attempts = 3, try = \"30s\", again_after = \"10min\" }") +
                 desk(3));
    const auto closed = [](const SideCounts& s) { return d(s.items_done + s.items_given_up); };
    check_ratio(
        model, 30,
        [&](const ReplicationResult& r) {
            return std::pair(d(side_of(r, 0).items_given_up), closed(side_of(r, 0)));
        },
        0.216, 0.005);
    check_ratio(
        model, 30,
        [&](const ReplicationResult& r) {
            return std::pair(d(side_of(r, 0).item_tries), closed(side_of(r, 0)));
        },
        1.96, 0.03);
    // A try in vain takes 30 s, a talk 120 s: 0.784 talks and 1.96 - 0.784 tries in vain for each.
    check_ratio(
        model, 30,
        [&](const ReplicationResult& r) {
            return std::pair(side_of(r, 0).item_work_s, closed(side_of(r, 0)));
        },
        0.784 * 120 + 1.176 * 30, 2.0);
}

TEST_CASE("callbacks are made inside the windows that callers were promised")
{
    const CentreModel model =
        model_of("format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 5\n[hours]\nevery_day = "
                 "[\"08:00-18:00\"]\n" +
                 contact("calls", "arrivals.rate_per_hour = 20\ntalk = \"3min\"") +
                 contact("callbacks", "channel = \"callback\"\npriority = 5\ntalk = \"1min\"") + desk(2) +
                 "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"desk\"], for = \"5s\" }, { callback "
                 "= { becomes = "
                 "\"callbacks\", windows = [\"11:00-12:00\", \"15:30-16:30\"] } } ]\n");
    Workspace workspace;
    Rows trace;
    const ReplicationResult& result = run(model, workspace, &trace);
    std::int64_t returned = 0;
    std::int64_t in_time = 0;
    for (const TraceRow& row : trace.rows) {
        if (row.outcome != Outcome::worked_off)
            continue;
        const auto hour_of = [](double s) { return std::fmod(s, 86400.0) / 3600.0; };
        const double hour = hour_of(row.queue_left_s);
        CHECK((hour >= 11.0 && (hour < 12.0 || hour >= 15.5)));
        const double created = hour_of(row.arrived_s);
        const double promised = created <= 11.0 || created > 15.5 ? 12.0 : 16.5;
        ++returned;
        const bool same_day = std::floor(row.arrived_s / 86400) == std::floor(row.queue_left_s / 86400);
        in_time += created > 15.5 ? (same_day || hour <= promised) : hour <= promised;
    }
    const SideCounts items = side_of(result, 1);
    CHECK(returned == items.items_done);
    CHECK(returned > 100);
    CHECK(in_time == items.items_on_time);
}

TEST_CASE("voicemail: who hangs up may call again, who leaves a message is kept")
{
    const CentreModel model = model_of(
        head +
        contact("calls",
                "arrivals.rate_per_hour = 30\ntalk = \"3min\"\nredial = { probability = 0.5, delay = "
                "\"10min\", at_most = 2 }") +
        contact("messages", "channel = \"message\"\nhandle = \"2min\"") + desk(1) +
        "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"desk\"], for = \"6s\" }, { voicemail = { "
        "hang_up = "
        "0.8, becomes = \"messages\" } } ]\n");
    check_ratio(
        model, 10,
        [](const ReplicationResult& r) {
            return std::pair(d(side_of(r, 0).voicemail_hang_ups), d(r.contact(0, 0).to_voicemail));
        },
        0.8, 0.01);
    Workspace workspace;
    const ReplicationResult& r = run(model, workspace);
    const ContactCounts& n = r.contact(0, 0);
    CHECK(n.redials > 0);
    CHECK(side_of(r, 0).needs_kept + n.needs_answered + n.lost_callers == n.needs);
    // Messages of the measured span come from calls of the measured span, but for calls at its edges.
    CHECK(std::abs(n.to_voicemail - side_of(r, 0).voicemail_hang_ups - side_of(r, 1).items) <= 2);
    CHECK(n.answered + n.to_voicemail + n.open_at_end == n.attempts);
}

TEST_CASE("a message that is past its promise competes with callers by its priority")
{
    // Callers without end: whatever gives way to them is never done.
    const auto done = [](int priority) {
        const CentreModel model =
            model_of(head + contact("calls", "priority = 3\narrivals.rate_per_hour = 80\ntalk = \"1min\"") +
                     contact("messages",
                             "channel = \"message\"\narrivals.rate_per_hour = 2\nhandle = \"1min\"\nwithin = "
                             "\"30min\"\nclock = \"elapsed\"\npriority = " +
                                 std::to_string(priority)) +
                     desk(1));
        Workspace workspace;
        return side_of(run(model, workspace), 1);
    };
    const SideCounts pushes = done(1);
    CHECK(pushes.items_done >= pushes.items - 2);
    CHECK(pushes.items_on_time == 0);
    // Each waits its half hour, then to the end of the call in hand: half a minute on average, one at most.
    CHECK(pushes.item_age_s / d(pushes.items_done) > 1800.0);
    CHECK(pushes.item_age_s / d(pushes.items_done) < 1920.0);
    CHECK(done(9).items_done == 0);
}

TEST_CASE("a share of complaints goes on to the next tier, with a promise of its own")
{
    const CentreModel model = model_of(
        head +
        contact("complaints",
                "channel = \"message\"\narrivals.rate_per_hour = 20\nhandle = \"1min\"\nescalate = [ { "
                "to = \"level 2\", share = 0.2, after = \"2h\", within = \"30s\" }, { to = \"level 3\", "
                "share = 0.1, after = \"1min\" } ]\nclock = \"elapsed\"") +
        contact("level 2", "channel = \"message\"\nhandle = \"10s\"\nclock = \"elapsed\"") +
        contact("level 3", "channel = \"message\"\nhandle = \"10s\"") + desk(30));
    check_ratio(
        model, 20,
        [](const ReplicationResult& r) { return std::pair(d(side_of(r, 1).items), d(side_of(r, 0).items)); },
        0.2, 0.005);
    check_ratio(
        model, 20,
        [](const ReplicationResult& r) { return std::pair(d(side_of(r, 2).items), d(side_of(r, 0).items)); },
        0.1, 0.005);
    Workspace workspace;
    Rows trace;
    const ReplicationResult& r = run(model, workspace, &trace);
    CHECK(side_of(r, 1).items_promised == side_of(r, 1).items);
    CHECK(side_of(r, 1).items_on_time == side_of(r, 1).items); // thirty people for less than one's work
    CHECK(side_of(r, 2).items_promised == 0);
    std::int64_t passed = 0;
    for (const TraceRow& row : trace.rows)
        passed += row.outcome == Outcome::worked_off && row.handed_off_to != none;
    CHECK(passed >= side_of(r, 1).items + side_of(r, 2).items);
}

TEST_CASE("a missed call is returned")
{
    const CentreModel model = model_of(
        head +
        contact("calls",
                "arrivals.rate_per_hour = 30\ntalk = \"3min\"\npatience = \"20s\"\non_abandon = { becomes = "
                "\"callbacks\", share = 0.75 }") +
        contact("callbacks", "channel = \"callback\"\ntalk = \"1min\"") + desk(1));
    check_ratio(
        model, 20,
        [](const ReplicationResult& r) {
            return std::pair(d(side_of(r, 1).items), d(r.contact(0, 0).abandoned));
        },
        0.75, 0.01);
    Workspace workspace;
    const ReplicationResult& r = run(model, workspace);
    CHECK(side_of(r, 0).needs_kept + r.contact(0, 0).lost_callers == r.contact(0, 0).abandoned);
}

TEST_CASE("doubling every time doubles every age")
{
    const auto ages = [](int factor) {
        const auto s = [&](int seconds) { return "\"" + std::to_string(factor * seconds) + "s\""; };
        const CentreModel model =
            model_of("format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 1\n[[contacts]]\nname = "
                     "\"messages\"\nchannel = \"message\"\narrivals.profile.mon = [[\"00:00\", " +
                     std::to_string(40 / factor) + "], [\"" + (factor == 1 ? "06:00" : "12:00") +
                     "\", 0]]\nhandle = { family = \"exponential\", mean = " + s(80) +
                     " }\n[[groups]]\nname = \"desk\"\nagents = 1\n");
        Workspace workspace;
        return side_of(run(model, workspace), 0);
    };
    const SideCounts once = ages(1);
    const SideCounts twice = ages(2);
    CHECK(once.items == twice.items);
    CHECK(once.items > 100);
    CHECK(twice.item_age_s == doctest::Approx(2 * once.item_age_s).epsilon(1e-12));
}
