/// Hold inside a call.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace switchroom;

namespace {

std::string scenario(const std::string& contact, int agents)
{
    return "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 5\nwarm_up = \"4h\"\n[[contacts]]\n"
           "name = \"calls\"\narrivals.rate_per_hour = 30\n" +
           contact + "[[groups]]\nname = \"desk\"\nagents = " + std::to_string(agents) + "\n";
}

const std::string hold =
    "hold = { probability = 0.3, duration = { family = \"constant\", mean = \"40s\" } }\n";

} // namespace

TEST_CASE("one agent who puts callers on hold is a queue of Pollaczek and Khinchine")
{
    // S = exponential of 60 s, and 40 s more with probability 0.3: E[S] = 72 s, Var S = 60² + 0.3 · 0.7 ·
    // 40², 30 calls an hour: wait = λ E[S²] / (2 (1 − 0.6)).
    const CentreModel model =
        model_of(scenario("talk = { family = \"exponential\", mean = \"60s\" }\n" + hold, 1));
    const double second_moment = 72.0 * 72.0 + 3600.0 + 0.3 * 0.7 * 1600.0;
    const double exact_s = 30.0 / 3600.0 * second_moment / (2.0 * (1.0 - 0.6));
    Workspace workspace;
    constexpr int runs = 150;
    std::vector<std::pair<double, double>> pairs;
    double waits_s = 0.0;
    double answered = 0.0;
    double holds_s = 0.0;
    for (std::uint64_t r = 0; r < runs; ++r) {
        const ReplicationResult& result = run_replication(model, {.seed = 4, .replication = r}, workspace);
        REQUIRE(result.checks.all_hold());
        const ContactCounts& n = result.contact(0, 0);
        pairs.emplace_back(n.wait_answered_s, static_cast<double>(n.answered));
        waits_s += n.wait_answered_s;
        answered += static_cast<double>(n.answered);
        holds_s += n.hold_s;
    }
    const double asa_s = waits_s / answered;
    double squares = 0.0;
    for (const auto& [wait_s, calls] : pairs)
        squares += (wait_s - asa_s * calls) * (wait_s - asa_s * calls);
    const double error_s = std::sqrt(squares * runs / (runs - 1.0)) / answered;
    CHECK(error_s < 1.5);
    CHECK(std::abs(asa_s - exact_s) < 4.0 * error_s); // false alarm 6e-5; the seed is fixed
    // Each hold lasts 40 s, so their number is binomial: 4 standard errors, false alarm 6e-5.
    CHECK(std::abs(holds_s / 40.0 - 0.3 * answered) < 4.0 * std::sqrt(answered * 0.3 * 0.7));
}

TEST_CASE("agents are busy for talk, hold and wrap-up, to the second")
{
    const CentreModel model = model_of(
        scenario("talk = { family = \"exponential\", mean = \"60s\" }\nwrap_up = \"20s\"\n" + hold, 3));
    Workspace workspace;
    const ReplicationResult& result = run_replication(model, {.seed = 4, .replication = 0}, workspace);
    ContactCounts calls;
    double busy_s = 0.0;
    for (std::uint32_t row = 0; row < result.rows; ++row) {
        calls += result.contact(0, row);
        busy_s += result.group(0, row).busy_s;
    }
    CHECK(calls.hold_s > 0.0);
    CHECK(calls.talk_s + calls.hold_s + calls.wrap_up_s == doctest::Approx(busy_s).epsilon(1e-9));
}

TEST_CASE("where only the handle time is known, hold lies inside it")
{
    const std::string handle = "handle = { family = \"exponential\", mean = \"60s\" }\n";
    Workspace workspace;
    const ContactCounts without =
        run_replication(model_of(scenario(handle, 3)), {.seed = 4, .replication = 0}, workspace)
            .contact(0, 0);
    const ContactCounts with =
        run_replication(model_of(scenario(handle + hold, 3)), {.seed = 4, .replication = 0}, workspace)
            .contact(0, 0);
    CHECK(with.hold_s > 0.0);
    CHECK(with.answered == without.answered);
    CHECK(with.wait_answered_s == doctest::Approx(without.wait_answered_s));
    CHECK(with.talk_s + with.hold_s == doctest::Approx(without.talk_s));
}
