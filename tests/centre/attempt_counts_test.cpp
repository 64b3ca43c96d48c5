#include "sim/centre/attempt_counts.h"

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <string>
#include <vector>

using namespace switchroom;

TEST_CASE("the steady queue is Erlang A: every small row of the reference")
{
    int rows = 0;
    for (const ReferenceRow& row : reference_rows("erlang_a")) {
        const int agents = row.integer("n_agents");
        if (agents > 300)
            continue;
        ++rows;
        const SteadyQueue queue = steady_queue(row.number("offered_load_erlang") / row.number("aht_s"),
                                               row.number("aht_s"), row.number("mean_patience_s"), agents);
        CAPTURE(row.text("case_id"));
        CHECK(queue.waits == doctest::Approx(row.number("p_wait")).epsilon(1e-9));
        CHECK(queue.abandons == doctest::Approx(row.number("p_abandon")).epsilon(1e-9));
    }
    CHECK(rows > 10);
}

TEST_CASE(
    "needs behind attempts: a geometric sum where redials come at once, everything where nobody redials")
{
    const std::vector<double> attempts(5, 100.0);
    const auto none_follow =
        needs_of_attempts(attempts, std::vector<double>(5, 0.0), law::exponential(60.0), 3, 900.0);
    CHECK(none_follow == attempts);
    const auto at_once =
        needs_of_attempts(attempts, std::vector<double>(5, 0.5), law::constant(0.0), 3, 900.0);
    for (const double needs : at_once)
        CHECK(needs == doctest::Approx(100.0 / 1.875)); // 1 + 1/2 + 1/4 + 1/8
}

TEST_CASE("needs behind attempts: redials one cell later leave the first cell alone")
{
    // Each attempt is followed by another exactly one cell later, once, with probability 1/4.
    const auto needs =
        needs_of_attempts({80, 80, 80, 5}, {0.25, 0.25, 0.25, 0.25}, law::constant(900.0), 1, 900.0);
    CHECK(needs[0] == doctest::Approx(80));
    CHECK(needs[1] == doctest::Approx(60)); // 80 less 20 of the 80 first ones
    CHECK(needs[2] == doctest::Approx(65)); // 80 less a quarter of 60
    CHECK(needs[3] == 0.0);                 // more redials than attempts stated
}

TEST_CASE("repeats behind attempts: a share of each cell's attempts, when the delay has passed")
{
    // Two cells later, a quarter of the attempts, whether these are first calls or not.
    const auto repeats =
        repeats_of_attempts({80, 40, 100, 60}, {0.25, 0.25, 0.25, 0.25}, law::constant(1800.0), 900.0);
    CHECK(repeats[0] == doctest::Approx(0));
    CHECK(repeats[1] == doctest::Approx(0));
    CHECK(repeats[2] == doctest::Approx(20));
    CHECK(repeats[3] == doctest::Approx(10));
}

TEST_CASE("a profile that counts attempts, repeats among them, brings about as many as it states")
{
    const CentreModel model = model_of(R"(format = 1
name = "t"
[time]
start = 2026-03-02
days = 5
[[contacts]]
name = "calls"
arrivals = { profile = { every_day = [["08:00", 60], ["12:00", 45], ["18:00", 0]] }, counts = "attempts" }
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "5min" }
resolution = { first_call = 0.7, repeat_delay = { family = "exponential", mean = "1h" } }
[[groups]]
name = "desk"
agents = { every_day = [["08:00", 4], ["19:00", 0]] }
)");
    Workspace workspace;
    double attempts = 0.0;
    double needs = 0.0;
    constexpr int runs = 100;
    for (std::uint64_t r = 0; r < runs; ++r) {
        const ContactCounts& n =
            run_replication(model, {.seed = 3, .replication = r}, workspace).contact(0, 0);
        attempts += static_cast<double>(n.attempts);
        needs += static_cast<double>(n.needs);
    }
    // As stated in the hours of the profile; the last hour's repeats ring after it, when nothing is stated:
    // 45 · 0.3 · 1 h of them, and some of theirs.
    const double after_hours = 45.0 * 0.3;
    CHECK(std::abs(attempts / (runs * 5 * (510.0 + after_hours)) - 1.0) < 0.03);
    CHECK(needs < 0.8 * attempts);
}

TEST_CASE("a profile that counts attempts brings about as many attempts as it states, and fewer needs")
{
    const std::string text = R"(format = 1
name = "t"
[time]
start = 2026-03-02
days = 5
[[contacts]]
name = "calls"
arrivals = { profile = { every_day = [["08:00", 60], ["12:00", 45], ["18:00", 0]] }, counts = "attempts" }
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "90s" }
redial = { probability = 0.6, delay = { family = "exponential", mean = "10min" }, at_most = 3 }
[[groups]]
name = "desk"
agents = { every_day = [["08:00", 2], ["19:00", 0]] }
)";
    const CentreModel model = model_of(text);
    Workspace workspace;
    double attempts = 0.0;
    double needs = 0.0;
    constexpr int runs = 200;
    for (std::uint64_t r = 0; r < runs; ++r) {
        const ContactCounts& n =
            run_replication(model, {.seed = 3, .replication = r}, workspace).contact(0, 0);
        attempts += static_cast<double>(n.attempts);
        needs += static_cast<double>(n.needs);
    }
    // 510 attempts a day are stated. 1000 days have a standard error of about 0.2 %; the formula's own error
    // is the rest.
    CHECK(std::abs(attempts / (runs * 5 * 510.0) - 1.0) < 0.03);
    CHECK(needs < 0.85 * attempts);
}
