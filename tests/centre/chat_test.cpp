/// Chats, several at once by one agent: by hand, and against calls. Against exact chains:
/// chat_chains_test.cpp.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"
#include "tests/support/model_builder.h"
#include "tests/support/random_scenario.h"

#include <array>
#include <string>
#include <vector>

using namespace switchroom;
using switchroom::test::ModelBuilder;

namespace {

using Slowdown = std::vector<double>;

/// A chat's own time is `work_s` in every one of them that comes at these seconds, on a day of 1000 s.
struct OneDesk {
    ModelBuilder b{1000.0};
    std::uint32_t chat = 0;
    std::uint32_t desk = 0;

    OneDesk(const std::vector<double>& at_s, double work_s, const Slowdown& slowdown)
    {
        chat = b.contact();
        b.model.contacts[chat].talk = b.always(law::constant(work_s));
        for (std::uint32_t i = 0; i < at_s.size(); ++i)
            b.model.replay.push_back({at_s[i], i, 20000, work_s, 0.0, never_s, 0.0, true});
        b.model.contacts[chat].replay = {0, static_cast<std::uint32_t>(at_s.size())};
        make_chat(b, chat, slowdown);
        desk = b.group(1);
        b.skill(desk, chat);
        b.route(chat, {{.groups = {desk}}});
    }

    static void make_chat(ModelBuilder& b, std::uint32_t contact, const Slowdown& slowdown)
    {
        const auto first = static_cast<std::uint32_t>(b.model.slowdowns.size());
        b.model.slowdowns.insert(b.model.slowdowns.end(), slowdown.begin(), slowdown.end());
        const auto count = static_cast<std::uint32_t>(slowdown.size());
        b.model.contacts[contact].chat = {count, {first, count}};
        b.model.counts_sides = true;
    }
};

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

} // namespace

TEST_CASE("two chats at once each go at half the pace")
{
    // Of 60 s each, at 0 and 30 s. The first has 30 s to go and takes 60 s for it; the second has then 30 s
    // to go and is alone. The agent is busy for the 120 s that both are worth.
    Rows trace;
    const ReplicationResult r = run(OneDesk({0.0, 30.0}, 60.0, {1.0, 2.0}).b.build(), &trace);
    CHECK(r.contact(0, 0).answered == 2);
    CHECK(r.contact(0, 0).had_to_wait == 0);
    CHECK(r.contact(0, 0).talk_s == doctest::Approx(90.0 + 90.0));
    CHECK(r.group(0, 0).busy_s == doctest::Approx(120.0));
    CHECK(r.group(0, 0).most_busy == 1);
    CHECK(r.side(0, 0).chat_s / r.side(0, 0).chat_agent_s == doctest::Approx(180.0 / 120.0));
    REQUIRE(trace.rows.size() == 2);
    CHECK(trace.rows[0].queue_left_s == 0.0);
    CHECK(trace.rows[0].talk_s == doctest::Approx(90.0));
    CHECK(trace.rows[1].queue_left_s == 30.0);
    CHECK(trace.rows[1].talk_s == doctest::Approx(90.0));
}

TEST_CASE("beyond the last factor of the list it holds, and a chat that finds no place waits for one")
{
    // 100 s each; the third waits until the first is through at 100 s (no slowdown), then has a place at
    // once.
    OneDesk one({0.0, 50.0, 60.0}, 100.0, {1.0});
    one.b.model.contacts[one.chat].chat.concurrency = 2;
    const ReplicationResult r = run(one.b.build());
    CHECK(r.contact(0, 0).answered == 3);
    CHECK(r.contact(0, 0).had_to_wait == 1);
    CHECK(r.contact(0, 0).wait_answered_s == doctest::Approx(40.0));
    CHECK(r.contact(0, 0).talk_s == doctest::Approx(300.0));
    CHECK(r.group(0, 0).busy_s == doctest::Approx(200.0)); // 50–150 and 100–200 overlap with 0–100
}

TEST_CASE("wrap-up is work of the chat, and takes its share of the time")
{
    OneDesk one({0.0, 0.0}, 60.0, {1.0, 2.0});
    for (ReplayedCall& call : one.b.model.replay)
        call.wrap_up_s = 20.0;
    const ReplicationResult r = run(one.b.build());
    CHECK(r.contact(0, 0).talk_s == doctest::Approx(2 * 2 * 60.0));
    CHECK(r.contact(0, 0).wrap_up_s == doctest::Approx(2 * 2 * 20.0));
    CHECK(r.group(0, 0).busy_s == doctest::Approx(160.0));
}

TEST_CASE("an agent who has to leave takes no new chat and finishes those in hand, at once or not")
{
    for (const bool at_once : {false, true}) {
        CAPTURE(at_once);
        // Shift until 70 s; chats of 60 s at 0 and 30 s end at 90 and 120 s; one at 80 s finds nobody.
        OneDesk one({0.0, 30.0, 80.0}, 60.0, {1.0, 2.0});
        one.b.staffing(one.desk, 70.0, 0);
        one.b.model.groups[one.desk].leaves_at_once = at_once;
        const ReplicationResult r = run(one.b.build());
        CHECK(r.contact(0, 0).answered == 2);
        CHECK(r.contact(0, 0).turned_away == 1);
        CHECK(r.group(0, 0).busy_s == doctest::Approx(120.0));
        CHECK(r.group(0, 0).available_s == doctest::Approx(70.0));
        CHECK(r.group(0, 0).capacity_s == doctest::Approx(120.0));
    }
}

TEST_CASE("a break begins when the last chat in hand is over, and new chats wait for its end")
{
    // Due at 70 s, for 50 s: from 120 s to 170 s. The chat of 80 s waits until then.
    OneDesk one({0.0, 30.0, 80.0}, 60.0, {1.0, 2.0});
    one.b.model.breaks.push_back({one.desk, 50.0, true});
    one.b.change({70.0, ChangeKind::break_due, 0, 1});
    const ReplicationResult r = run(one.b.build());
    CHECK(r.contact(0, 0).answered == 3);
    CHECK(r.contact(0, 0).wait_answered_s == doctest::Approx(90.0));
    CHECK(r.group(0, 0).busy_s == doctest::Approx(120.0 + 60.0));
}

TEST_CASE("chats in hand when the run is cut off count as answered, with the time that they would have taken")
{
    OneDesk one({900.0, 960.0, 970.0}, 60.0, {1.0, 2.0});
    one.b.model.at_end = AtEnd::cut;
    const ReplicationResult r = run(one.b.build());
    // 900–960 alone; then 960–970 alone, and two at half the pace from 970 s: 10 + 100 and 120 s.
    CHECK(r.contact(0, 0).answered == 3);
    CHECK(r.contact(0, 0).open_at_end == 0);
    CHECK(r.contact(0, 0).talk_s == doctest::Approx(60.0 + 110.0 + 120.0));
    CHECK(r.group(0, 0).busy_s == doctest::Approx(100.0));
}

TEST_CASE("a chat goes to an idle agent first, then to the one with the fewest, who got one longest ago")
{
    OneDesk one({0.0, 10.0, 20.0, 30.0, 40.0}, 500.0, {1.0, 1.0, 1.0});
    one.b.staffing(one.desk, 0.0, 2);
    Rows trace;
    run(one.b.build(), &trace);
    REQUIRE(trace.rows.size() == 5);
    for (std::uint32_t i = 0; i < 5; ++i)
        CHECK(trace.rows[i].agent == i % 2);
}

TEST_CASE("reserved idle agents are kept from chats, and chats then share the others")
{
    OneDesk one({0.0, 10.0}, 500.0, {1.0, 1.0});
    one.b.staffing(one.desk, 0.0, 2);
    one.b.route(one.chat, {{.groups = {one.desk}, .keep_idle = 1}});
    Rows trace;
    run(one.b.build(), &trace);
    REQUIRE(trace.rows.size() == 2);
    CHECK(trace.rows[0].agent == trace.rows[1].agent);
}

TEST_CASE(
    "one chat at a time is a call: 120 random scenarios, all contacts chats, go the same way event by event")
{
    // Without what a chat does not have (hold, lines), and what differs on purpose: who leaves at once keeps
    // the chats in hand, and a repeat is told from the chat's end, wrap-up included.
    const auto without = [](std::string text, const std::string& key) {
        for (std::size_t at = text.find("\n" + key); at != std::string::npos; at = text.find("\n" + key))
            text.erase(at + 1, text.find('\n', at + 1) - at);
        return text;
    };
    int compared = 0;
    for (std::uint64_t seed = 5000; compared < 120; ++seed) {
        CAPTURE(seed);
        std::string calls = random_scenario(seed, {.chats = false});
        if (calls.find("[[lines]]") != std::string::npos)
            continue;
        for (const std::string key : {"hold =", "resolution =", "leaves ="})
            calls = without(calls, key);
        std::string chats = calls;
        for (std::size_t at = 0; (at = chats.find("[[contacts]]\n", at)) != std::string::npos; at += 10)
            chats.insert(at + 13, "channel = \"chat\"\nconcurrency = 1\nslowdown = [1]\n");
        const CentreModel a = model_of(calls, {.by_interval = true});
        const CentreModel b = model_of(chats, {.by_interval = true});
        Workspace workspace;
        const ReplicationResult x = run_replication(a, {.seed = seed, .replication = 0}, workspace);
        const ReplicationResult& y = run_replication(b, {.seed = seed, .replication = 0}, workspace);
        CHECK(x.checks.all_hold());
        CHECK(y.checks.all_hold());
        CHECK(x.fingerprint == y.fingerprint);
        for (std::size_t c = 0; c < x.contact_cells.size(); ++c) {
            const ContactCounts& n = x.contact_cells[c];
            const ContactCounts& m = y.contact_cells[c];
            CHECK(std::array{n.attempts, n.answered, n.abandoned, n.turned_away, n.open_at_end, n.redials,
                             n.had_to_wait, n.answered_within, n.longest_queue, n.needs_resolved} ==
                  std::array{m.attempts, m.answered, m.abandoned, m.turned_away, m.open_at_end, m.redials,
                             m.had_to_wait, m.answered_within, m.longest_queue, m.needs_resolved});
            CHECK(n.wait_answered_s == m.wait_answered_s);
            CHECK(n.talk_s == doctest::Approx(m.talk_s).epsilon(1e-9));
            CHECK(n.wrap_up_s == doctest::Approx(m.wrap_up_s).epsilon(1e-9));
        }
        for (std::size_t g = 0; g < x.group_cells.size(); ++g)
            CHECK(x.group_cells[g].busy_s == doctest::Approx(y.group_cells[g].busy_s).epsilon(1e-9));
        ++compared;
    }
}

TEST_CASE("twice the length of everything is twice the wait")
{
    const auto model = [](double scale) {
        ModelBuilder b(20000.0 * scale);
        const std::uint32_t chat =
            b.contact(1.0 / (30.0 * scale), law::exponential(80.0 * scale), law::exponential(100.0 * scale));
        OneDesk::make_chat(b, chat, {1.0, 1.25, 1.5});
        const std::uint32_t desk = b.group(2);
        b.skill(desk, chat);
        b.route(chat, {{.groups = {desk}}});
        return b.build();
    };
    const ReplicationResult once = run(model(1.0));
    const ReplicationResult twice = run(model(2.0));
    CHECK(once.contact(0, 0).had_to_wait > 50);
    CHECK(once.contact(0, 0).answered == twice.contact(0, 0).answered);
    CHECK(once.contact(0, 0).abandoned == twice.contact(0, 0).abandoned);
    CHECK(2.0 * once.contact(0, 0).wait_answered_s ==
          doctest::Approx(twice.contact(0, 0).wait_answered_s).epsilon(1e-12));
    CHECK(2.0 * once.contact(0, 0).talk_s == doctest::Approx(twice.contact(0, 0).talk_s).epsilon(1e-12));
    CHECK(2.0 * once.group(0, 0).busy_s == doctest::Approx(twice.group(0, 0).busy_s).epsilon(1e-12));
}

TEST_CASE("a bot of the telephone hands over to a chat, which no longer holds the line")
{
    const std::string text = R"(
format = 1
name = "t"
[time]
start = 2026-03-02
days = 5
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 60
talk = "1min"
[[contacts]]
name = "chats"
channel = "chat"
talk = "10min"
concurrency = 4
slowdown = [1, 1.1, 1.2, 1.3]
[[groups]]
name = "desk"
agents = 6
skills = ["chats"]
[[routes]]
contact = "calls"
open = [ { bot = { contained = 0.5, talk = "6s", hand_off = "chats" } } ]
[[lines]]
name = "line"
count = 5
contacts = ["calls"]
)";
    const ReplicationResult r = run(model_of(text));
    const ContactCounts& calls = r.contact(0, 0);
    CHECK(calls.answered + calls.contained + calls.blocked == calls.attempts);
    CHECK(calls.answered > 1000);
    // 60 an hour of 6 s are 0.1 erlang: B(5, 0.1) < 1e-7 of them are blocked. Chats that held their lines
    // would block most.
    CHECK(calls.blocked == 0);
}
