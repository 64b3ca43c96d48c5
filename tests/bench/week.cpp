// A week of everything beside the same week of plain calls: ns per call and per item of work, alternating
// within one run, thread CPU time, medians.
//
//   bench_week [replications per run, default 40]
//
// Plain: two kinds of calls, two groups of which either helps the other, patience; the machine without events
// of waiting callers. Everything: the same callers with priorities, overflow after a delay, redials, repeat
// calls, lines, hold, announced waits, a bot, callbacks, voicemail, messages with promises and tiers, chats
// and outbound calls.

#include "sim/base/check.h"
#include "sim/centre/compile.h"
#include "sim/centre/replication.h"
#include "sim/scenario/read.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

constexpr int runs = 9;

const char* const time_and_desks = R"(
format = 1
name = "week"
[time]
start = 2026-03-02
days = 7
[[groups]]
name = "front desk"
agents = { every_day = [["08:00", 14], ["19:00", 1]] }
[[groups]]
name = "second desk"
agents = { every_day = [["08:00", 6], ["19:00", 1]] }
)";

const char* const plain_calls = R"(
[[contacts]]
name = "appointments"
arrivals.profile.every_day = [["08:00", 150], ["19:00", 0]]
talk = { family = "lognormal", mean = "3min10s", cv = 0.85 }
wrap_up = { family = "exponential", mean = "25s" }
patience = { family = "weibull", mean = "2min30s", cv = 1.2 }
[[contacts]]
name = "results"
arrivals.profile.every_day = [["08:00", 90], ["19:00", 0]]
talk = { family = "lognormal", mean = "2min40s", cv = 0.8 }
wrap_up = { family = "exponential", mean = "25s" }
patience = { family = "exponential", mean = "2min" }
[[routes]]
contact = "appointments"
open = [ { offer = ["front desk", "second desk"] } ]
[[routes]]
contact = "results"
open = [ { offer = ["second desk", "front desk"] } ]
)";

const char* const calls_with_everything = R"(
[[contacts]]
name = "appointments"
priority = 2
arrivals.profile.every_day = [["08:00", 150], ["19:00", 0]]
talk = { family = "lognormal", mean = "3min10s", cv = 0.85 }
wrap_up = { family = "exponential", mean = "25s" }
patience = { family = "weibull", mean = "2min30s", cv = 1.2 }
redial = { probability = 0.45, after_block = 0.8, delay = { family = "exponential", mean = "12min" }, at_most = 3 }
resolution = { first_call = 0.85, repeat_delay = { family = "exponential", mean = "1d" } }
hold = { probability = 0.2, duration = { family = "exponential", mean = "40s" } }
announce = { expected_wait = true, balk_per_minute = 0.05, patience_factor = 1.1 }
predictor = { by = "queue-length" }
on_abandon = { becomes = "callbacks", share = 0.3 }
outcomes = { booked = 0.6, resolved = 0.3, message = 0.1 }
[[contacts]]
name = "results"
priority = 3
arrivals.profile.every_day = [["08:00", 90], ["19:00", 0]]
talk = { family = "lognormal", mean = "2min40s", cv = 0.8 }
wrap_up = { family = "exponential", mean = "25s" }
patience = { family = "exponential", mean = "2min" }
redial = { probability = 0.45, delay = { family = "exponential", mean = "12min" }, at_most = 3 }
misrouted = { probability = 0.04, to = "appointments", retold = "45s" }
[[contacts]]
name = "callbacks"
channel = "callback"
within = "2h"
talk = "3min"
reach = { probability = 0.7, attempts = 3, try = "30s", again_after = "30min" }
[[contacts]]
name = "messages"
channel = "message"
arrivals.profile.every_day = [["08:00", 30], ["19:00", 0]]
urgent = { share = 0.08, priority = 1, within = "1h" }
within = "24h"
handle = { family = "lognormal", mean = "4min", cv = 0.9 }
escalate = [ { to = "complaints", share = 0.05, after = "2h", within = "72h" } ]
[[contacts]]
name = "complaints"
channel = "message"
within = "48h"
handle = "10min"
[[contacts]]
name = "chat"
channel = "chat"
arrivals.profile.every_day = [["08:00", 20], ["19:00", 0]]
talk = "4min"
patience = "5min"
concurrency = 3
slowdown = [1, 1.2, 1.5]
[[contacts]]
name = "reminders"
channel = "outbound"
priority = 9
arrivals.profile.every_day = [["08:00", 20], ["19:00", 0]]
talk = "90s"
[[routes]]
contact = "appointments"
open = [ { offer = ["front desk"], for = "20s" }, { offer = ["front desk", "second desk"], for = "60s" }, { callback = { becomes = "callbacks", accepted = 0.5 } }, { offer = ["front desk", "second desk"] } ]
closed = [ { voicemail = { hang_up = 0.6, becomes = "messages" } } ]
[[routes]]
contact = "results"
open = [ { bot = { contained = 0.2, talk = "30s", context_saves = 0.2 } }, { offer = ["second desk"], for = "30s" }, { offer = ["second desk", "front desk"] } ]
[[lines]]
name = "trunks"
count = 30
contacts = ["appointments", "results"]
)";

CentreModel model_of(const std::string& text)
{
    const MemoryFileSystem files;
    const auto document = read_scenario_text(files, text, "week.toml");
    if (!document.ok())
        for (const Diagnostic& diagnostic : document.errors())
            std::printf("%s\n", to_text(diagnostic).c_str());
    SWITCHROOM_CHECK(document.ok(), "the week is a valid scenario");
    auto model = compile(*document, {.files = &files});
    SWITCHROOM_CHECK(model.ok(), "the week can be compiled");
    return *std::move(model);
}

double thread_cpu_s()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Timed {
    std::vector<double> ns;
    std::int64_t calls = 0;
    std::int64_t items = 0;
};

void time_run(const CentreModel& model, int replications, Workspace& workspace, Timed& timed)
{
    timed.calls = timed.items = 0;
    const double start_s = thread_cpu_s();
    for (int r = 0; r < replications; ++r) {
        const ReplicationResult& result =
            run_replication(model, {1, static_cast<std::uint64_t>(r)}, workspace);
        SWITCHROOM_CHECK(result.checks.all_hold(), "the checks of a run hold");
        timed.calls += result.simulated_attempts;
        for (const SideCounts& side : result.side_cells)
            timed.items += side.items;
    }
    timed.ns.push_back((thread_cpu_s() - start_s) * 1e9 / static_cast<double>(timed.calls + timed.items));
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    const int replications = argc > 1 ? std::atoi(argv[1]) : 40;
    const CentreModel plain = model_of(time_and_desks + std::string(plain_calls));
    const CentreModel everything = model_of(time_and_desks + std::string(calls_with_everything));
    Workspace of_plain;
    Workspace of_everything;
    Timed by_plain;
    Timed by_everything;
    for (int run = 0; run < runs; ++run) {
        time_run(plain, replications, of_plain, by_plain);
        time_run(everything, replications, of_everything, by_everything);
    }
    std::printf("plain      %6.1f ns a call, %lld calls a run\n", median(by_plain.ns),
                static_cast<long long>(by_plain.calls));
    std::printf("everything %6.1f ns a call or item, %lld calls and %lld items a run\n",
                median(by_everything.ns), static_cast<long long>(by_everything.calls),
                static_cast<long long>(by_everything.items));
    std::printf("ratio %.2f\n", median(by_everything.ns) / median(by_plain.ns));
    return 0;
}
