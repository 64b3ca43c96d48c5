#include "planner/erlang/cases/law_text.h"
#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/ging.h"
#include "planner/erlang/mdn.h"
#include "planner/erlang/mg1.h"
#include "planner/erlang/mgn.h"
#include "tests/planner/erlang/agreement.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>

namespace switchroom::erlang {

using test::relative_error;

namespace {

GeneralQueue queue_of(double agents, double load, double handle_s, const char* patience, double awt_s)
{
    const auto law = law_from_text(patience);
    REQUIRE(law.ok());
    const auto queue = general_queue({agents, load, handle_s, patience_law(*law), awt_s});
    REQUIRE(queue.ok());
    return *queue;
}

} // namespace

TEST_CASE("M/G/n approximations lie where long simulations of it do")
{
    // The simulations' standard errors are 0.4 % and less: what is tested is the approximation, within what
    // its header claims.
    for (const auto& row : reference_rows("reference_sim")) {
        if (row.text("patience_dist_s") != "inf")
            continue;
        CAPTURE(row.text("case_id"));
        const auto law = law_from_text(row.text("service_dist_s"));
        REQUIRE(law.ok());
        const double scv = cv(*law) * cv(*law);
        const auto queue = general_handle_queue(
            {row.number("n_agents"), row.number("offered_load_erlang"), mean(*law), scv});
        REQUIRE(queue.ok());
        CHECK(relative_error(queue->mean_wait_s, row.number("mean_wait_all_s")) < 0.03);
        CHECK(relative_error(queue->mean_wait_allen_cunneen_s, row.number("mean_wait_all_s")) < 0.05);
        CHECK(relative_error(queue->probability_wait, row.number("p_wait")) < 0.03);
        CHECK(std::fabs(1.0 - wait_exceeds(*queue, row.number("awt_s")) -
                        row.number("sl_answered_over_offered")) < 0.05);
    }
}

TEST_CASE("M/G/n approximations are exact where the exact formulas are known")
{
    const auto exponential = general_handle_queue({12, 11, 200, 1});
    REQUIRE(exponential.ok());
    CHECK(exponential->mean_wait_s == doctest::Approx(erlang_c(12, 11, 200)->mean_wait_s).epsilon(1e-12));
    CHECK(wait_exceeds(*exponential, 30) ==
          doctest::Approx(wait_exceeds(*erlang_c(12, 11, 200), 30)).epsilon(1e-12));
    const auto constant = general_handle_queue({12, 11, 200, 0});
    CHECK(constant->mean_wait_s ==
          doctest::Approx(constant_handle_queue({12, 11, 200})->mean_wait_s).epsilon(1e-12));
    const auto one = general_handle_queue({1, 0.7, 200, 0.25});
    CHECK(one->mean_wait_s ==
          doctest::Approx(one_agent_queue(0.0035, law::gamma(4, 200))->mean_wait_s).epsilon(1e-12));
    CHECK_FALSE(general_handle_queue({5, 5, 200, 1}).ok());
    CHECK_FALSE(general_handle_queue({5, 4, 200, -1}).ok());
    CHECK_FALSE(general_handle_queue({5, 4, 200, std::nan("")}).ok());
}

TEST_CASE("Whitt's approximation is Erlang A for exponential patience")
{
    for (const double load : {0.5, 18.0, 21.0, 40.0}) {
        CAPTURE(load);
        const GeneralQueue queue = queue_of(20, load, 300, "exp:120", 20);
        const auto exact = erlang_a({20, load, 300, 120});
        REQUIRE(exact.ok());
        CHECK(relative_error(queue.measures.probability_wait, exact->probability_wait) < 1e-10);
        CHECK(relative_error(queue.measures.probability_abandon, exact->probability_abandon) < 1e-10);
        CHECK(relative_error(queue.measures.mean_queue_length, exact->mean_queue_length) < 1e-10);
        // Waits keep two moments of each sum of exponentials.
        CHECK(std::fabs(queue.window.answered_within - service_level(*exact, 20)) < 2e-3);
        CHECK(relative_error(queue.measures.asa_s, mean_waits(*exact).served_s) < 1e-2);
    }
}

TEST_CASE("Whitt's approximation lies near long simulations with general handle times and patience")
{
    // Standard errors of the simulations are below 0.7 %. Constant handle times beside patience of one length
    // (RS18) are the worst case.
    for (const auto& row : reference_rows("reference_sim")) {
        if (row.text("patience_dist_s") == "inf")
            continue;
        CAPTURE(row.text("case_id"));
        const double handle_s = row.number("offered_load_erlang") / row.number("arrival_rate_per_s");
        const GeneralQueue queue =
            queue_of(row.number("n_agents"), row.number("offered_load_erlang"), handle_s,
                     row.text("patience_dist_s").c_str(), row.number("awt_s"));
        CHECK(std::fabs(queue.measures.probability_abandon - row.number("p_abandon")) < 0.01);
        CHECK(std::fabs(queue.measures.probability_wait - row.number("p_wait")) < 0.07);
        CHECK(std::fabs(queue.window.answered_within - row.number("sl_answered_over_offered")) < 0.07);
        CHECK(relative_error(queue.measures.mean_queue_length, row.number("mean_queue_length")) < 0.25);
        CHECK(relative_error(queue.measures.occupancy, row.number("occupancy")) < 0.015);
    }
}

TEST_CASE("Whitt's approximation takes atoms, balking, huge systems and refuses what has no steady state")
{
    CHECK(queue_of(20, 40, 300, "det:60", 20).measures.probability_abandon ==
          doctest::Approx(0.5).epsilon(1e-3));
    const GeneralQueue balking =
        queue_of(10, 10, 300, "balkexp:1:60", 20); // all who find no free agent leave: Erlang B
    CHECK(balking.measures.probability_abandon == doctest::Approx(balking.measures.probability_wait));
    CHECK(balking.measures.probability_wait == doctest::Approx(0.2145823431).epsilon(1e-8)); // B(10, 10)
    const GeneralQueue huge = queue_of(100000, 101000, 300, "lognormal:120:120", 20);
    CHECK(huge.measures.probability_abandon == doctest::Approx(1.0 - 100000.0 / 101000.0).epsilon(1e-2));
    const PatienceLaw endless{[](double) { return 0.0; }, [](double) { return 1.0; }, {}};
    CHECK_FALSE(general_queue({10, 11, 300, endless, 20}).ok());
    CHECK_FALSE(general_queue({0, 11, 300, endless, 20}).ok());
    CHECK_FALSE(general_queue({10, -1, 300, endless, 20}).ok());
    CHECK_FALSE(general_queue({10, 9, 300, endless, -1}).ok());
}

} // namespace switchroom::erlang
