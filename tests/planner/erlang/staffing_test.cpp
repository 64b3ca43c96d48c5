#include "planner/erlang/busyness.h"
#include "planner/erlang/engset.h"
#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_b.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/mmnk.h"
#include "planner/erlang/overflow.h"
#include "planner/erlang/root.h"
#include "planner/erlang/square_root_staffing.h"
#include "planner/erlang/staffing.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace switchroom::erlang;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Measure service_levels_all[] = {Measure::sl_answered_over_offered,
                                          Measure::sl_answered_over_answered,
                                          Measure::sl_excluding_abandons_within,
                                          Measure::sl_answered_plus_abandoned,
                                          Measure::sl_excluding_short_abandons,
                                          Measure::sl_plus_short_abandons,
                                          Measure::sl_virtual_wait};
constexpr Measure burdens_all[] = {Measure::wait,      Measure::abandonment,  Measure::asa,
                                   Measure::mean_wait, Measure::queue_length, Measure::occupancy};

} // namespace

TEST_CASE("the least number of agents is the one that a scan from one finds, for every measure")
{
    for (const QueueKind kind : {QueueKind::erlang_a, QueueKind::mmnk})
        for (const double load : {0.05, 0.7, 5.0, 23.0})
            for (const double patience : {5.0, 180.0, 3600.0})
                for (const bool level : {true, false})
                    for (int m = 0; m < (level ? 7 : 6); ++m) {
                        const Measure measure = level ? service_levels_all[m] : burdens_all[m];
                        const QueueSpec queue{kind, load, 180.0, patience, 60.0};
                        const QueueSpec probe = queue;
                        const double middle =
                            evaluate(probe, std::ceil(load), {measure, level, 0.0, 20.0, 5.0});
                        const Target target{measure, level, level ? 0.5 + 0.5 * middle : 0.5 * middle, 20.0,
                                            5.0};
                        double scanned = 1.0;
                        while (scanned <= 60.0 && !meets(queue, scanned, {&target, 1}))
                            ++scanned;
                        CAPTURE(load);
                        CAPTURE(patience);
                        CAPTURE(static_cast<int>(measure));
                        const auto found = least_agents(queue, {&target, 1});
                        if (scanned <= 60.0) {
                            REQUIRE(found.ok());
                            CHECK(*found == scanned);
                        }
                    }
}

TEST_CASE("the greatest load just meets its target and a little more does not")
{
    for (const QueueKind kind :
         {QueueKind::erlang_b, QueueKind::erlang_c, QueueKind::erlang_a, QueueKind::mmnk}) {
        QueueSpec queue{kind, 0.0, 180.0, 240.0, 30.0};
        const Target target = kind == QueueKind::erlang_b
                                  ? Target{.measure = Measure::blocking, .at_least = false, .bound = 0.01}
                                  : Target{.bound = 0.8, .awt_s = 20.0};
        const double load = *greatest_load(queue, 12.0, {&target, 1});
        queue.offered_load = load;
        CHECK(meets(queue, 12.0, {&target, 1}));
        queue.offered_load = load * (1.0 + 1e-12);
        CHECK_FALSE(meets(queue, 12.0, {&target, 1}));
    }
}

TEST_CASE("targets that exclude each other are an error and not a number")
{
    const Target both[] = {{.bound = 0.9, .awt_s = 20.0},
                           {.measure = Measure::occupancy, .at_least = true, .bound = 0.95}};
    CHECK_FALSE(least_agents({.kind = QueueKind::erlang_c, .offered_load = 5.0, .handle_s = 180.0}, both));
    CHECK_FALSE(least_agents({.kind = QueueKind::erlang_c, .offered_load = 5.0, .handle_s = 180.0}, {}));
}

TEST_CASE("the least number of lines blocks no more than it may and one less does")
{
    const QueueSpec queue{.offered_load = 10.0, .handle_s = 180.0, .patience_s = 120.0};
    const double lines = *least_lines(queue, 12.0, 0.001);
    CHECK(mmnk({12, lines, 10, 180, 120})->probability_block <= 0.001);
    CHECK(mmnk({12, lines - 1, 10, 180, 120})->probability_block > 0.001);
    CHECK_FALSE(least_lines({.offered_load = 20.0, .handle_s = 180.0, .patience_s = infinity}, 12.0, 0.001));
}

TEST_CASE("an agent more or a call less never makes Erlang A worse")
{
    double level = 0.0;
    double abandoned = 1.0;
    for (int n = 1; n <= 200; ++n) {
        const ErlangA queue = *erlang_a({static_cast<double>(n), 50.0, 180.0, 90.0});
        CHECK(service_level(queue, 20.0) >= level);
        CHECK(queue.probability_abandon <= abandoned);
        level = service_level(queue, 20.0);
        abandoned = queue.probability_abandon;
    }
}

TEST_CASE("endless lines are the limit of many lines, and no waiting place is Erlang B")
{
    const ErlangA endless = *erlang_a({10, 9.5, 180, 120});
    const Mmnk many = *mmnk({10, 500, 9.5, 180, 120});
    CHECK(many.probability_abandon == doctest::Approx(endless.probability_abandon).epsilon(1e-13));
    CHECK(mean_wait_served_s(many) == doctest::Approx(mean_waits(endless).served_s).epsilon(1e-12));
    CHECK(wait_quantile(many, 0.05) == doctest::Approx(wait_quantile(endless, 0.05)).epsilon(1e-11));
    CHECK(mmnk({10, 10, 9.5, 180, 120})->probability_block ==
          doctest::Approx(erlang_b(10, 9.5)->blocking).epsilon(1e-14));
}

TEST_CASE("what callers wait in all is what stands in the queue: Little's law by two routes")
{
    for (const double load : {3.0, 9.0, 14.0}) {
        const Mmnk queue = *mmnk({10, 25, load, 180, 100});
        const WaitWindow all = wait_window(queue, 1e6);
        CHECK(all.answered_within + all.abandoned_within ==
              doctest::Approx(queue.probability_accept).epsilon(1e-12));
        const MeanWaits waits = mean_waits(*erlang_a({10, load, 180, 100}));
        const ErlangA a = *erlang_a({10, load, 180, 100});
        CHECK(a.probability_served * waits.served_s + a.probability_abandon * waits.abandoned_s ==
              doctest::Approx(a.mean_wait_s).epsilon(1e-13));
    }
}

TEST_CASE("Engset equals the sum over its states and becomes Erlang B for many callers")
{
    const double alpha = 0.3;
    double all = 0.0;
    double full = 0.0;
    double weight = 1.0;
    for (int k = 0; k <= 4; ++k) { // N = 9 other callers, 4 lines
        all += weight;
        full = weight;
        weight *= (9.0 - k) * alpha / (k + 1.0);
    }
    CHECK(engset(4, 10, alpha)->call_congestion == doctest::Approx(full / all).epsilon(1e-14));
    CHECK(engset(10, 10, alpha)->call_congestion == 0.0);
    CHECK(engset(20, 1e7, 15.0 / 1e7)->call_congestion ==
          doctest::Approx(erlang_b(20, 15)->blocking).epsilon(1e-5));
    CHECK_FALSE(engset(0, 10, alpha));
    CHECK_FALSE(engset(4, 10, -1));
}

TEST_CASE("square-root staffing comes to the exact answer as the centre grows")
{
    // Halfin & Whitt 1981 and Garnett, Mandelbaum & Reiman 2002 are limits: the error falls like 1/sqrt(n).
    const double load = 1e6;
    for (const double beta : {0.2, 1.0, 2.0}) {
        const double agents = load + beta * std::sqrt(load);
        CHECK(halfin_whitt_wait(beta) ==
              doctest::Approx(erlang_c(agents, load, 180)->probability_wait).epsilon(3e-3));
    }
    for (const double beta : {-1.5, 0.0, 1.0}) {
        const ErlangA exact = *erlang_a({load + beta * 1000.0, load, 180, 90});
        const GarnettLimits limits = garnett_limits(beta, 0.5);
        CHECK(limits.probability_wait == doctest::Approx(exact.probability_wait).epsilon(3e-3));
        CHECK(limits.abandon_times_sqrt_n / std::sqrt(exact.input.agents) ==
              doctest::Approx(exact.probability_abandon).epsilon(5e-3));
    }
    const ErlangA lean = *erlang_a({7e5, load, 180, 90});
    CHECK(efficiency_driven(7e5, load, 90)->probability_abandon ==
          doctest::Approx(lean.probability_abandon).epsilon(1e-6));
    CHECK(std::fabs(*halfin_whitt_agents(1000, 0.2) -
                    *least_agents({.kind = QueueKind::erlang_c, .offered_load = 1000, .handle_s = 180},
                                  std::vector<Target>{
                                      {.measure = Measure::wait, .at_least = false, .bound = 0.2}})) <= 1.0);
}

TEST_CASE("a certain arrival rate is the limit of an uncertain one")
{
    const BusynessMeasures nearly = *busyness({10, 9, 1e-4, 240, 180, 20});
    CHECK(nearly.service_level == doctest::Approx(nearly.fixed_rate_service_level).epsilon(1e-6));
    CHECK(busyness_quantile(0.0, 0.1) == 1.0);
    // cv = 1 is exponential: P(X > x) = e^{-x}
    CHECK(busyness_quantile(1.0, 0.1) == doctest::Approx(-std::log(0.1)).epsilon(1e-12));
    CHECK(CountLaw{7.0, 0.0}.quantile(0.5) == 7.0);
    CHECK(CountLaw{3.0, 0.0}.at_most(0.0) == doctest::Approx(std::exp(-3.0)).epsilon(1e-14));
}

TEST_CASE("Wilkinson's equivalent stream has the mean and variance it was made for")
{
    // One stream alone is its own equivalent: the approximation is then exact.
    const OverflowMoments one = *overflow_moments(10, 8);
    const double exact = erlang_b(15, 8)->lost_load / one.mean;
    CHECK(*wilkinson_loss(one, 5) == doctest::Approx(exact).epsilon(1e-9));
    // 20 erlang on 20 lines: peakedness 2.61 (Telektronikk survey of teletraffic theory).
    CHECK(overflow_moments(20, 20)->peakedness() == doctest::Approx(2.61).epsilon(2e-3));
}

TEST_CASE("a search asks about twice the logarithm of the distance, from either side, and never scans")
{
    for (const double answer : {1.0, 2.0, 900.0, 1000.0, 1100.0, 5e7, 1e8})
        for (const double guess : {1.0, 1000.0, 1e8}) {
            int asked = 0;
            const auto enough = [&](double n) {
                ++asked;
                return n >= answer;
            };
            CHECK(least_whole(enough, 1.0, 1e8, guess) == answer);
            CHECK(asked <= 2.0 * std::log2(std::fabs(answer - guess) + 2.0) + 3.0);
        }
    CHECK(least_whole([](double) { return false; }, 1.0, 1e8, 10.0) == 1e8 + 1.0);
}
