#include "planner/staffing/goal.h"

#include "sim/scenario/enum_names.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

Goal service_goal(const ServiceLevelTarget& target, std::uint32_t id)
{
    Goal goal{.contact = id,
              .bound = target.share.value,
              .within_s = target.within.seconds,
              .short_s = target.short_abandon.seconds};
    if (const auto* formula = find_service_level_formula(to_name(target.formula)))
        goal.formula = formula;
    return goal;
}

erlang::Measure service_measure(const ServiceLevelFormula& formula)
{
    using erlang::Measure;
    constexpr Measure by_number[] = {
        Measure::sl_answered_over_offered,     Measure::sl_answered_over_answered,
        Measure::sl_excluding_abandons_within, Measure::sl_answered_plus_abandoned,
        Measure::sl_excluding_short_abandons,  Measure::sl_plus_short_abandons,
        Measure::sl_answered_over_offered}; // F7 is F1 where nothing flows out
    return by_number[formula.id[1] - '1'];
}

} // namespace

std::vector<Goal> goals_of(const Contact& contact, std::uint32_t id)
{
    const Target target = contact.target.value_or(Target{});
    std::vector<Goal> goals;
    if (target.service_level)
        goals.push_back(service_goal(*target.service_level, id));
    if (target.abandonment)
        goals.push_back({.contact = id, .kind = GoalKind::abandonment, .bound = target.abandonment->value});
    if (target.asa)
        goals.push_back({.contact = id, .kind = GoalKind::asa, .bound = target.asa->seconds});
    if (goals.empty())
        goals.push_back(service_goal({}, id));
    return goals;
}

bool holds(const Goal& goal, double value)
{
    constexpr double rounding = 1e-12;
    if (std::isnan(value))
        return true;
    return goal.kind == GoalKind::service_level ? value >= goal.bound - rounding
                                                : value <= goal.bound + rounding;
}

double margin(const Goal& goal, double value)
{
    if (std::isnan(value))
        return 0.0;
    if (goal.kind == GoalKind::service_level)
        return value - goal.bound;
    return goal.bound > 0.0 ? (goal.bound - value) / goal.bound : -value;
}

GoalPair pair_of(const Goal& goal, const ContactCounts& counts)
{
    switch (goal.kind) {
    case GoalKind::abandonment:
        return {static_cast<double>(counts.abandoned),
                static_cast<double>(counts.answered + counts.abandoned + counts.flowed_out)};
    case GoalKind::asa:
        return {counts.wait_answered_s, static_cast<double>(counts.answered)};
    case GoalKind::service_level:
        break;
    }
    return {goal.formula->numerator.of(counts), goal.formula->denominator.of(counts)};
}

erlang::Target solver_target(const Goal& goal)
{
    switch (goal.kind) {
    case GoalKind::abandonment:
        return {.measure = erlang::Measure::abandonment, .at_least = false, .bound = goal.bound};
    case GoalKind::asa:
        return {.measure = erlang::Measure::asa, .at_least = false, .bound = goal.bound};
    case GoalKind::service_level:
        break;
    }
    return {.measure = service_measure(*goal.formula),
            .at_least = true,
            .bound = goal.bound,
            .awt_s = goal.within_s,
            .short_s = goal.short_s};
}

std::string to_text(const Goal& goal)
{
    switch (goal.kind) {
    case GoalKind::abandonment:
        return fmt::format("at most {:g} % give up", 100.0 * goal.bound);
    case GoalKind::asa:
        return fmt::format("answered after {:g} s on average", goal.bound);
    case GoalKind::service_level:
        break;
    }
    return fmt::format("{:g} % within {:g} s ({})", 100.0 * goal.bound, goal.within_s, goal.formula->name);
}

} // namespace switchroom
