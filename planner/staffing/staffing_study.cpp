#include "planner/staffing/staffing_study.h"

#include "planner/staffing/requirement.h"
#include "planner/staffing/search.h"

#include <array>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

constexpr std::array method_words{
    std::pair{"erlang-c", StaffMethod::erlang_c}, std::pair{"erlang-a", StaffMethod::erlang_a},
    std::pair{"lagged", StaffMethod::lagged},     std::pair{"psa", StaffMethod::psa},
    std::pair{"mol", StaffMethod::mol},           std::pair{"simulation", StaffMethod::simulation},
    std::pair{"greedy", StaffMethod::greedy},
};

FormulaMethod formula_of(StaffMethod method)
{
    switch (method) {
    case StaffMethod::erlang_c:
        return FormulaMethod::erlang_c;
    case StaffMethod::erlang_a:
        return FormulaMethod::erlang_a;
    case StaffMethod::lagged:
        return FormulaMethod::lagged;
    case StaffMethod::psa:
        return FormulaMethod::psa;
    case StaffMethod::mol:
    case StaffMethod::simulation: // both searches begin at the best formula
    case StaffMethod::greedy:
        break;
    }
    return FormulaMethod::mol;
}

bool searches(StaffMethod method)
{
    return method == StaffMethod::simulation || method == StaffMethod::greedy;
}

/// Greedy removal begins well above the formula's plan.
StaffingPlan generous(StaffingPlan plan)
{
    for (std::vector<int>& pool : plan)
        for (int& agents : pool)
            if (agents > 0)
                agents += 1 + static_cast<int>(std::ceil(0.5 * std::sqrt(agents)));
    return plan;
}

SearchResult searched(const CentreModel& model, const Demand& demand, const StudyOptions& options,
                      StaffMethod method, const StaffingPlan& start)
{
    SimulationEvaluator evaluator(model, demand, options.simulation);
    return method == StaffMethod::greedy ? greedy_removal(demand, generous(start), evaluator)
                                         : iterative_staffing(demand, start, evaluator);
}

} // namespace

std::string_view to_text(StaffMethod method)
{
    for (const auto& [word, named] : method_words)
        if (named == method)
            return word;
    return "";
}

std::optional<StaffMethod> staff_method(std::string_view word)
{
    for (const auto& [name, method] : method_words)
        if (name == word)
            return method;
    return std::nullopt;
}

Judgement judge(const Demand& demand, const PlanFigures& figures)
{
    Judgement result;
    double least = std::numeric_limits<double>::infinity();
    double sum = 0.0;
    int summed = 0;
    for (std::size_t p = 0; p < demand.pools.size(); ++p)
        for (std::size_t g = 0; g < demand.pools[p].goals.size(); ++g) {
            const Goal& goal = demand.pools[p].goals[g];
            for (std::uint32_t k = 0; k < demand.grid.count; ++k) {
                const Estimate& seen = figures[p][g][k];
                if (std::isnan(seen.mean))
                    continue;
                ++result.intervals;
                const double doubt = std::isnan(seen.half_width) ? 0.0 : seen.half_width;
                result.widest = std::max(result.widest, doubt);
                result.below += holds(goal, seen.mean) ? 0 : 1;
                const double at_best =
                    goal.kind == GoalKind::service_level ? seen.mean + doubt : seen.mean - doubt;
                result.missed += holds(goal, at_best) ? 0 : 1;
                if (const double spare = margin(goal, seen.mean); spare < least) {
                    least = spare;
                    result.worst_pool = p;
                    result.worst_goal = g;
                    result.worst_interval = k;
                    result.worst = seen;
                }
                if (p == 0 && g == 0) {
                    sum += seen.mean;
                    ++summed;
                }
            }
        }
    result.mean = summed > 0 ? sum / summed : std::numeric_limits<double>::quiet_NaN();
    return result;
}

Result<std::vector<MethodResult>> staffing_study(const CentreModel& model, const Demand& demand,
                                                 const StudyOptions& options)
{
    std::vector<MethodResult> results;
    SimulationOptions judging = options.simulation;
    judging.seed += 0x9E3779B97F4A7C15ULL;
    SimulationEvaluator judge_of_plans(model, demand, judging);
    for (const StaffMethod method : options.methods) {
        Result<FormulaRequirement> formula = requirement(demand, formula_of(method));
        if (!formula)
            return formula.errors();
        MethodResult& result = results.emplace_back();
        result.method = method;
        result.load = std::move(formula->load);
        result.plan = std::move(formula->plan);
        if (searches(method)) {
            SearchResult found = searched(model, demand, options, method, result.plan);
            result.plan = std::move(found.plan);
            result.every_goal_holds = found.every_goal_holds;
        }
        result.agent_hours = agent_hours(result.plan, demand.grid);
        if (options.judge) {
            result.figures = judge_of_plans.evaluate(result.plan);
            result.judgement = judge(demand, *result.figures);
        }
    }
    return results;
}

} // namespace switchroom
