#include "sim/centre/replication.h"

#include "tests/centre/naive_centre.h"
#include "tests/centre/random_models.h"
#include "tests/support/model_builder.h"

#include <doctest/doctest.h>

#include <cmath>
#include <queue>

using namespace switchroom;
using test::ModelBuilder;

namespace {

/// One desk, one contact type; `patience` may be absent.
CentreModel single_desk(std::uint32_t agents, double end_s, double rate_per_s, const Distribution& talk,
                        const std::optional<Distribution>& patience)
{
    ModelBuilder b(end_s);
    const std::uint32_t calls = b.contact(rate_per_s, talk, patience);
    const std::uint32_t desk = b.group(agents);
    b.skill(desk, calls);
    b.route(calls, {{.groups = {desk}}});
    return b.build();
}

/// Recorded calls for one desk: instant, talk, patience.
struct Logged {
    double at_s;
    double talk_s;
    double patience_s;
};

CentreModel logged_desk(std::uint32_t agents, double end_s, const std::vector<Logged>& calls)
{
    ModelBuilder b(end_s);
    const std::uint32_t id = b.contact();
    for (const Logged& call : calls) {
        ReplayedCall row;
        row.at_s = call.at_s;
        row.number = static_cast<std::uint32_t>(b.model.replay.size());
        row.date = 20000;
        row.handle_s = call.talk_s;
        row.wrap_up_s = 0.0;
        row.patience_s = call.patience_s;
        row.patience_known = true;
        b.model.replay.push_back(row);
    }
    b.model.contacts[id].replay = {0, static_cast<std::uint32_t>(calls.size())};
    const std::uint32_t desk = b.group(agents);
    b.skill(desk, id);
    b.route(id, {{.groups = {desk}}});
    return b.build();
}

std::vector<TraceRow> trace_of(const CentreModel& model, ReplicationKey key = {})
{
    Workspace workspace;
    test::RecordedTrace trace;
    const ReplicationResult& result = run_replication(model, key, workspace, &trace);
    CHECK(result.checks.all_hold());
    return trace.rows;
}

void check_same_counts(const ContactCounts& a, const ContactCounts& b)
{
    CHECK(a.attempts == b.attempts);
    CHECK(a.needs == b.needs);
    CHECK(a.answered == b.answered);
    CHECK(a.abandoned == b.abandoned);
    CHECK(a.turned_away == b.turned_away);
    CHECK(a.open_at_end == b.open_at_end);
    CHECK(a.had_to_wait == b.had_to_wait);
    CHECK(a.answered_within == b.answered_within);
    CHECK(a.abandoned_within == b.abandoned_within);
    CHECK(a.abandoned_short == b.abandoned_short);
    CHECK(a.lost_callers == b.lost_callers);
    CHECK(a.longest_wait_s == b.longest_wait_s);
    CHECK(a.wait_answered_s == doctest::Approx(b.wait_answered_s).epsilon(1e-12));
    CHECK(a.wait_abandoned_s == doctest::Approx(b.wait_abandoned_s).epsilon(1e-12));
    CHECK(a.queue_s == doctest::Approx(b.queue_s).epsilon(1e-9));
}

} // namespace

TEST_CASE("waits in a first-come queue equal the Kiefer-Wolfowitz recursion on the same calls")
{
    for (const std::uint32_t agents : {1U, 2U, 7U}) {
        const CentreModel model =
            single_desk(agents, 20000.0, 0.9 * agents / 30.0, law::lognormal(30.0, 40.0), std::nullopt);
        const std::vector<TraceRow> rows = trace_of(model, {3, agents});
        REQUIRE(rows.size() > 500);
        // Workload per agent: a call starts when the earliest free agent is free (Kiefer and Wolfowitz,
        // 1955).
        std::priority_queue<double, std::vector<double>, std::greater<>> free_at;
        for (std::uint32_t i = 0; i < agents; ++i)
            free_at.push(0.0);
        for (const TraceRow& row : rows) {
            const double start_s = std::max(row.arrived_s, free_at.top());
            free_at.pop();
            free_at.push(start_s + row.talk_s);
            REQUIRE(row.queue_left_s == start_s);
        }
    }
}

TEST_CASE("M/M/n+M meets its exact values")
{
    // Exact: Garnett, Mandelbaum and Reiman (2002) for rate 100 a minute, 100 agents, one-minute service and
    // patience. 60 replications of 600 minutes after 30 minutes of warm-up; each of the three checks gives a
    // false alarm once in 10^4 seeds
    // (|z| < 3.9 of Student's t with 59 degrees of freedom is 2.5e-4; the seed is fixed).
    CentreModel model = test::make_erlang_a(100, 36000.0);
    model.measure_from_s = 1800.0;
    Workspace workspace;
    double sums[3] = {};
    double squares[3] = {};
    const int replications = 60;
    const double exact[3] = {0.039861, 0.038917 * 60.0, 0.959519};
    for (int r = 0; r < replications; ++r) {
        const ReplicationResult& result =
            run_replication(model, {11, static_cast<std::uint64_t>(r)}, workspace);
        CHECK(result.checks.all_hold());
        const ContactCounts& n = result.contact(0, 0);
        const double attempts = static_cast<double>(n.attempts);
        // Residuals of the ratios: mean 0 if the exact value holds.
        const double residuals[3] = {static_cast<double>(n.abandoned) - exact[0] * attempts,
                                     n.wait_answered_s - exact[1] * static_cast<double>(n.answered),
                                     static_cast<double>(n.answered_within) - exact[2] * attempts};
        for (int k = 0; k < 3; ++k) {
            sums[k] += residuals[k];
            squares[k] += residuals[k] * residuals[k];
        }
    }
    for (int k = 0; k < 3; ++k) {
        const double mean = sums[k] / replications;
        const double variance = (squares[k] - replications * mean * mean) / (replications - 1);
        CHECK(std::abs(mean) < 3.9 * std::sqrt(variance / replications));
    }
}

TEST_CASE("a replication is a function of model, seed and replication alone")
{
    const CentreModel small = test::RandomModel(5).drawn();
    const CentreModel large = test::make_erlang_a(50, 3600.0);
    Workspace used;
    run_replication(large, {1, 0}, used);
    const ReplicationResult again = run_replication(small, {1, 3}, used);
    Workspace fresh;
    const ReplicationResult first = run_replication(small, {1, 3}, fresh);
    CHECK(again.fingerprint == first.fingerprint);
    CHECK(first.simulated_attempts >= first.contact(0, 0).attempts);
    CHECK(first.contact(0, 0).attempts > 0);
    CHECK(again.contact(0, 0).wait_answered_s == first.contact(0, 0).wait_answered_s);
    CHECK(run_replication(small, {1, 4}, fresh).fingerprint != first.fingerprint);
    CHECK(run_replication(small, {2, 3}, fresh).fingerprint != first.fingerprint);
}

TEST_CASE("noticing abandonments late changes no count")
{
    int plain_models = 0;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CentreModel model = seed % 2 ? test::RandomModel(seed).drawn() : test::RandomModel(seed).with_ties();
        for (ModelContact& contact : model.contacts) {
            contact.balk = contact.redial_after_abandon = contact.redial_after_block = {};
            contact.line = none;
        }
        for (ModelQueue& queue : model.index.queues)
            queue.for_s = never_s;
        Workspace eager;
        Workspace lazy;
        model.collect_longest_queue = true;
        const ReplicationResult& a = run_replication(model, {1, seed}, eager);
        model.collect_longest_queue = false;
        const ReplicationResult& b = run_replication(model, {1, seed}, lazy);
        CHECK(a.checks.all_hold());
        CHECK(b.checks.all_hold());
        CHECK(a.fingerprint == b.fingerprint);
        plain_models += b.contact(0, 0).longest_queue == 0 && a.contact(0, 0).longest_queue > 0;
        for (std::size_t i = 0; i < a.contact_cells.size(); ++i)
            check_same_counts(a.contact_cells[i], b.contact_cells[i]);
    }
    CHECK(plain_models > 50);
}

TEST_CASE("one more agent delays nobody where there is one queue and nobody hangs up")
{
    for (std::uint64_t r = 0; r < 20; ++r) {
        const auto few =
            trace_of(single_desk(3, 7200.0, 0.09, law::lognormal(30.0, 30.0), std::nullopt), {1, r});
        const auto more =
            trace_of(single_desk(4, 7200.0, 0.09, law::lognormal(30.0, 30.0), std::nullopt), {1, r});
        REQUIRE(few.size() == more.size());
        for (std::size_t i = 0; i < few.size(); ++i) {
            REQUIRE(few[i].arrived_s == more[i].arrived_s);
            REQUIRE(more[i].queue_left_s <= few[i].queue_left_s);
        }
    }
}

TEST_CASE("twice the time for everything makes every wait exactly twice as long")
{
    const auto one =
        trace_of(single_desk(3, 7200.0, 0.1, law::gamma(1.7, 30.0), law::weibull(1.3, 40.0)), {1, 8});
    const auto two =
        trace_of(single_desk(3, 14400.0, 0.05, law::gamma(1.7, 60.0), law::weibull(1.3, 80.0)), {1, 8});
    REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        REQUIRE(two[i].arrived_s == 2.0 * one[i].arrived_s);
        REQUIRE(two[i].queue_left_s == 2.0 * one[i].queue_left_s);
        REQUIRE(two[i].outcome == one[i].outcome);
    }
}

TEST_CASE("a feature that is there but unused changes no byte")
{
    ModelBuilder b(7200.0);
    const std::uint32_t calls = b.contact(0.1, law::exponential(30.0), law::exponential(40.0));
    const std::uint32_t desk = b.group(3);
    b.skill(desk, calls);
    b.route(calls, {{.groups = {desk}}});
    const auto bare = trace_of(b.build());
    b.model.lines.push_back({1000000});
    b.model.contacts[calls].line = 0;
    b.model.contacts[calls].balk = b.probability(0.0);
    b.model.contacts[calls].redial_after_abandon = b.probability(0.0);
    b.model.contacts[calls].redial_delay = b.always(law::constant(60.0));
    b.model.contacts[calls].redial_at_most = 3;
    const std::uint32_t nobody = b.contact();
    b.route(nobody, {{.groups = {desk}}});
    b.skill(desk, nobody);
    const auto with = trace_of(b.build());
    REQUIRE(bare.size() == with.size());
    for (std::size_t i = 0; i < bare.size(); ++i)
        REQUIRE(test::same_row(bare[i], with[i]));
}

TEST_CASE("a patience equal to the wait is answered, a shorter one is not")
{
    const auto rows =
        trace_of(logged_desk(1, 1000.0, {{0, 60, 999}, {10, 5, 50}, {11, 5, 53.999}, {12, 5, 58}}));
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].outcome == Outcome::answered); // waited 50 s
    CHECK(rows[1].queue_left_s == 60.0);
    CHECK(rows[2].outcome == Outcome::abandoned); // would have waited 54 s
    CHECK(rows[2].queue_left_s == doctest::Approx(64.999));
    CHECK(rows[3].outcome == Outcome::answered);
    CHECK(rows[3].queue_left_s == 65.0);
}

TEST_CASE("a patience of zero leaves at once, unless an agent is free")
{
    const auto rows = trace_of(logged_desk(1, 1000.0, {{0, 60, 0}, {10, 5, 0}}));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].outcome == Outcome::answered);
    CHECK(rows[1].outcome == Outcome::abandoned);
    CHECK(rows[1].queue_left_s == 10.0);
}

TEST_CASE("a service that ends in the second of an arrival frees the agent first")
{
    const auto rows = trace_of(logged_desk(1, 1000.0, {{0, 60, 0}, {60, 5, 0}}));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].outcome == Outcome::answered);
    CHECK(rows[1].queue_left_s == 60.0);
}

TEST_CASE("after a drop in staffing nothing starts until fewer are busy than staffed, and a rise pulls "
          "waiting calls")
{
    ModelBuilder b(1000.0);
    const std::uint32_t id = b.contact();
    const std::vector<Logged> calls = {{0, 100, 999}, {1, 200, 999}, {50, 20, 999}, {160, 10, 999}};
    for (const Logged& call : calls) {
        const auto number = static_cast<std::uint32_t>(b.model.replay.size());
        b.model.replay.push_back({call.at_s, number, 20000, call.talk_s, 0.0, call.patience_s, 0.0, true});
    }
    b.model.contacts[id].replay = {0, 4};
    const std::uint32_t desk = b.group(3);
    b.staffing(desk, 20.0, 1);
    b.staffing(desk, 180.0, 2);
    b.skill(desk, id);
    b.route(id, {{.groups = {desk}}});
    const CentreModel model = b.build();
    const auto rows = trace_of(model);
    REQUIRE(rows.size() == 4);
    CHECK(rows[2].queue_left_s == 180.0); // at 100 s one of two left: the other still fills the only seat
    CHECK(rows[3].queue_left_s == 200.0);
    Workspace workspace;
    const ReplicationResult& result = run_replication(model, {}, workspace);
    const GroupCounts& desk_counts = result.group(0, 0);
    CHECK(desk_counts.busy_s == doctest::Approx(100 + 200 + 20 + 10));
    CHECK(desk_counts.available_s == doctest::Approx(3 * 20 + 160 + 2 * 820));
    CHECK(desk_counts.capacity_s ==
          doctest::Approx(desk_counts.available_s + 80)); // two busy on one seat, 20–100 s
}

TEST_CASE("who leaves at once hands the call back, and it is resumed where it stopped")
{
    ModelBuilder b(1000.0);
    const std::uint32_t id = b.contact();
    b.model.replay.push_back({0.0, 0, 20000, 100.0, 0.0, 5.0, 0.0, true});
    b.model.contacts[id].replay = {0, 1};
    const std::uint32_t desk = b.group(1);
    b.staffing(desk, 40.0, 0);
    b.staffing(desk, 300.0, 1);
    b.model.groups[desk].leaves_at_once = true;
    b.skill(desk, id);
    b.route(id, {{.groups = {desk}}});
    Workspace workspace;
    const ReplicationResult& result = run_replication(b.build(), {}, workspace);
    CHECK(result.checks.all_hold());
    CHECK(result.contact(0, 0).answered == 1);
    CHECK(result.contact(0, 0).queue_s == doctest::Approx(260.0));
    CHECK(result.group(0, 0).busy_s == doctest::Approx(100.0));
}

TEST_CASE("callers who wait at closing are served by those who would have left")
{
    ModelBuilder b(1000.0);
    const std::uint32_t id = b.contact();
    for (std::uint32_t i = 0; i < 3; ++i)
        b.model.replay.push_back({10.0 * i, i, 20000, 50.0, 0.0, 999.0, 0.0, true});
    b.model.contacts[id].replay = {0, 3};
    const std::uint32_t desk = b.group(1);
    b.staffing(desk, 30.0, 0);
    b.change({30.0, ChangeKind::contact_open, id, 0});
    b.skill(desk, id);
    b.route(id, {{.groups = {desk}}});
    const auto served = trace_of(b.build());
    REQUIRE(served.size() == 3);
    CHECK(served[2].outcome == Outcome::answered);
    CHECK(served[2].queue_left_s == 100.0);
    b.model.contacts[id].at_closing = Closing::disconnect;
    const auto disconnected = trace_of(b.build());
    CHECK(disconnected[1].outcome == Outcome::turned_away);
    CHECK(disconnected[1].queue_left_s == 30.0);
}

TEST_CASE("absent agents are absent for the day, and more of them where absence is likelier")
{
    ModelBuilder b(86400.0);
    const std::uint32_t desk = b.group(100);
    const std::uint32_t id = b.contact();
    b.skill(desk, id);
    b.route(id, {{.groups = {desk}}});
    b.model.groups[desk].absence = 0.1;
    Workspace workspace;
    double available_s = 0.0;
    for (std::uint64_t r = 0; r < 100; ++r) {
        const ReplicationResult& result = run_replication(b.build(), {1, r}, workspace);
        const double whole_agents = result.group(0, 0).available_s / 86400.0;
        CHECK(whole_agents == std::round(whole_agents));
        CHECK(result.group(0, 0).paid_s == 100 * 86400.0);
        available_s += result.group(0, 0).available_s;
    }
    // 10 000 agent-days: standard deviation 30, so 5 of them is a false alarm once in a million seeds.
    CHECK(std::abs(available_s / 86400.0 - 9000.0) < 150.0);
}

TEST_CASE(
    "a replay at scale 1.5 keeps every original and adds half of them again within a quarter of an hour")
{
    ModelBuilder b(40000.0);
    const std::uint32_t id = b.contact();
    for (std::uint32_t i = 0; i < 4000; ++i)
        b.model.replay.push_back({10.0 * i, 2 * i, 20000, 1.0, 0.0, 999.0, 0.0, true});
    b.model.contacts[id].replay = {0, 4000};
    b.model.contacts[id].replay_scale = 1.5;
    const std::uint32_t desk = b.group(50);
    b.skill(desk, id);
    b.route(id, {{.groups = {desk}}});
    const auto rows = trace_of(b.build());
    std::int64_t originals = 0;
    for (const TraceRow& row : rows) {
        const double original_s = 5.0 * row.number;
        originals += row.copy == 0;
        CHECK(std::abs(row.arrived_s - original_s) <= (row.copy == 0 ? 0.0 : 900.0));
    }
    CHECK(originals == 4000);
    // Binomial(4000, 1/2), standard deviation 32: 5 of them is a false alarm once in a million seeds.
    CHECK(std::abs(static_cast<double>(rows.size()) - 6000.0) < 160.0);
    b.model.contacts[id].replay_scale = 0.25;
    const auto thinned = trace_of(b.build());
    CHECK(std::abs(static_cast<double>(thinned.size()) - 1000.0) < 140.0);
}
