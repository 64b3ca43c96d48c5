/// Conditions of steps: against exact queues, and on calls set by hand.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"
#include "tests/centre/exact_ratio.h"
#include "tests/centre/naive_centre.h"
#include "tests/support/model_builder.h"
#include "tests/support/reference_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

using namespace switchroom;
using switchroom::test::check_ratio;
using test::ModelBuilder;

namespace {

double d(std::int64_t n)
{
    return static_cast<double>(n);
}

ModelConditions somebody_idle()
{
    ModelConditions conditions;
    conditions.idle_at_least = 1;
    return conditions;
}

ModelConditions others_waiting(double at_least)
{
    ModelConditions conditions;
    conditions.queue_at_least = at_least;
    return conditions;
}

ModelConditions share_of_calls(double share)
{
    ModelConditions conditions;
    conditions.share = share;
    return conditions;
}

/// A call set by hand.
struct Logged {
    double at_s;
    double talk_s;
    double patience_s = 1000.0;
};

/// A contact with these calls, in order of time.
std::uint32_t logged_contact(ModelBuilder& b, const std::vector<Logged>& calls)
{
    const std::uint32_t id = b.contact();
    const auto first = static_cast<std::uint32_t>(b.model.replay.size());
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
    b.model.contacts[id].replay = {first, static_cast<std::uint32_t>(calls.size())};
    return id;
}

/// Rows by the order of arrival.
std::vector<TraceRow> rows_of(const CentreModel& model)
{
    Workspace workspace;
    test::RecordedTrace trace;
    const ReplicationResult& result = run_replication(model, {}, workspace, &trace);
    CHECK(result.checks.all_hold());
    std::sort(trace.rows.begin(), trace.rows.end(),
              [](const TraceRow& a, const TraceRow& b) { return a.number < b.number; });
    return trace.rows;
}

/// One agent at the desk, five elsewhere; calls come to the desk for 10 s, then, on a condition, elsewhere.
std::vector<TraceRow> overflow_of(const ModelConditions& when, const std::vector<Logged>& calls)
{
    ModelBuilder b(1000.0);
    const std::uint32_t contact = logged_contact(b, calls);
    const std::uint32_t desk = b.group(1);
    const std::uint32_t elsewhere = b.group(5);
    b.skill(desk, contact);
    b.skill(elsewhere, contact);
    b.route(contact, {{.groups = {desk}, .for_s = 10.0}, {.groups = {elsewhere}, .when = when}});
    return rows_of(b.build());
}

} // namespace

TEST_CASE("two groups that overflow to a third when all are busy lose the calls that the exact chain says")
{
    // Blocked calls leave: no step applies. `exact_loss_of_overflow` is the exact chain's; Hayward's and
    // Wilkinson's approximations stand beside it in the same table and miss it by more than four standard
    // errors of the simulation, so a loss that followed from smooth (Poisson) overflow would be seen, too.
    int rows = 0;
    for (const ReferenceRow& row : reference_rows("overflow_loss")) {
        CAPTURE(row.text("case_id"));
        constexpr double service_s = 60.0;
        ModelBuilder b(61'000.0);
        b.model.begin_s = 0.0;
        b.model.measure_from_s = 1'000.0;
        const std::uint32_t shared_group =
            b.group(static_cast<std::uint32_t>(row.integer("n_shared_overflow")));
        for (const char* which : {"1", "2"}) {
            const double load = row.number(std::string("load") + which + "_erlang");
            const auto agents = static_cast<std::uint32_t>(row.integer(std::string("n_primary") + which));
            const std::uint32_t calls =
                b.contact(load / service_s, law::exponential(service_s), std::nullopt);
            const std::uint32_t primary = b.group(agents);
            b.skill(primary, calls);
            b.skill(shared_group, calls);
            b.route(calls, {{.groups = {primary}, .when = somebody_idle()},
                            {.groups = {shared_group}, .when = somebody_idle()}});
        }
        const double exact = row.number("exact_loss_of_overflow");
        check_ratio(
            b.build(), 200,
            [](const ReplicationResult& result) {
                const ContactCounts& one = result.contact(0, 0);
                const ContactCounts& two = result.contact(1, 0);
                return std::pair(d(one.turned_away + two.turned_away),
                                 d(one.turned_away + two.turned_away + result.group(0, 0).answered));
            },
            exact, 0.0022);
        CHECK(std::abs(row.number("hayward_approx_loss_of_overflow") - exact) > 4.0 * 0.0022);
        ++rows;
    }
    CHECK(rows >= 6);
}

TEST_CASE("a share of the calls is a Poisson stream of its own")
{
    // 40 calls an hour of 60 s, three quarters to one agent: 30 an hour, M/M/1 at half load (waits 60 s on
    // average, half of the calls wait). The others have agents enough.
    ModelBuilder b(400'000.0);
    b.model.measure_from_s = 4'000.0;
    const std::uint32_t calls = b.contact(40.0 / 3600.0, law::exponential(60.0), std::nullopt);
    const std::uint32_t one = b.group(1);
    const std::uint32_t many = b.group(30);
    b.skill(one, calls);
    b.skill(many, calls);
    b.route(calls, {{.groups = {one}, .when = share_of_calls(0.75)}, {.groups = {many}}});
    const CentreModel model = b.build();
    check_ratio(
        model, 60,
        [](const ReplicationResult& r) {
            return std::pair(d(r.group(1, 0).answered), d(r.contact(0, 0).attempts));
        },
        0.25, 0.001);
    check_ratio(
        model, 60,
        [](const ReplicationResult& r) {
            return std::pair(d(r.contact(0, 0).had_to_wait), 0.75 * d(r.contact(0, 0).attempts));
        },
        0.5, 0.003);
    check_ratio(
        model, 60,
        [](const ReplicationResult& r) {
            return std::pair(r.contact(0, 0).wait_answered_s, 0.75 * d(r.contact(0, 0).attempts));
        },
        60.0, 1.0);
}

TEST_CASE("each step draws its share anew: half, then half of the rest")
{
    ModelBuilder b(400'000.0);
    const std::uint32_t calls = b.contact(0.05, law::exponential(10.0), std::nullopt);
    std::vector<ModelBuilder::Step> steps;
    for (int g = 0; g < 3; ++g) {
        const std::uint32_t group = b.group(20);
        b.skill(group, calls);
        steps.push_back({.groups = {group}});
        if (g < 2)
            steps.back().when = share_of_calls(0.5);
    }
    b.route(calls, steps);
    const CentreModel model = b.build();
    for (const auto& [group, share] : {std::pair(0U, 0.5), std::pair(1U, 0.25), std::pair(2U, 0.25)})
        check_ratio(
            model, 20,
            [group](const ReplicationResult& r) {
                return std::pair(d(r.group(group, 0).answered), d(r.contact(0, 0).attempts));
            },
            share, 0.002);
}

TEST_CASE("who waits goes on waiting where the last step is not for it, to the end of its patience")
{
    // The agent is busy for 100 s. The second call comes to the last step after 10 s, alone.
    const std::vector<TraceRow> patient = overflow_of(others_waiting(1), {{0, 100}, {1, 20}});
    REQUIRE(patient.size() == 2);
    CHECK(patient[1].outcome == Outcome::answered);
    CHECK(patient[1].queue_left_s == 100.0);
    CHECK(patient[1].group == 0);
    const std::vector<TraceRow> impatient = overflow_of(others_waiting(1), {{0, 100}, {1, 20, 50.0}});
    REQUIRE(impatient.size() == 2);
    CHECK(impatient[1].outcome == Outcome::abandoned);
    CHECK(impatient[1].queue_left_s == 51.0);
}

TEST_CASE("a condition on the queue looks at the others, at the instant at which the call comes to the step")
{
    // The second call finds the third behind it after 10 s and overflows; the third is then alone.
    const std::vector<TraceRow> rows = overflow_of(others_waiting(1), {{0, 100}, {1, 20}, {2, 20}});
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].group == 1);
    CHECK(rows[1].queue_left_s == 11.0);
    CHECK(rows[1].reason == LegReason::overflow);
    CHECK(rows[2].group == 0);
    CHECK(rows[2].queue_left_s == 100.0);
}

TEST_CASE("who is in no queue is turned away where no step is for it")
{
    ModelBuilder b(1000.0);
    const std::uint32_t contact = logged_contact(b, {{0, 100}, {1, 20}, {150, 20}});
    const std::uint32_t desk = b.group(1);
    b.skill(desk, contact);
    b.route(contact, {{.groups = {desk}, .when = somebody_idle()}});
    const std::vector<TraceRow> rows = rows_of(b.build());
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].outcome == Outcome::answered);
    CHECK(rows[1].outcome == Outcome::turned_away);
    CHECK(rows[1].queue_left_s == 1.0);
    CHECK(rows[2].outcome == Outcome::answered);
}

TEST_CASE("a ratio counts all queues that the groups serve, by their agents on duty")
{
    // Two agents busy for long; calls of another contact, three of them, wait for the same agents. The call
    // comes to the last step at 30 s, when three others wait for two agents: 1.5 each.
    for (const auto& [bound, overflows] : {std::pair(1.5, true), std::pair(1.51, false)}) {
        ModelBuilder b(1000.0);
        const std::uint32_t others = logged_contact(b, {{0, 200}, {0, 200}, {5, 20}, {6, 20}, {7, 20}});
        const std::uint32_t contact = logged_contact(b, {{20, 20}});
        const std::uint32_t desk = b.group(2);
        const std::uint32_t elsewhere = b.group(1);
        for (const std::uint32_t c : {others, contact})
            b.skill(desk, c);
        b.skill(elsewhere, contact);
        b.route(others, {{.groups = {desk}}});
        ModelConditions crowded;
        crowded.per_agent_at_least = bound;
        b.route(contact,
                {{.groups = {desk}, .for_s = 10.0}, {.groups = {elsewhere}, .when = crowded, .of = {desk}}});
        const std::vector<TraceRow> rows = rows_of(b.build());
        REQUIRE(rows.size() == 6);
        CHECK(rows[5].group == (overflows ? elsewhere : desk));
    }
}

TEST_CASE("a condition on the expected wait sends on those who would wait too long")
{
    // Mean service 60 s and one agent: with k calls waiting the next is told (k + 1) minutes.
    ModelBuilder b(5000.0);
    const std::uint32_t contact = logged_contact(b, {{0, 600}, {1, 60}, {2, 60}, {3, 60}, {4, 60}});
    b.model.contacts[contact].predictor.service_s = 60.0;
    const std::uint32_t desk = b.group(1);
    const std::uint32_t elsewhere = b.group(5);
    b.skill(desk, contact);
    b.skill(elsewhere, contact);
    ModelConditions short_wait;
    short_wait.wait_at_most_s = 120.0;
    b.route(contact, {{.groups = {desk}, .when = short_wait}, {.groups = {elsewhere}}});
    const std::vector<TraceRow> rows = rows_of(b.build());
    REQUIRE(rows.size() == 5);
    const std::vector<std::uint32_t> groups{desk, desk, desk, elsewhere, elsewhere};
    for (std::size_t i = 0; i < rows.size(); ++i)
        CHECK(rows[i].group == groups[i]);
}

TEST_CASE("windows and days of a condition are read as clock time of the practice")
{
    const CentreModel model = model_of(
        "format = 1\nname = \"t\"\ntimezone = \"Europe/Paris\"\n[time]\nstart = 2026-03-02\ndays = 7\n"
        "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 20\ntalk = { family = \"constant\", mean = "
        "\"10s\" }\n"
        "[[groups]]\nname = \"desk\"\nagents = 50\n[[groups]]\nname = \"vendor\"\nagents = 50\n"
        "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"vendor\"], when = { during = "
        "[\"12:00-14:00\"], days = [\"weekdays\"] } }, { offer = [\"desk\"] } ]\n");
    const std::vector<TraceRow> rows = rows_of(model);
    REQUIRE(rows.size() > 2000);
    int at_the_vendor = 0;
    for (const TraceRow& row : rows) {
        const int day = static_cast<int>(row.arrived_s / 86400.0); // no change of clocks in these days
        const double hour = (row.arrived_s - day * 86400.0) / 3600.0;
        const bool expected = day < 5 && hour >= 12.0 && hour < 14.0;
        REQUIRE(row.group == (expected ? 1U : 0U));
        at_the_vendor += expected;
    }
    CHECK(at_the_vendor > 100);
}

TEST_CASE("a bot or a step of machines may have conditions: it answers while all are busy")
{
    const CentreModel model = model_of(
        "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 1\n"
        "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 60\ntalk = { family = \"exponential\", "
        "mean "
        "= \"2min\" }\n[[groups]]\nname = \"desk\"\nagents = 2\n"
        "[[routes]]\ncontact = \"calls\"\nopen = [ { bot = { contained = 1.0, talk = { family = "
        "\"constant\", mean = \"30s\" } }, when = { idle_at_most = 0 } }, { offer = [\"desk\"] } ]\n");
    Workspace workspace;
    const ReplicationResult& result = run_replication(model, {}, workspace);
    CHECK(result.checks.all_hold());
    ContactCounts all;
    for (std::uint32_t row = 0; row < result.cells; ++row)
        all += result.contact(0, row);
    CHECK(all.contained > 100); // a loss system of two at two erlang: 40 % find both busy
    CHECK(all.answered + all.contained == all.attempts);
    CHECK(all.had_to_wait == 0);
}

namespace {

/// Two pools; one type for each alone and one for both: the first pool, and the second only while at least
/// two are idle there. Calls that find nobody are lost; every service has the rate 1.
struct WDesign {
    int agents[2];
    double own[2];
    double both;

    /// P(lost) of the first pool's own calls, of the second's, of those of both: power iteration on the
    /// uniformised chain of the numbers busy.
    std::array<double, 3> losses() const
    {
        const int columns = agents[1] + 1;
        const double pace = own[0] + own[1] + both + agents[0] + agents[1];
        std::vector<double> now(static_cast<std::size_t>((agents[0] + 1) * columns), 0.0);
        now[0] = 1.0;
        std::array<double, 3> lost{};
        for (int step = 0; step < 3000; ++step) {
            std::vector<double> then(now.size(), 0.0);
            lost = {};
            for (int i = 0; i <= agents[0]; ++i)
                for (int j = 0; j <= agents[1]; ++j) {
                    const double p = now[static_cast<std::size_t>(i * columns + j)];
                    double stays = pace;
                    const auto goes = [&](int to_i, int to_j, double rate) {
                        then[static_cast<std::size_t>(to_i * columns + to_j)] += p * rate / pace;
                        stays -= rate;
                    };
                    const bool first = i < agents[0];
                    const bool second = agents[1] - j >= 2;
                    if (first)
                        goes(i + 1, j, own[0] + both);
                    if (j < agents[1])
                        goes(i, j + 1, own[1] + (!first && second ? both : 0.0));
                    if (i > 0)
                        goes(i - 1, j, i);
                    if (j > 0)
                        goes(i, j - 1, j);
                    goes(i, j, stays);
                    lost[0] += first ? 0.0 : p;
                    lost[1] += j < agents[1] ? 0.0 : p;
                    lost[2] += first || second ? 0.0 : p;
                }
            now.swap(then);
        }
        return lost;
    }
};

} // namespace

TEST_CASE("a W-design with an agent reserved by a condition loses the calls that its exact chain says")
{
    const WDesign design{{4, 5}, {2.0, 2.5}, 2.0};
    const auto exact = design.losses();
    constexpr double service_s = 60.0;
    ModelBuilder b(102'000.0);
    b.model.measure_from_s = 2'000.0;
    const std::uint32_t one = b.group(4);
    const std::uint32_t two = b.group(5);
    ModelConditions two_idle;
    two_idle.idle_at_least = 2;
    for (const auto& [rate, groups] : {std::pair(2.0, std::vector{one}), std::pair(2.5, std::vector{two}),
                                       std::pair(2.0, std::vector{one, two})}) {
        const std::uint32_t calls = b.contact(rate / service_s, law::exponential(service_s), std::nullopt);
        std::vector<ModelBuilder::Step> steps;
        for (const std::uint32_t group : groups) {
            b.skill(group, calls);
            steps.push_back({.groups = {group}, .when = steps.empty() ? somebody_idle() : two_idle});
        }
        b.route(calls, steps);
    }
    const CentreModel model = b.build();
    for (std::uint32_t contact = 0; contact < 3; ++contact)
        check_ratio(
            model, 100,
            [contact](const ReplicationResult& r) {
                return std::pair(d(r.contact(contact, 0).turned_away), d(r.contact(contact, 0).attempts));
            },
            exact[contact], 0.002);
}
