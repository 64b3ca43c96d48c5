#include "planner/staffing/search.h"

#include "planner/staffing/requirement.h"
#include "planner/staffing/staffing_study.h"
#include "planner/staffing/transient_evaluator.h"
#include "tests/planner/staffing/days.h"
#include "tests/support/reference_rows.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <string>

namespace switchroom {

namespace {

/// Knows how many each interval needs; one agent short costs 10 points there and 2 in the next interval.
class FakeCentre final : public Evaluator {
public:
    explicit FakeCentre(std::vector<int> needed) : needed_(std::move(needed)) {}

    PlanFigures evaluate(const StaffingPlan& plan) override
    {
        ++asked;
        std::vector<Estimate> figures;
        double spill = 0.0;
        for (std::size_t k = 0; k < needed_.size(); ++k) {
            const int short_of = needed_[k] - plan[0][k];
            figures.push_back({.mean = 0.85 - 0.1 * short_of - spill, .half_width = 0.0});
            spill = 0.02 * std::max(short_of, 0);
        }
        return {{figures}};
    }
    int asked = 0;

private:
    std::vector<int> needed_;
};

struct ReferenceDay {
    Demand demand;
    std::size_t peak = 0; ///< interval with the most calls
};

/// A day of the reference, cut into intervals of the length that divides all of its own.
ReferenceDay reference_day(const std::string& name, double interval_s)
{
    std::vector<double> per_hour;
    const ReferenceRow* first = nullptr;
    const std::vector<ReferenceRow> rows = reference_rows("transient_profile");
    for (const ReferenceRow& row : rows) {
        if (row.text("profile") != name)
            continue;
        first = first ? first : &row;
        for (double at = row.number("start_s"); at < row.number("end_s"); at += interval_s)
            per_hour.push_back(row.number("arrival_rate_per_hour"));
    }
    REQUIRE(first != nullptr);
    return {test::one_pool(per_hour, interval_s, law::exponential(first->number("aht_s")),
                           first->number("mean_patience_s"), 0.8, first->number("awt_s")),
            static_cast<std::size_t>(std::max_element(per_hour.begin(), per_hour.end()) - per_hour.begin())};
}

StaffingPlan formula_plan(const Demand& demand, FormulaMethod method)
{
    const auto result = requirement(demand, method);
    REQUIRE(result.ok());
    return result->plan;
}

StaffingPlan with_more(StaffingPlan plan, int more)
{
    for (int& agents : plan[0])
        agents += agents > 0 ? more : 0;
    return plan;
}

int agent_intervals(const StaffingPlan& plan)
{
    int sum = 0;
    for (const int agents : plan[0])
        sum += agents;
    return sum;
}

} // namespace

TEST_CASE("searches find the least plan of a centre whose need is known")
{
    const Demand demand = test::one_pool({60, 60, 60, 60, 60, 60}, 1800, law::exponential(240), 180);
    const std::vector<int> needed{3, 4, 8, 7, 5, 3};
    FakeCentre centre(needed);
    const SearchResult iterated = iterative_staffing(demand, {{6, 6, 6, 6, 6, 6}}, centre);
    CHECK(iterated.every_goal_holds);
    CHECK(iterated.plan[0] == needed);
    CHECK(iterated.evaluations == centre.asked);
    const SearchResult greedy = greedy_removal(demand, {{9, 9, 9, 9, 9, 9}}, centre);
    CHECK(greedy.plan[0] == needed);
}

TEST_CASE("stretches are what lies between nobody and nobody")
{
    const std::vector<Stretch> found = stretches({{0, 2, 3, 0, 0, 1}, {1, 0, 0, 0, 0, 0}});
    REQUIRE(found.size() == 3);
    CHECK(found[0].first == 1);
    CHECK(found[0].end == 3);
    CHECK(found[1].end == 6);
    CHECK(found[2].pool == 1);
}

TEST_CASE(
    "on peaked days stationary staffing misses after the peak and iterative staffing holds every interval")
{
    // Judged exactly, by M(t)/M/n(t)+M; nothing is left to luck.
    for (const auto& [name, interval_s] :
         {std::pair<const char*, double>{"small_overload", 900}, {"mid_halfhour", 1800}}) {
        CAPTURE(name);
        const ReferenceDay day = reference_day(name, interval_s);
        TransientEvaluator exact(day.demand);
        const StaffingPlan stationary = formula_plan(day.demand, FormulaMethod::erlang_a);
        const PlanFigures missed = exact.evaluate(stationary);
        bool after_peak = false;
        for (std::size_t k = day.peak + 1; k < stationary[0].size(); ++k)
            after_peak = after_peak || !holds(day.demand.pools[0].goals[0], missed[0][0][k].mean);
        CHECK(after_peak);
        CHECK(judge(day.demand, missed).below >= 1);

        const StaffingPlan mol = formula_plan(day.demand, FormulaMethod::mol);
        CHECK(judge(day.demand, exact.evaluate(mol)).worst.mean > 0.79); // target 0.80
        const SearchResult iterated = iterative_staffing(day.demand, mol, exact);
        CHECK(iterated.every_goal_holds);
        CHECK(judge(day.demand, iterated.figures).below == 0);
        const SearchResult reference = greedy_removal(day.demand, with_more(mol, 3), exact);
        CHECK(reference.every_goal_holds);
        const int left = agent_intervals(reference.plan);
        CHECK(agent_intervals(iterated.plan) <= left + std::max(0.02 * left, 2.0));
        CHECK(agent_intervals(mol) <= left + std::max(0.02 * left, 2.0));
    }
}

TEST_CASE("a plan from far away is found all the same")
{
    const ReferenceDay day = reference_day("small_overload", 900);
    TransientEvaluator exact(day.demand);
    const SearchResult near =
        iterative_staffing(day.demand, formula_plan(day.demand, FormulaMethod::mol), exact);
    const StaffingPlan far = with_more(formula_plan(day.demand, FormulaMethod::erlang_a), 10);
    const SearchResult found = iterative_staffing(day.demand, far, exact);
    CHECK(found.every_goal_holds);
    CHECK(std::abs(agent_intervals(found.plan) - agent_intervals(near.plan)) <= 1);
    CHECK(found.evaluations < 60); // removing one at a time would ask more than 80 times
}

TEST_CASE("no single agent of a greedily thinned plan can be spared")
{
    const ReferenceDay day = reference_day("small_overload", 900);
    TransientEvaluator exact(day.demand);
    const SearchResult left =
        greedy_removal(day.demand, with_more(formula_plan(day.demand, FormulaMethod::mol), 2), exact);
    for (std::size_t k = 0; k < left.plan[0].size(); ++k) {
        if (left.plan[0][k] == 0)
            continue;
        StaffingPlan less = left.plan;
        --less[0][k];
        CAPTURE(k);
        CHECK(judge(day.demand, exact.evaluate(less)).below > 0);
    }
}

} // namespace switchroom
