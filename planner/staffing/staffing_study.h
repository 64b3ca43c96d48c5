#pragma once
/// One scenario, one or several methods: the plan of each, its hours, and how simulation judges it.

#include "planner/staffing/evaluator.h"
#include "planner/staffing/simulation_evaluator.h"
#include "sim/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

enum class StaffMethod { erlang_c, erlang_a, lagged, psa, mol, simulation, greedy };

/// "erlang-c" …; as the command line says it.
std::string_view to_text(StaffMethod method);
std::optional<StaffMethod> staff_method(std::string_view word);

/// How a plan fared, over all goals and intervals in which somebody calls.
struct Judgement {
    int intervals = 0; ///< judged
    int below = 0;     ///< whose estimate is on the wrong side of a goal
    int missed = 0;    ///< of those, by more than the estimate's 95 % half-width: luck is no excuse
    std::size_t worst_pool = 0;
    std::size_t worst_goal = 0;
    std::uint32_t worst_interval = 0;
    Estimate worst;      ///< of the goal furthest on the wrong side (or nearest to its bound)
    double mean = 0.0;   ///< of the first pool's first goal, plain average over intervals
    double widest = 0.0; ///< largest half-width of an interval's estimate
};

Judgement judge(const Demand& demand, const PlanFigures& figures);

struct MethodResult {
    StaffMethod method = StaffMethod::erlang_a;
    StaffingPlan plan;
    std::vector<std::vector<double>> load; ///< erlang by pool and interval, as the method sees it
    double agent_hours = 0.0;
    bool every_goal_holds = true;       ///< a search's plan holds with the callers it was searched with
    std::optional<PlanFigures> figures; ///< where simulation judged it
    std::optional<Judgement> judgement;
};

struct StudyOptions {
    std::vector<StaffMethod> methods;
    bool judge = false;
    SimulationOptions simulation; ///< plans are judged by another seed than they are searched with
};

/// In the order of the methods. Errors: a goal that no number of agents reaches.
Result<std::vector<MethodResult>> staffing_study(const CentreModel& model, const Demand& demand,
                                                 const StudyOptions& options);

} // namespace switchroom
