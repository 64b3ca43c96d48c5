#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/mmng.h"
#include "tests/planner/erlang/agreement.h"
#include "tests/planner/erlang/patience_laws.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>

namespace switchroom::erlang {

using test::agrees;
using test::patience_law_of;
using test::relative_error;

namespace {

PatientQueue queue_of(double agents, double load, double handle_s, const std::string& law)
{
    auto queue = PatientQueue::make({agents, load, handle_s, patience_law_of(law)});
    REQUIRE(queue.ok());
    return *std::move(queue);
}

} // namespace

TEST_CASE("general patience meets the reference in every column")
{
    for (const auto& row : reference_rows("mmn_plus_g")) {
        CAPTURE(row.text("case_id"));
        const PatientQueue queue = queue_of(row.number("n_agents"), row.number("offered_load_erlang"),
                                            row.number("aht_s"), row.text("patience_dist_s"));
        const QueueMeasures m = queue.measures();
        const ServiceLevels levels = service_levels(queue.wait_window(row.number("awt_s")));
        // Fourteen digits are printed; the bound for integrals is 1e-8, ours is tighter.
        CHECK(relative_error(m.probability_wait, row.number("p_wait")) < 1e-12);
        CHECK(relative_error(m.probability_abandon, row.number("p_abandon")) < 1e-12);
        CHECK(relative_error(m.mean_wait_s, row.number("mean_wait_all_s")) < 1e-12);
        CHECK(relative_error(m.asa_s, row.number("mean_wait_served_s")) < 1e-12);
        CHECK(relative_error(m.mean_queue_length, row.number("mean_queue_length")) < 1e-12);
        CHECK(relative_error(m.occupancy, row.number("occupancy")) < 1e-12);
        CHECK(relative_error(levels.answered_over_offered, row.number("sl_answered_over_offered")) < 1e-10);
        CHECK(relative_error(levels.answered_over_answered, row.number("sl_answered_over_answered")) < 1e-10);
        CHECK(relative_error(levels.answered_plus_abandoned_over_offered,
                             row.number("sl_ans_plus_ab_over_offered")) < 1e-10);
    }
}

TEST_CASE("exponential patience is Erlang A from one agent to a hundred thousand, under and over the load")
{
    for (const double agents : {1.0, 10.0, 1000.0, 1e5}) {
        for (const double load_per_agent : {0.3, 0.97, 1.0, 1.2, 5.0}) {
            for (const double patience : {1e-3, 0.5, 100.0, 1e4}) {
                const double load = agents * load_per_agent;
                CAPTURE(agents);
                CAPTURE(load);
                CAPTURE(patience);
                const PatientQueue queue = queue_of(agents, load, 180, "exp:" + std::to_string(patience));
                const auto exact = erlang_a({agents, load, 180, patience});
                REQUIRE(exact.ok());
                CHECK(agrees(queue.measures().probability_wait, exact->probability_wait));
                CHECK(agrees(queue.measures().probability_abandon, exact->probability_abandon));
                CHECK(agrees(queue.measures().mean_wait_s, exact->mean_wait_s));
                CHECK(agrees(queue.measures().asa_s, mean_waits(*exact).served_s));
                for (const double t : {0.0, 0.1, 20.0, 1000.0}) {
                    CHECK(agrees(queue.wait_exceeds(t), wait_exceeds(*exact, t)));
                    CHECK(agrees(queue.wait_window(t, 5.0).answered_within,
                                 wait_window(*exact, t, 5.0).answered_within));
                    CHECK(agrees(queue.wait_window(t, 5.0).abandoned_short,
                                 wait_window(*exact, t, 5.0).abandoned_short));
                }
            }
        }
    }
}

TEST_CASE("callers and their waits are conserved for every law of patience")
{
    for (const char* law : {"det:60", "balkexp:0.2:90", "shiftexp:15:40", "weibull:0.3:100",
                            "lognormal:60:600", "uniform:0:1", "hyper:0.01:0.5:2000"}) {
        for (const double load : {3.0, 9.5, 10.0, 14.0}) {
            CAPTURE(law);
            CAPTURE(load);
            const PatientQueue queue = queue_of(10, load, 200, law);
            const QueueMeasures m = queue.measures();
            const WaitWindow w = queue.wait_window(30, 5);
            CHECK(w.answered + w.abandoned == doctest::Approx(1.0).epsilon(1e-12));
            CHECK(w.answered_within + w.abandoned_within + w.still_waiting ==
                  doctest::Approx(1.0).epsilon(1e-12));
            // Flow balance: what is offered and not lost is what the busy agents finish (rate conservation
            // through J).
            CHECK(m.mean_wait_s ==
                  doctest::Approx(m.asa_s * w.answered + queue.mean_wait_abandoned_s() * w.abandoned)
                      .epsilon(1e-11));
            // Zeltyn & Mandelbaum: P(abandon) = (1 + (λ − nμ) J) / (E + λJ), by another road.
            const double by_balance = 1.0 - (10.0 / load) * m.occupancy;
            CHECK(m.probability_abandon == doctest::Approx(by_balance).epsilon(1e-9));
        }
    }
}

TEST_CASE(
    "a patience equal to the wait is answered, and a jump of the wait's law is a quantile of many levels")
{
    const PatientQueue queue = queue_of(20, 25, 300, "det:60");
    CHECK(queue.wait_exceeds(60.0) == 0.0);
    CHECK(queue.wait_exceeds(59.999999) > 0.1);
    CHECK(queue.wait_quantile(0.05) == doctest::Approx(60.0));
    CHECK(queue.wait_quantile(1e-9) == doctest::Approx(60.0));
    CHECK(queue.wait_quantile(0.999) == 0.0);
    const PatientQueue balking = queue_of(5, 5, 300, "balkexp:0.25:100");
    const QueueMeasures m = balking.measures();
    CHECK(balking.wait_window(0.0).abandoned_within == doctest::Approx(0.25 * m.probability_wait));
    CHECK(balking.wait_window(0.0).answered_within == doctest::Approx(1.0 - m.probability_wait));
}

TEST_CASE("a hundred thousand agents meet patience of one length, flooded or not")
{
    for (const double load : {90000.0, 100000.0, 120000.0, 1e6}) {
        CAPTURE(load);
        const QueueMeasures m = queue_of(100000, load, 300, "det:60").measures();
        // Fluid limit: what the agents cannot serve is lost, after 60 s.
        CHECK(m.probability_abandon == doctest::Approx(std::fmax(0.0, 1.0 - 100000.0 / load)).epsilon(1e-3));
        if (load > 110000.0)
            CHECK(m.mean_wait_s == doctest::Approx(60.0).epsilon(1e-3));
    }
}

TEST_CASE("a patience far shorter or later than the pace of the queue is not overlooked")
{
    // Mean waits by closed forms: E W = E patience · P(abandon) for exponential patience; nobody waits
    // without patience.
    for (const double patience : {1e-6, 1e-3, 1e6}) {
        const PatienceLaw law{[=](double t) { return -std::expm1(-t / patience); },
                              [=](double t) { return std::exp(-t / patience); },
                              {}};
        const auto queue = PatientQueue::make({3, 2.5, 300, law});
        REQUIRE(queue.ok());
        CHECK(relative_error(queue->measures().mean_wait_s,
                             patience * queue->measures().probability_abandon) < 1e-11);
    }
    const PatientQueue none = queue_of(3, 2.5, 300, "balkexp:1:10");
    CHECK(none.measures().mean_wait_s == 0.0);
    // A step of width 0.01 s just behind 60 s looks like patience of one length.
    const PatienceLaw step{[](double t) { return std::erfc((60.0 - t) / 0.01) / 2.0; },
                           [](double t) { return std::erfc((t - 60.0) / 0.01) / 2.0; },
                           {}};
    const auto narrow = PatientQueue::make({20, 21, 300, step});
    REQUIRE(narrow.ok());
    CHECK(narrow->measures().probability_abandon ==
          doctest::Approx(queue_of(20, 21, 300, "det:60").measures().probability_abandon).epsilon(1e-6));
}

TEST_CASE("a queue of callers who never give up needs agents to spare")
{
    const auto endless = [](double share) {
        return PatienceLaw{[=](double) { return 1.0 - share; }, [=](double) { return share; }, {}};
    };
    CHECK_FALSE(PatientQueue::make({10, 10, 300, endless(1.0)}).ok());
    CHECK_FALSE(PatientQueue::make({10, 25, 300, endless(0.5)}).ok());
    const auto stable = PatientQueue::make({10, 9, 300, endless(1.0)});
    REQUIRE(stable.ok());
    CHECK(stable->measures().mean_wait_s ==
          doctest::Approx(erlang_c(10, 9, 300)->mean_wait_s).epsilon(1e-12));
    CHECK_FALSE(PatientQueue::make({0, 1, 300, endless(1.0)}).ok());
    CHECK_FALSE(PatientQueue::make({1, std::nan(""), 300, endless(1.0)}).ok());
    CHECK_FALSE(PatientQueue::make({1, 0.5, -1, endless(1.0)}).ok());
}

} // namespace switchroom::erlang
