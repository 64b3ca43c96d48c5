#include "planner/erlang/cases/law_text.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/mg1.h"
#include "tests/planner/erlang/agreement.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>

namespace switchroom::erlang {

using test::relative_error;

namespace {

OneAgentQueue queue_of(double rate, const std::string& law)
{
    const auto handle = law_from_text(law);
    REQUIRE(handle.ok());
    auto queue = one_agent_queue(rate, *handle);
    REQUIRE(queue.ok());
    return *std::move(queue);
}

} // namespace

TEST_CASE("one agent with any handle time meets the reference in every column")
{
    for (const auto& row : reference_rows("mg1")) {
        CAPTURE(row.text("case_id"));
        const OneAgentQueue queue = queue_of(row.number("arrival_rate_per_s"), row.text("service_dist_s"));
        CHECK(relative_error(queue.occupancy, row.number("occupancy")) < 1e-12);
        CHECK(std::fabs(queue.handle.scv() - row.number("service_scv")) < 1e-12);
        CHECK(relative_error(queue.mean_wait_s, row.number("mean_wait_s")) < 1e-12);
        CHECK(relative_error(queue.wait_variance_s2, row.number("var_wait_s2")) < 1e-12);
        CHECK(relative_error(queue.mean_queue_length, row.number("mean_queue_length")) < 1e-12);
        CHECK(relative_error(queue.mean_wait_if_wait_s, row.number("mean_wait_given_wait_s")) < 1e-12);
        if (row.has("p_wait_le_awt"))
            CHECK(relative_error(wait_within(queue, row.number("awt_s")), row.number("p_wait_le_awt")) <
                  1e-9);
    }
}

TEST_CASE("an exponential handle time is Erlang C for short and long waits, idle and saturated")
{
    for (const double load : {0.01, 0.5, 0.95, 0.99999}) {
        const OneAgentQueue queue = queue_of(load / 100.0, "exp:100");
        const auto exact = erlang_c(1, load, 100);
        for (const double t : {1e-3, 1.0, 50.0, 1000.0, 1e5}) {
            CAPTURE(load);
            CAPTURE(t);
            CHECK(test::agrees(wait_within(queue, t), 1.0 - wait_exceeds(*exact, t)));
            CHECK(test::agrees_within(wait_exceeds(queue, t), wait_exceeds(*exact, t), 1e-8));
        }
        CHECK(wait_within(queue, 0.0) == doctest::Approx(1.0 - load));
    }
}

TEST_CASE("laws that are the same law wait the same")
{
    // Each pair has two roads to one transform: closed form beside rotated quadrature or mixture.
    const std::pair<const char*, const char*> twins[] = {
        {"weibull:1:100", "exp:100"}, {"gamma:3:100", "erlang:3:100"}, {"hyper:0.3:100:100", "exp:100"},
        {"balkexp:0:100", "exp:100"}, {"shiftexp:0:100", "exp:100"},
    };
    for (const auto& [one, other] : twins)
        for (const double t : {5.0, 100.0, 700.0}) {
            CAPTURE(one);
            CHECK(relative_error(wait_within(queue_of(0.008, one), t),
                                 wait_within(queue_of(0.008, other), t)) < 1e-10);
        }
}

TEST_CASE("the law of the wait has the mean that Pollaczek and Khinchine give")
{
    for (const char* law :
         {"lognormal:100:40", "weibull:0.8:100", "gamma:0.4:100", "erlang:5:100", "balkexp:0.5:200"}) {
        CAPTURE(law);
        const OneAgentQueue queue = queue_of(0.006, law);
        // ∫ P(W > t) dt with t = mean · e^u, trapezoid: the integrand vanishes at both ends.
        double area = 0.0;
        constexpr double step = 0.5;
        for (double u = -10.0; u < 4.0; u += step)
            area +=
                step * queue.mean_wait_s * std::exp(u) * wait_exceeds(queue, queue.mean_wait_s * std::exp(u));
        CHECK(relative_error(area, queue.mean_wait_s) < 2e-4); // both ends of the integral are cut
        CHECK(wait_within(queue, 77.0) + wait_exceeds(queue, 77.0) == doctest::Approx(1.0).epsilon(1e-9));
    }
}

TEST_CASE("a quantile of M/G/1 is where the tail passes")
{
    const OneAgentQueue queue = queue_of(0.003, "lognormal:250:200");
    CHECK(wait_exceeds(queue, wait_quantile(queue, 0.1)) == doctest::Approx(0.1).epsilon(1e-8));
    CHECK(wait_quantile(queue, 0.8) == 0.0);
}

TEST_CASE("one agent that cannot keep up is an error")
{
    CHECK_FALSE(one_agent_queue(0.01, law::exponential(100)).ok());
    CHECK_FALSE(one_agent_queue(0.02, law::exponential(100)).ok());
    CHECK_FALSE(one_agent_queue(-0.02, law::exponential(100)).ok());
    CHECK_FALSE(one_agent_queue(std::nan(""), law::exponential(100)).ok());
    CHECK_FALSE(one_agent_queue(0.02, law::constant(0)).ok());
}

} // namespace switchroom::erlang
