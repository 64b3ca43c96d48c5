#include "planner/erlang/erlang_a.h"
#include "planner/erlang/transient.h"
#include "tests/planner/erlang/agreement.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>
#include <map>

namespace switchroom::erlang {

using test::agrees;

namespace {

TransientInterval interval_of(const ReferenceRow& row)
{
    return {row.number("end_s") - row.number("start_s"),
            row.number("arrival_rate_per_hour") / 3600.0,
            row.number("n_agents"),
            row.number("aht_s"),
            row.number("mean_patience_s"),
            row.number("awt_s")};
}

} // namespace

TEST_CASE("every day of the reference is met in every interval and column")
{
    std::map<std::string, std::vector<ReferenceRow>> days;
    for (const auto& row : reference_rows("transient_profile"))
        days[row.text("profile")].push_back(row);
    for (const auto& [name, rows] : days) {
        std::vector<TransientInterval> day;
        for (const auto& row : rows)
            day.push_back(interval_of(row));
        const auto result = transient(day);
        REQUIRE(result.ok());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CAPTURE(rows[i].text("case_id"));
            const TransientMeasures& m = (*result)[i];
            const auto same = [&](double ours, const char* column) {
                CAPTURE(column);
                CAPTURE(ours);
                CAPTURE(rows[i].text(column));
                if (rows[i].has(column))
                    CHECK(test::agrees_within(ours, rows[i].number(column), 1e-9));
                else
                    CHECK(std::isnan(ours));
            };
            same(m.p_arrival_waits, "p_arrival_waits");
            same(m.service_level, "sl_answered_within_awt_over_offered");
            same(m.mean_queue_length, "mean_queue_length");
            same(m.mean_busy, "mean_busy_agents");
            same(m.expected_abandonments, "expected_abandonments");
            same(m.expected_completions, "expected_completions");
            same(m.expected_arrivals, "expected_arrivals");
            same(m.mean_in_system_at_end, "mean_in_system_at_end");
            same(m.mean_queue_at_end, "mean_queue_at_end");
        }
    }
}

TEST_CASE("cutting an interval in pieces shorter than T changes nothing")
{
    // 45 arrivals an hour on 4, then 3, then 5 agents; T reaches over several pieces and both changes of
    // staffing.
    std::vector<TransientInterval> whole;
    std::vector<TransientInterval> pieces;
    for (const double agents : {4.0, 3.0, 5.0}) {
        whole.push_back({600, 0.0125, agents, 300, 200, 90});
        for (int i = 0; i < 20; ++i)
            pieces.push_back({30, 0.0125, agents, 300, 200, 90});
    }
    const auto a = transient(whole, 7);
    const auto b = transient(pieces, 7);
    REQUIRE(a.ok());
    REQUIRE(b.ok());
    for (std::size_t i = 0; i < 3; ++i) {
        double level = 0.0;
        double queue = 0.0;
        for (std::size_t k = 0; k < 20; ++k) {
            level += (*b)[20 * i + k].service_level / 20.0;
            queue += (*b)[20 * i + k].mean_queue_length / 20.0;
        }
        CHECK(level == doctest::Approx((*a)[i].service_level).epsilon(1e-9));
        CHECK(queue == doctest::Approx((*a)[i].mean_queue_length).epsilon(1e-11));
        CHECK((*b)[20 * i + 19].mean_in_system_at_end ==
              doctest::Approx((*a)[i].mean_in_system_at_end).epsilon(1e-11));
    }
}

TEST_CASE("under constant rates a long day settles at Erlang A")
{
    for (const double agents : {2.0, 20.0, 200.0}) {
        const double load = 1.02 * agents;
        const TransientInterval hour{7200, load / 300.0, agents, 300, 180, 20};
        const auto day = transient({hour, hour, hour, hour});
        const auto steady = erlang_a({agents, load, 300, 180});
        REQUIRE(day.ok());
        CHECK(day->back().p_arrival_waits == doctest::Approx(steady->probability_wait).epsilon(1e-9));
        CHECK(day->back().service_level == doctest::Approx(service_level(*steady, 20)).epsilon(1e-9));
        CHECK(day->back().mean_queue_length == doctest::Approx(steady->mean_queue_length).epsilon(1e-9));
    }
}

TEST_CASE("calls are conserved through cuts, closures and floods")
{
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<TransientInterval> day{
        {900, 0.5, 60, 180, 240, 20}, {900, 0.7, 10, 180, 240, 20},     {900, 0.05, 0, 180, 240, 20},
        {900, 0.0, 0, 180, 30, 20},   {900, 0.3, 50, 240, infinity, 0}, {60, 0.3, 3, 240, infinity, 400},
        {1800, 0.1, 40, 60, 5, 1e-9},
    };
    const auto result = transient(day, 12);
    REQUIRE(result.ok());
    double inside = 12.0;
    for (const TransientMeasures& m : *result) {
        inside += m.expected_arrivals - m.expected_completions - m.expected_abandonments;
        CHECK(m.mean_in_system_at_end == doctest::Approx(inside).epsilon(1e-9));
        if (m.expected_arrivals > 0.0) {
            CHECK(m.service_level >= 0.0);
            CHECK(m.service_level <= 1.0);
        }
    }
    CHECK((*result)[2].p_arrival_waits == doctest::Approx(1.0));
    CHECK((*result)[2].service_level == doctest::Approx(0.0));
    CHECK((*result)[4].service_level == doctest::Approx(1.0 - (*result)[4].p_arrival_waits)); // T = 0
}

TEST_CASE("a cut to no agents leaves a closed form: nobody starts and everybody in the queue gives up")
{
    // One agent, one call at the start, no arrivals: busy e^{−t/100} whatever the staffing.
    const auto result = transient({{100, 0, 1, 100, 50, 20}, {100, 0, 0, 100, 50, 20}}, 3);
    REQUIRE(result.ok());
    const auto later = transient({{100, 0, 0, 100, 50, 20}}, 3); // nobody there at all: three wait
    CHECK((*later)[0].mean_queue_at_end == doctest::Approx(3.0 * std::exp(-2.0)));
    CHECK((*later)[0].mean_busy == 0.0);
    const double busy_at_cut = (*result)[0].mean_in_system_at_end - (*result)[0].mean_queue_at_end;
    const double busy_at_end = (*result)[1].mean_in_system_at_end - (*result)[1].mean_queue_at_end;
    CHECK(busy_at_end == doctest::Approx(busy_at_cut * std::exp(-1.0)));
    CHECK((*result)[1].mean_queue_at_end == doctest::Approx((*result)[0].mean_queue_at_end * std::exp(-2.0)));
}

TEST_CASE("nonsense in a day is an error")
{
    CHECK_FALSE(transient({}).ok());
    CHECK_FALSE(transient({{0, 1, 1, 1, 1, 1}}).ok());
    CHECK_FALSE(transient({{60, -1, 1, 1, 1, 1}}).ok());
    CHECK_FALSE(transient({{60, 1, 1.5, 1, 1, 1}}).ok());
    CHECK_FALSE(transient({{60, 1, 1, 0, 1, 1}}).ok());
    CHECK_FALSE(transient({{60, 1, 1, 1, 0, 1}}).ok());
    CHECK_FALSE(transient({{60, 1, 1, 1, 1, -1}}).ok());
    CHECK_FALSE(transient({{60, std::nan(""), 1, 1, 1, 1}}).ok());
    CHECK_FALSE(transient({{60, 1e12, 1, 1, 1, 1}}).ok());
    CHECK_FALSE(transient({{60, 1, 1e12, 1, 1, 1}}).ok());
    CHECK_FALSE(transient({{60, 1, 1, 1, 1, 1}}, -1).ok());
}

} // namespace switchroom::erlang
