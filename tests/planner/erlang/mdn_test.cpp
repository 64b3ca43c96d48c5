#include "planner/erlang/erlang_c.h"
#include "planner/erlang/mdn.h"
#include "tests/planner/erlang/agreement.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>

namespace switchroom::erlang {

using test::relative_error;

namespace {

ConstantHandleQueue queue_of(double agents, double load, double handle_s)
{
    const auto queue = constant_handle_queue({agents, load, handle_s});
    REQUIRE(queue.ok());
    return *queue;
}

} // namespace

TEST_CASE("constant handle times meet the reference in every column")
{
    for (const auto& row : reference_rows("mdn")) {
        CAPTURE(row.text("case_id"));
        const auto queue =
            queue_of(row.number("n_agents"), row.number("offered_load_erlang"), row.number("service_time_s"));
        CHECK(relative_error(queue.probability_wait, row.number("p_wait")) < 1e-12);
        CHECK(relative_error(queue.mean_wait_s, row.number("mean_wait_s")) < 1e-12);
        CHECK(relative_error(queue.mean_queue_length, row.number("mean_queue_length")) < 1e-12);
        CHECK(relative_error(queue.mean_wait_if_wait_s, row.number("mean_wait_given_wait_s")) < 1e-12);
        if (row.has("p_wait_le_awt"))
            CHECK(relative_error(wait_within(queue, row.number("awt_s")), row.number("p_wait_le_awt")) <
                  1e-11);
    }
}

TEST_CASE(
    "one agent of constant handle time waits as Pollaczek and Khinchine say, up to the brink of saturation")
{
    for (const double load :
         {1e-3, 0.3, 0.9, 0.999, 1.0 - std::ldexp(1.0, -20), 1.0 - std::ldexp(1.0, -40)}) {
        CAPTURE(load);
        const auto queue = queue_of(1, load, 100);
        CHECK(relative_error(queue.probability_wait, load) < 1e-12);
        CHECK(relative_error(queue.mean_wait_s, 100 * load / (2 * (1 - load))) < 1e-11);
    }
}

TEST_CASE("the law of the wait agrees with its mean and with its own complement")
{
    for (const double agents : {1.0, 3.0, 40.0}) {
        for (const double free : {0.02, 0.2, 0.6}) {
            CAPTURE(agents);
            CAPTURE(free);
            const auto queue = queue_of(agents, agents * (1 - free), 60);
            const double longest = 60.0 * std::fmin(80.0, 4.0 + 30.0 / (free * agents));
            const ConstantHandleWait wait(queue.input, longest);
            CHECK(wait.exceeds(0.0) == doctest::Approx(queue.probability_wait).epsilon(1e-11));
            double area = 0.0; // Gauss–Legendre of 3 points on pieces of a handle time's length / 40
            const double h = 1.5;
            for (double t = 0.0; t < longest; t += h)
                area += h / 18.0 *
                        (5.0 * wait.exceeds(t + h * (0.5 - std::sqrt(0.15))) + 8.0 * wait.exceeds(t + h / 2) +
                         5.0 * wait.exceeds(t + h * (0.5 + std::sqrt(0.15))));
            if (wait.exceeds(longest * 0.999) < 1e-10)
                CHECK(area == doctest::Approx(queue.mean_wait_s).epsilon(1e-6));
            for (const double t : {0.0, 7.0, 60.0, 61.0, 200.0})
                CHECK(wait.within(t) + wait.exceeds(t) == doctest::Approx(1.0).epsilon(1e-11));
        }
    }
}

TEST_CASE("constant handle times halve the wait next to saturation")
{
    const double load = 1000.0 - 1.0 / 1024.0;
    CHECK(queue_of(1000, load, 300).mean_wait_s / erlang_c(1000, load, 300)->mean_wait_s ==
          doctest::Approx(0.5).epsilon(1e-3));
}

TEST_CASE("a quantile of the wait is where its tail passes")
{
    const auto queue = queue_of(10, 9.5, 120);
    const double p95 = wait_quantile(queue, 0.05);
    CHECK(1.0 - wait_within(queue, p95) == doctest::Approx(0.05).epsilon(1e-9));
    CHECK(wait_quantile(queue, 0.99) == 0.0);
    CHECK(wait_quantile(queue, 1e-9) > p95);
}

TEST_CASE("the law of the wait holds for one call in a million and for a hundred thousand agents")
{
    // M/D/1, waits within the first handle time: P(W ≤ t) = (1 − ρ) e^{λt} (Erlang 1909).
    for (const double load : {1e-6, 1e-3, 0.5})
        CHECK(relative_error(wait_within(queue_of(1, load, 300), 100), (1 - load) * std::exp(load / 3)) <
              1e-13);
    CHECK(wait_within(queue_of(1, 1e-6, 300), 1e5) == doctest::Approx(1.0));
    const auto idle = queue_of(1000, 1e-3, 300);
    CHECK(idle.probability_wait == 0.0);
    CHECK(idle.mean_wait_if_wait_s > 0.0);
    CHECK(wait_within(idle, 600) == doctest::Approx(1.0));
    const auto full =
        queue_of(1000, 1000.0 - 1e-7, 300); // heavy traffic: the wait is exponential, P(W ≤ t) ≈ t / E W
    CHECK(wait_within(full, 300) == doctest::Approx(300.0 / full.mean_wait_s).epsilon(0.1));
    const auto large = queue_of(100000, 99990, 300);
    CHECK(wait_within(large, 0.0) == doctest::Approx(1.0 - large.probability_wait).epsilon(1e-10));
    CHECK(wait_within(large, 1.0) > wait_within(large, 0.0));
}

TEST_CASE("a saturated or senseless queue of constant handle times is an error")
{
    CHECK_FALSE(constant_handle_queue({2, 2, 60}).ok());
    CHECK_FALSE(constant_handle_queue({2, 3, 60}).ok());
    CHECK_FALSE(constant_handle_queue({0, 3, 60}).ok());
    CHECK_FALSE(constant_handle_queue({2, -1, 60}).ok());
    CHECK_FALSE(constant_handle_queue({2, 1, 0}).ok());
    CHECK_FALSE(constant_handle_queue({1.5, 1, 60}).ok());
    CHECK_FALSE(constant_handle_queue({2, std::nan(""), 60}).ok());
}

} // namespace switchroom::erlang
