#include "planner/staffing/requirement.h"

#include "tests/planner/staffing/days.h"
#include "tests/support/reference_rows.h"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>

namespace switchroom {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

std::vector<int> agents_of(const Demand& demand, FormulaMethod method)
{
    const auto result = requirement(demand, method);
    REQUIRE(result.ok());
    return result->plan.front();
}

/// The service-level rows of the reference's inverse table.
bool service_row(const ReferenceRow& row, double& share)
{
    const std::string& wanted = row.text("constraints");
    if (wanted.rfind("sl_awt >= ", 0) != 0 || wanted.find('&') != std::string::npos)
        return false;
    share = std::stod(wanted.substr(10));
    return true;
}

} // namespace

TEST_CASE("stationary staffing of a level day is the reference's least number of agents")
{
    int compared = 0;
    for (const ReferenceRow& row : reference_rows("inverse_staffing")) {
        double share = 0.0;
        if (row.text("model") == "erlang_b" || !service_row(row, share))
            continue;
        CAPTURE(row.text("case_id"));
        const bool patient = row.text("model") == "erlang_c";
        const double handle_s = row.number("aht_s");
        const double per_hour = row.number("offered_load_erlang") / handle_s * 3600.0;
        const Demand demand =
            test::one_pool({per_hour, per_hour}, 1800, law::exponential(handle_s),
                           patient ? endless : row.number("mean_patience_s"), share, row.number("awt_s"));
        const auto method = patient ? FormulaMethod::erlang_c : FormulaMethod::erlang_a;
        const int least = row.integer("least_n");
        CHECK(agents_of(demand, method) == std::vector<int>{least, least});
        ++compared;
    }
    CHECK(compared >= 5);
}

TEST_CASE("all methods agree once a level rate has lasted")
{
    const Demand demand = test::one_pool(std::vector<double>(12, 120.0), 1800, law::exponential(240), 180);
    const int stationary = agents_of(demand, FormulaMethod::erlang_a)[11];
    for (const FormulaMethod method : {FormulaMethod::lagged, FormulaMethod::psa, FormulaMethod::mol})
        CHECK(agents_of(demand, method)[11] == stationary);
}

TEST_CASE("the better methods see work come after the calls, stationary ones do not")
{
    const Demand demand = test::one_pool({60, 60, 60, 600, 60, 60}, 900, law::exponential(300), 240);
    const std::vector<int> stationary = agents_of(demand, FormulaMethod::erlang_a);
    CHECK(stationary[4] == stationary[2]);
    for (const FormulaMethod method : {FormulaMethod::lagged, FormulaMethod::mol}) {
        const std::vector<int> plan = agents_of(demand, method);
        CHECK(plan[3] < stationary[3]);
        CHECK(plan[4] > stationary[4]);
    }
}

TEST_CASE("an interval without calls needs nobody, and several goals need the most demanding")
{
    Demand demand = test::one_pool({0, 100, 0}, 1800, law::exponential(240), 180);
    const std::vector<int> plan = agents_of(demand, FormulaMethod::erlang_a);
    CHECK(plan[0] == 0);
    CHECK(plan[2] == 0);
    demand.pools[0].goals.push_back({.kind = GoalKind::abandonment, .bound = 0.001});
    CHECK(agents_of(demand, FormulaMethod::erlang_a)[1] > plan[1]);
    demand.pools[0].goals = {{.kind = GoalKind::asa, .bound = 0.5}};
    CHECK(agents_of(demand, FormulaMethod::erlang_a)[1] > plan[1]);
}

TEST_CASE("the load may be fractional: 10.4 erlang are not 10")
{
    const auto plan_at = [](double load) {
        return agents_of(test::one_pool({load / 300 * 3600}, 3600, law::exponential(300), endless, 0.8, 20),
                         FormulaMethod::erlang_c)[0];
    };
    CHECK(plan_at(10.0) == 14); // Erlang C: 13 agents give 79.97 % … see the formula's own tests
    CHECK(plan_at(10.9) == 15);
}

TEST_CASE("a goal that nobody can meet is an error, not a hang")
{
    Demand demand = test::one_pool({100}, 1800, law::exponential(240), 180);
    demand.pools[0].goals[0].bound = 1.0 + 1e-6;
    CHECK_FALSE(requirement(demand, FormulaMethod::erlang_a).ok());
}

} // namespace switchroom
