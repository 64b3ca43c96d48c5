#include "planner/erlang/erlang_a.h"
#include "planner/erlang/mmnk.h"
#include "planner/erlang/retrial.h"
#include "tests/planner/erlang/agreement.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>

namespace switchroom::erlang {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

TEST_CASE("redials in steady state meet the reference in every column")
{
    for (const auto& row : reference_rows("retrial")) {
        CAPTURE(row.text("case_id"));
        const auto r = retrial(
            {row.number("n_agents"), row.number("waiting_places"), row.number("fresh_load_erlang"),
             row.number("aht_s"), row.number("mean_patience_s"), row.number("mean_redial_delay_s"),
             row.number("p_redial_after_block"), row.number("p_redial_after_abandon"), row.number("awt_s")});
        REQUIRE(r.ok());
        const auto same = [&](double ours, const char* column) {
            CAPTURE(std::string(column));
            CAPTURE(ours);
            CHECK(test::agrees_within(ours, row.number(column), 1e-10)); // twelve digits are printed
        };
        same(r->attempts_per_fresh_call, "attempts_per_fresh_call");
        same(r->p_fresh_blocked, "p_fresh_blocked");
        same(r->p_attempt_blocked, "p_attempt_blocked");
        same(r->p_fresh_waits, "p_fresh_waits");
        same(r->p_attempt_abandons, "p_attempt_abandons");
        same(r->p_eventually_served, "p_eventually_served");
        same(r->mean_orbit, "mean_orbit");
        same(r->mean_queue_length, "mean_queue_length");
        same(r->mean_busy, "mean_busy");
        same(r->occupancy, "occupancy");
        same(r->mean_wait_per_attempt_s, "mean_wait_per_attempt_s");
        same(r->sl_fresh, "sl_fresh");
        same(r->sl_attempt, "sl_attempt");
    }
}

TEST_CASE("when nobody redials the chain and the fixed point are the queue with lines and patience")
{
    const auto plain = mmnk({6, 9, 7, 200, 90});
    REQUIRE(plain.ok());
    const RetrialInput input{6, 3, 7, 200, 90, 600, 0, 0, 15};
    const Result<RetrialMeasures> both[] = {retrial(input), redial_fixed_point(input)};
    for (const auto& r : both) {
        REQUIRE(r.ok());
        CHECK(r->attempts_per_fresh_call == doctest::Approx(1.0).epsilon(1e-12));
        CHECK(r->p_fresh_blocked == doctest::Approx(plain->probability_block).epsilon(1e-12));
        CHECK(r->mean_queue_length == doctest::Approx(plain->mean_queue_length).epsilon(1e-12));
        CHECK(r->sl_fresh == doctest::Approx(wait_window(*plain, 15).answered_within).epsilon(1e-10));
    }
    const auto endless = retrial({12, infinity, 13, 200, 120, 600, 0, 0, 15});
    REQUIRE(endless.ok());
    CHECK(endless->mean_queue_length ==
          doctest::Approx(erlang_a({12, 13, 200, 120})->mean_queue_length).epsilon(1e-11));
}

TEST_CASE("for long redial delays the fixed point comes close to the exact chain, from the side of too good "
          "a service")
{
    double before = 1.0;
    for (const double delay : {300.0, 3000.0, 30000.0}) {
        const RetrialInput input{5, 0, 3.0, 180, infinity, delay, 0.8, 0, 0};
        const auto exact = retrial(input);
        const auto rough = redial_fixed_point(input);
        REQUIRE(exact.ok());
        REQUIRE(rough.ok());
        const double gap = exact->p_attempt_blocked - rough->p_attempt_blocked;
        CHECK(gap > 0.0);
        CHECK(gap < before);
        before = gap;
    }
    CHECK(before < 1e-3);
}

TEST_CASE("callers who always come back need fewer erlang than agents")
{
    CHECK_FALSE(retrial({5, 0, 5, 180, infinity, 600, 1, 0, 20}).ok());
    CHECK_FALSE(retrial({5, infinity, 6, 180, 60, 600, 0, 1, 20}).ok());
    CHECK(retrial({5, 0, 7, 180, infinity, 600, 0.5, 0, 20}).ok());
    CHECK_FALSE(retrial({5, 0, 1, 180, infinity, 0, 1, 0, 20}).ok());
    CHECK_FALSE(retrial({5, 0, 1, 180, infinity, 60, 1.1, 0, 20}).ok());
    CHECK_FALSE(retrial({5, 1.5, 1, 180, infinity, 60, 1, 0, 20}).ok());
    CHECK_FALSE(retrial({5, 0, std::nan(""), 180, infinity, 60, 1, 0, 20}).ok());
    CHECK_FALSE(retrial({100000, 0, 99999, 180, infinity, 60, 1, 0, 20})
                    .ok()); // too many states: an error, not a hang
}

} // namespace switchroom::erlang
