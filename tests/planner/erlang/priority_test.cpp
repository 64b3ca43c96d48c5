#include "planner/erlang/priority.h"
#include "tests/planner/erlang/agreement.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>

namespace switchroom::erlang {

using test::agrees;
using test::relative_error;

namespace {

/// Closed forms: 1e-12 relative; the reference prints 0 for what it cannot hold.
bool same(double value, double reference)
{
    return reference == 0.0 ? value < 1e-100 : relative_error(value, reference) <= 1e-12;
}

} // namespace

TEST_CASE("two priority classes meet the reference in every column")
{
    for (const auto& row : reference_rows("priority2")) {
        CAPTURE(row.text("case_id"));
        const PriorityInput input{row.number("n_agents"),
                                  {row.number("load1_erlang"), row.number("load2_erlang")},
                                  row.number("aht_s")};
        const auto result = priority(input);
        REQUIRE(result.ok());
        CHECK(same(result->p_wait, row.number("p_wait")));
        CHECK(same(result->classes[0].mean_wait_s, row.number("np_mean_wait1_s")));
        CHECK(same(result->classes[1].mean_wait_s, row.number("np_mean_wait2_s")));
        CHECK(same(result->mean_wait_all_s, row.number("np_mean_wait_all_s")));
        CHECK(same(result->classes[0].mean_queue, row.number("np_mean_queue1")));
        CHECK(same(result->classes[1].mean_queue, row.number("np_mean_queue2")));
        CHECK(same(result->classes[0].preemptive_mean_delay_s, row.number("pr_mean_delay1_s")));
        CHECK(same(result->classes[1].preemptive_mean_delay_s, row.number("pr_mean_delay2_s")));
        CHECK(same(result->classes[0].preemptive_mean_queue, row.number("pr_mean_queue1")));
        CHECK(same(result->classes[1].preemptive_mean_queue, row.number("pr_mean_queue2")));
        CHECK(relative_error(PriorityWait(input, 0).within(row.number("awt1_s")), row.number("np_sl1_awt1")) <
              1e-12);
        // The reference prints 14 decimals of class 2's level.
        CHECK(std::fabs(PriorityWait(input, 1).within(row.number("awt2_s")) - row.number("np_sl2_awt2")) <
              2e-13);
    }
}

TEST_CASE("three and more priority classes meet the reference")
{
    for (const auto& row : reference_rows("priority_multi")) {
        CAPTURE(row.text("case_id"));
        const PriorityInput input{row.number("n_agents"), row.numbers("loads_erlang_high_to_low"),
                                  row.number("aht_s")};
        const auto result = priority(input);
        REQUIRE(result.ok());
        CHECK(same(result->p_wait, row.number("p_wait")));
        const auto waits = row.numbers("np_mean_waits_s");
        const auto delays = row.numbers("pr_mean_delays_s");
        for (std::size_t k = 0; k < waits.size(); ++k) {
            CHECK(same(result->classes[k].mean_wait_s, waits[k]));
            CHECK(same(result->classes[k].preemptive_mean_delay_s, delays[k]));
        }
    }
}

TEST_CASE("the area under a class's tail is its mean wait")
{
    for (const double last : {0.01, 0.5, 1.4}) {
        const PriorityInput input{3, {0.6, 0.9, last}, 240};
        const auto result = priority(input);
        REQUIRE(result.ok());
        for (std::size_t k = 0; k < 3; ++k) {
            const PriorityWait wait(input, k);
            // Simpson in ln t over 40 decades of e; the integrand vanishes at both ends.
            double area = 0.0;
            constexpr int steps = 4000;
            for (int i = 0; i <= steps; ++i) {
                const double t = std::exp(-25.0 + 40.0 * i / steps);
                area += (i % 2 == 1 ? 4.0 : 2.0) / 3.0 * t * wait.exceeds(t) * 40.0 / steps;
            }
            CHECK(relative_error(area, result->classes[k].mean_wait_s) < 1e-8);
        }
    }
}

TEST_CASE("a priority quantile is where the tail passes")
{
    const PriorityWait wait({20, {15, 4}, 300}, 1);
    CHECK(wait.exceeds(wait.quantile(0.05)) == doctest::Approx(0.05).epsilon(1e-9));
    CHECK(wait.quantile(0.9) == 0.0);
}

TEST_CASE("unequal handle times fall back to the exact formulas where those hold")
{
    const PriorityInput equal{20, {5, 6, 7}, 300};
    const auto exact = priority(equal);
    const auto approximate = priority_unequal(20, {{5, 300, 1}, {6, 300, 1}, {7, 300, 1}});
    REQUIRE(exact.ok());
    REQUIRE(approximate.ok());
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(relative_error(approximate->classes[k].mean_wait_s, exact->classes[k].mean_wait_s) < 1e-12);
        CHECK(relative_error(approximate->classes[k].preemptive_mean_delay_s,
                             exact->classes[k].preemptive_mean_delay_s) < 1e-9);
    }
    // One agent: Cobham's W1 = (λ1 E[S1²] + λ2 E[S2²]) / 2 / (1 − ρ1), by hand: λ = 0.001, 0.0005; S
    // exponential 200, constant 600.
    const auto one = priority_unequal(1, {{0.2, 200, 1}, {0.3, 600, 0}});
    REQUIRE(one.ok());
    const double residual = (0.001 * 2 * 200 * 200 + 0.0005 * 600 * 600) / 2;
    CHECK(one->classes[0].mean_wait_s == doctest::Approx(residual / 0.8));
    CHECK(one->classes[1].mean_wait_s == doctest::Approx(residual / 0.8 / 0.5));
}

TEST_CASE("a priority queue without a steady state is an error, not a number")
{
    CHECK_FALSE(priority({3, {1, 2}, 300}).ok());
    CHECK_FALSE(priority({3, {}, 300}).ok());
    CHECK_FALSE(priority({3, {1, -1}, 300}).ok());
    CHECK_FALSE(priority({0, {1}, 300}).ok());
    CHECK_FALSE(priority({3, {std::nan("")}, 300}).ok());
    CHECK(priority({0, {-1, 2}, -5}).errors().size() >= 3);
}

} // namespace switchroom::erlang
