/// Single items of work whose fate can be said beforehand: who goes first, what is in time to the very
/// second, when the next try and the next tier come, and what the end of the run leaves.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"
#include "tests/centre/exact_ratio.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace switchroom;
using switchroom::test::check_ratio;

namespace {

struct Rows final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

double d(std::int64_t n)
{
    return static_cast<double>(n);
}

std::string scenario(int days, int agents, const std::string& contacts, const std::string& more = "")
{
    return "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = " + std::to_string(days) + "\n" +
           contacts + "[[groups]]\nname = \"desk\"\nagents = " + std::to_string(agents) + "\n" + more;
}

const ReplicationResult& run(const CentreModel& model, Workspace& workspace, TraceSink* trace = nullptr)
{
    const ReplicationResult& result = run_replication(model, {.seed = 5, .replication = 0}, workspace, trace);
    REQUIRE(result.checks.all_hold());
    return result;
}

} // namespace

TEST_CASE("urgent messages wait as the first of Cobham's two classes, the others as the second")
{
    // 20 an hour, exponential 120 s, 30 % of them urgent: rho 0.2 and 2/3 in all, mean residual work 80 s.
    const CentreModel model = model_of(scenario(
        10, 1,
        "[[contacts]]\nname = \"messages\"\nchannel = \"message\"\narrivals.rate_per_hour = 20\n"
        "handle = { family = \"exponential\", mean = \"120s\" }\nurgent = { share = 0.3, priority = 1 }\n"));
    check_ratio(
        model, 100,
        [](const ReplicationResult& r) {
            return std::pair(r.side(0, 0).item_age_urgent_s, d(r.side(0, 0).items_urgent_done));
        },
        80.0 / 0.8, 3.0);
    check_ratio(
        model, 100,
        [](const ReplicationResult& r) {
            const SideCounts& n = r.side(0, 0);
            return std::pair(n.item_age_s - n.item_age_urgent_s, d(n.items_done - n.items_urgent_done));
        },
        80.0 / (0.8 / 3.0), 10.0);
}

TEST_CASE("a message is in time if it is done at the promised second, a callback if its caller is reached")
{
    // Enough people for everybody: a message is done one minute after it was written, a callback begins at
    // once.
    const CentreModel model = model_of(
        scenario(10, 40,
                 "[[contacts]]\nname = \"messages\"\nchannel = \"message\"\narrivals.rate_per_hour = 20\n"
                 "handle = \"1min\"\nwithin = \"59s\"\nclock = \"elapsed\"\n"
                 "urgent = { share = 0.5, within = \"1min\" }\n"
                 "[[contacts]]\nname = \"callbacks\"\nchannel = \"callback\"\narrivals.rate_per_hour = 20\n"
                 "talk = \"1min\"\nwithin = \"59s\"\nclock = \"elapsed\"\n"));
    Workspace workspace;
    const ReplicationResult& r = run(model, workspace);
    const SideCounts& messages = r.side(0, 0);
    CHECK(messages.items_urgent_promised > 1000);
    CHECK(messages.items_promised - messages.items_urgent_promised > 1000);
    CHECK(messages.items_urgent_on_time == messages.items_urgent_promised);
    CHECK(messages.items_on_time == messages.items_urgent_on_time); // a second is missing to the others
    const SideCounts& callbacks = r.side(1, 0);
    CHECK(callbacks.items_promised > 1000);
    CHECK(callbacks.items_on_time == callbacks.items_promised);
}

TEST_CASE("who was not reached is tried again when the try is over and the pause has passed")
{
    const CentreModel model = model_of(scenario(
        5, 20,
        "[[contacts]]\nname = \"callbacks\"\nchannel = \"callback\"\narrivals.rate_per_hour = 12\n"
        "talk = \"2min\"\nreach = { probability = 0.4, attempts = 3, try = \"30s\", again_after = \"10min\" "
        "}\n"));
    Workspace workspace;
    Rows trace;
    run(model, workspace, &trace);
    std::map<std::pair<std::int32_t, std::uint32_t>, double> tried_at_s;
    int again = 0;
    for (const TraceRow& row : trace.rows) {
        const auto [last, first] = tried_at_s.try_emplace({row.date, row.number}, row.queue_left_s);
        if (first)
            continue;
        CHECK(row.queue_left_s - last->second == doctest::Approx(630.0).epsilon(1e-9));
        last->second = row.queue_left_s;
        ++again;
    }
    CHECK(again > 500);
}

TEST_CASE("the next tier has an item when its time has come, counted from its creation here")
{
    const CentreModel model = model_of(
        scenario(10, 20,
                 "[[contacts]]\nname = \"complaints\"\nchannel = \"message\"\narrivals.rate_per_hour = 20\n"
                 "handle = \"1min\"\nclock = \"elapsed\"\n"
                 "escalate = [ { to = \"level 2\", share = 0.5, after = \"2h\" } ]\n"
                 "[[contacts]]\nname = \"level 2\"\nchannel = \"message\"\nhandle = \"10s\"\n"));
    Workspace workspace;
    Rows trace;
    run(model, workspace, &trace);
    std::map<std::pair<std::int32_t, std::uint32_t>, double> written_s;
    int passed = 0;
    for (const TraceRow& row : trace.rows)
        if (row.contact == 0) {
            written_s[{row.date, row.number}] = row.arrived_s;
        } else {
            ++passed;
            const double here_s = written_s.at({row.date, row.number});
            CHECK(row.arrived_s - here_s == doctest::Approx(7200.0).epsilon(1e-9));
        }
    CHECK(passed > 1000);
}

TEST_CASE(
    "a callback that keeps the place goes before who called after its caller, though it was booked later")
{
    // The agent talks until 09:05. The second caller rings at 09:00:10 and books at 09:01:10; between the two
    // somebody else rings, and waits behind the callback: 260 s and its two minutes.
    MemoryFileSystem files;
    const std::string head = "call_id,queue,arrived_at,outcome,talk_s\n";
    files.files["calls.csv"] =
        head + "1,a,2026-03-02T09:00:00Z,answered,300\n2,a,2026-03-02T09:00:10Z,answered,60\n";
    files.files["others.csv"] = head + "1,a,2026-03-02T09:00:40Z,answered,30\n";
    const CentreModel model = model_of(
        scenario(1, 1,
                 "[[contacts]]\nname = \"calls\"\narrivals.log = { file = \"calls.csv\" }\ntalk = \"1min\"\n"
                 "patience = \"1h\"\n"
                 "[[contacts]]\nname = \"others\"\narrivals.log = { file = \"others.csv\" }\n"
                 "talk = \"1min\"\npatience = \"1h\"\n"
                 "[[contacts]]\nname = \"later\"\nchannel = \"callback\"\ntalk = \"2min\"\n",
                 "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"desk\"], for = \"1min\" }, "
                 "{ callback = { becomes = \"later\", keeps_place = true } } ]\n"),
        {}, files);
    Workspace workspace;
    const ReplicationResult& r = run(model, workspace);
    CHECK(r.contact(0, 0).to_callback == 1);
    CHECK(r.side(2, 0).item_age_s == 230.0);
    CHECK(r.contact(1, 0).wait_answered_s == 380.0);
}

TEST_CASE("who books in the middle of a window is promised the next one, and may be called before")
{
    // Booked at 11:30; the agent has time at 12:10.
    MemoryFileSystem files;
    files.files["calls.csv"] = "call_id,queue,arrived_at,outcome,talk_s\n"
                               "1,a,2026-03-02T11:29:00Z,answered,2460\n"
                               "2,a,2026-03-02T11:29:50Z,answered,60\n";
    const CentreModel model = model_of(
        scenario(
            1, 1,
            "[[contacts]]\nname = \"calls\"\narrivals.log = { file = \"calls.csv\" }\ntalk = \"1min\"\n"
            "patience = \"1h\"\n"
            "[[contacts]]\nname = \"later\"\nchannel = \"callback\"\ntalk = \"2min\"\n",
            "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"desk\"], for = \"10s\" }, { callback = "
            "{ becomes = \"later\", windows = [\"11:00-12:00\", \"15:30-16:30\"] } } ]\n"),
        {}, files);
    Workspace workspace;
    const SideCounts items = run(model, workspace).side(1, 0);
    CHECK(items.item_age_s == 2400.0);
    CHECK(items.items_promised == 1);
    CHECK(items.items_on_time == 1);
}

TEST_CASE("who declines a callback at the last step is turned away, also where a step before was passed over")
{
    MemoryFileSystem files;
    files.files["calls.csv"] = "call_id,queue,arrived_at,outcome,talk_s\n"
                               "1,a,2026-03-02T09:00:00Z,answered,300\n"
                               "2,a,2026-03-02T09:00:10Z,answered,60\n";
    const CentreModel model = model_of(
        scenario(1, 1,
                 "[[contacts]]\nname = \"calls\"\narrivals.log = { file = \"calls.csv\" }\ntalk = \"1min\"\n"
                 "patience = \"1h\"\n"
                 "[[contacts]]\nname = \"later\"\nchannel = \"callback\"\ntalk = \"2min\"\n",
                 "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"desk\"], for = \"10s\" }, "
                 "{ voicemail = { becomes = \"later\" }, when = { queue_at_least = 5 } }, "
                 "{ callback = { becomes = \"later\", accepted = 0 } } ]\n"),
        {}, files);
    Workspace workspace;
    const ReplicationResult& r = run(model, workspace);
    CHECK(r.contact(0, 0).answered == 1);
    CHECK(r.contact(0, 0).turned_away == 1);
    CHECK(r.side(0, 0).callback_offers == 1);
}

TEST_CASE("at the end of the run the list stays, also what callers leave while the desk drains")
{
    // One agent talks until 00:01:20. The second caller leaves a message at 23:59:50, the third at 00:00:05.
    MemoryFileSystem files;
    files.files["calls.csv"] = "call_id,queue,arrived_at,outcome,talk_s\n"
                               "1,a,2026-03-02T23:59:20Z,answered,120\n"
                               "2,a,2026-03-02T23:59:40Z,answered,60\n"
                               "3,a,2026-03-02T23:59:55Z,answered,60\n";
    const CentreModel model = model_of(
        scenario(1, 1,
                 "[[contacts]]\nname = \"calls\"\narrivals.log = { file = \"calls.csv\" }\ntalk = \"1min\"\n"
                 "patience = \"10min\"\n"
                 "[[contacts]]\nname = \"messages\"\nchannel = \"message\"\nhandle = \"1min\"\n",
                 "[[routes]]\ncontact = \"calls\"\nopen = [ { offer = [\"desk\"], for = \"10s\" }, "
                 "{ voicemail = { hang_up = 0, becomes = \"messages\" } } ]\n"),
        {}, files);
    Workspace workspace;
    Rows trace;
    const ReplicationResult& r = run(model, workspace, &trace);
    std::int64_t left = 0;
    std::int64_t open = 0;
    for (std::uint32_t row = 0; row < r.rows; ++row) {
        left += r.contact(0, row).to_voicemail;
        open += r.side(1, row).items_open;
        CHECK(r.side(1, row).items_done == 0);
    }
    CHECK(left == 2);
    CHECK(open == 2);
    CHECK(r.drained_at_s == model.end_s + 80.0);
}
