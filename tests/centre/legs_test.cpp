/// Bots, transfers, somebody on call, outcomes: against exact figures.

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

const std::string head = "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 5\nwarm_up = \"4h\"\n";

std::string law_text(const std::string& family, int seconds)
{
    return "{ family = \"" + family + "\", mean = \"" + std::to_string(seconds) + "s\" }";
}

std::string calls(int per_hour, const std::string& more)
{
    return "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = " + std::to_string(per_hour) +
           "\ntalk = " + law_text("exponential", 60) + "\n" + more;
}

std::string desk(int agents)
{
    return "[[groups]]\nname = \"desk\"\nagents = " + std::to_string(agents) +
           "\nskills = [ { contact = \"calls\" } ]\n";
}

std::string bot(const std::string& keys)
{
    return "[[routes]]\ncontact = \"calls\"\nopen = [ { bot = { " + keys + " } }, { offer = [\"desk\"] } ]\n";
}

double d(std::int64_t n)
{
    return static_cast<double>(n);
}

/// Every leg of a run.
struct Legs final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

} // namespace

TEST_CASE("a bot thins the calls: what it does not settle is a Poisson stream to the desk")
{
    // 40 calls an hour, a quarter settled: 30 an hour reach one agent with 60 s each, M/M/1 at half load; a
    // bot with any law of talk leaves the stream Poisson (an infinite-server queue; Mirasol 1963).
    const CentreModel model = model_of(head + calls(40, "") + desk(1) +
                                       bot("contained = 0.25, talk = " + law_text("constant", 90)));
    check_ratio(
        model, 150,
        [](const ReplicationResult& r) {
            return std::pair(r.contact(0, 0).wait_answered_s, d(r.contact(0, 0).answered));
        },
        60.0, 1.5);
    check_ratio(
        model, 20,
        [](const ReplicationResult& r) {
            return std::pair(d(r.contact(0, 0).contained), d(r.contact(0, 0).attempts));
        },
        0.25, 0.005);
}

TEST_CASE("a bot with two lines is skipped as often as Erlang B says")
{
    // 30 calls an hour, 120 s each: 1 erlang on 2 lines, B(2, 1) = (1/2) / (1 + 1 + 1/2) = 0.2.
    const CentreModel model =
        model_of(head + calls(30, "") + desk(2) +
                 bot("contained = 1, concurrency = 2, talk = " + law_text("exponential", 120)));
    check_ratio(
        model, 60,
        [](const ReplicationResult& r) {
            return std::pair(d(r.side(0, 0).bot_full), d(r.contact(0, 0).attempts));
        },
        0.2, 0.005);
}

TEST_CASE("what a bot has understood shortens the talk that follows")
{
    const std::string keys = "contained = 0, talk = " + law_text("constant", 30) + ", context_saves = 0.25";
    check_ratio(
        model_of(head + calls(30, "") + desk(3) + bot(keys)), 20,
        [](const ReplicationResult& r) {
            return std::pair(r.contact(0, 0).talk_s, d(r.contact(0, 0).answered));
        },
        45.0, 0.6);
}

TEST_CASE("calls passed on form a tandem of queues")
{
    // All are passed on by one agent (30 an hour, 60 s: M/M/1) to another (40 s): departures of M/M/1 are
    // Poisson (Burke 1956), so the second wait is that of M/M/1 at a third of load: 40 · (1/3) / (2/3) = 20
    // s.
    const std::string text =
        head + calls(30, "misrouted = { probability = 1, to = \"billing\", retold = \"15s\" }\n") +
        "[[contacts]]\nname = \"billing\"\ntalk = " + law_text("exponential", 40) + "\n" + desk(1) +
        "[[groups]]\nname = \"accounts\"\nagents = 1\nskills = [ { contact = \"billing\" } ]\n";
    const CentreModel told_again = model_of(text);
    std::string prepared = text;
    prepared.replace(prepared.find(", retold = \"15s\""), 16, "");
    const CentreModel model = model_of(prepared);
    check_ratio(
        model, 150,
        [](const ReplicationResult& r) {
            return std::pair(r.side(0, 0).transfer_wait_s, d(r.side(0, 0).transfers_answered));
        },
        20.0, 0.7);
    check_ratio(
        told_again, 20,
        [](const ReplicationResult& r) {
            return std::pair(r.contact(0, 0).talk_s, d(r.contact(0, 0).answered));
        },
        60.0 + 15.0 + 40.0, 1.2);

    Workspace workspace;
    const ReplicationResult& result = run_replication(model, {.seed = 3, .replication = 0}, workspace);
    CHECK(result.contact(0, 0).answered == result.side(0, 0).transfers);
    CHECK(result.side(0, 0).transfers == result.side(0, 0).transfers_answered);
    CHECK(result.contact(1, 0).attempts == 0);
}

TEST_CASE("people on call are tried in turn, and the clinician's time is told from the ring")
{
    // Two persons, two tries each, 0.7 a try: reached 1 − 0.3⁴; given that, tries take Σ t 0.7 0.3^(t−1) / (1
    // − 0.3⁴) of 90 s. Nobody waits for the desk.
    const std::string text = head +
                             calls(30, "on_call = { share = 0.5, chain = [\"a\", \"b\"], reached = 0.7, "
                                       "tries = 2, patch = \"90s\" }\n") +
                             desk(40);
    const CentreModel model = model_of(text);
    double reached = 0.0;
    double tries = 0.0;
    for (int t = 1; t <= 4; ++t) {
        reached += 0.7 * std::pow(0.3, t - 1);
        tries += t * 0.7 * std::pow(0.3, t - 1);
    }
    check_ratio(
        model, 40,
        [](const ReplicationResult& r) {
            return std::pair(d(r.side(0, 0).on_call_needed), d(r.contact(0, 0).answered));
        },
        0.5, 0.005);
    check_ratio(
        model, 40,
        [](const ReplicationResult& r) {
            return std::pair(d(r.side(0, 0).on_call_reached), d(r.side(0, 0).on_call_needed));
        },
        reached, 0.002);
    check_ratio(
        model, 40,
        [](const ReplicationResult& r) {
            return std::pair(r.side(0, 0).time_to_clinician_s, d(r.side(0, 0).on_call_reached));
        },
        60.0 + 90.0 * tries / reached, 1.0);
    check_ratio(
        model, 40,
        [](const ReplicationResult& r) {
            return std::pair(r.contact(0, 0).talk_s, d(r.contact(0, 0).answered));
        },
        60.0 + 0.5 * 90.0 * (tries + 4.0 * (1.0 - reached)), 1.0);
}

TEST_CASE("outcomes come in their shares")
{
    const CentreModel model =
        model_of(head + calls(30, "outcomes = { booked = 0.6, resolved = 0.3 }\n") + desk(5));
    for (std::size_t o = 0; o < 2; ++o)
        check_ratio(
            model, 30,
            [o](const ReplicationResult& r) {
                return std::pair(d(r.outcome(o, 0)), d(r.contact(0, 0).answered));
            },
            o == 0 ? 0.6 : 0.3, 0.005);
}

TEST_CASE("features of probability 0 change no byte")
{
    const std::string plain = head + calls(40, "patience = " + law_text("exponential", 120) + "\n");
    const std::string with =
        head +
        calls(40, "patience = " + law_text("exponential", 120) +
                      "\nmisrouted = { probability = 0, to = \"billing\" }\non_call = { share = 0, chain "
                      "= [\"a\"], patch = \"90s\" }\noutcomes = { booked = 0 }\n") +
        "[[contacts]]\nname = \"billing\"\ntalk = " + law_text("exponential", 40) + "\n";
    const std::string accounts =
        "[[groups]]\nname = \"accounts\"\nagents = 1\nskills = [ { contact = \"billing\" } ]\n";
    const CentreModel a = model_of(plain + desk(1));
    const CentreModel b = model_of(with + desk(1) + accounts);
    Workspace of_a;
    Workspace of_b;
    for (std::uint64_t r = 0; r < 3; ++r) {
        const ReplicationResult& x = run_replication(a, {.seed = 2, .replication = r}, of_a);
        const ReplicationResult& y = run_replication(b, {.seed = 2, .replication = r}, of_b);
        CHECK(x.fingerprint == y.fingerprint);
        CHECK(x.contact(0, 0).wait_answered_s == y.contact(0, 0).wait_answered_s);
        CHECK(x.contact(0, 0).answered == y.contact(0, 0).answered);
    }
}

TEST_CASE("every hand-off has a row in the trace")
{
    const std::string text =
        head +
        calls(60, "misrouted = { probability = 0.2, to = \"billing\" }\npatience = " +
                      law_text("exponential", 90) + "\n") +
        "[[contacts]]\nname = \"billing\"\narrivals.rate_per_hour = 5\ntalk = " +
        law_text("exponential", 40) + "\nmisrouted = { probability = 0.3, to = \"calls\" }\n" + desk(1) +
        "[[groups]]\nname = \"accounts\"\nagents = 1\nskills = [ { contact = \"billing\" } ]\n" +
        bot("contained = 0.3, talk = " + law_text("exponential", 60));
    CentreModel model = model_of(text);
    Workspace workspace;
    Legs legs;
    const ReplicationResult& result = run_replication(model, {.seed = 3, .replication = 0}, workspace, &legs);
    REQUIRE(result.checks.all_hold());
    std::int64_t by_bot = 0;
    std::int64_t by_agent = 0;
    std::int64_t answered_legs = 0;
    for (const TraceRow& row : legs.rows) {
        by_bot += row.outcome == Outcome::handed_off;
        by_agent += row.outcome == Outcome::answered && row.handed_off_to != none;
        answered_legs += row.outcome == Outcome::answered;
    }
    std::int64_t hand_offs = 0;
    std::int64_t transfers = 0;
    std::int64_t taken = 0;
    for (std::size_t row = 0; row < result.rows; ++row) {
        for (std::size_t c = 0; c < 2; ++c) {
            hand_offs += result.side(c, row).bot_hand_offs;
            transfers += result.side(c, row).transfers;
        }
        for (std::size_t g = 0; g < 2; ++g)
            taken += result.group(g, row).answered;
    }
    CHECK(by_bot > 100);
    CHECK(by_bot == hand_offs);
    CHECK(by_agent > 100);
    CHECK(by_agent == transfers);
    CHECK(answered_legs == taken);
}
