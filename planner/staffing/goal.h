#pragma once
/// What a planner staffs for: the targets that a manager set, per contact type, held in every interval.

#include "planner/erlang/staffing.h"
#include "sim/scenario/contact.h"
#include "sim/stats/counts.h"
#include "sim/stats/service_level.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

enum class GoalKind { service_level, abandonment, asa };

struct Goal {
    std::uint32_t contact = 0; ///< in CentreModel::contacts
    GoalKind kind = GoalKind::service_level;
    double bound = 0.8;     ///< share at least, share at most, or seconds at most
    double within_s = 20.0; ///< T, service level only
    double short_s = 5.0;   ///< s of the formulas that except short abandons
    const ServiceLevelFormula* formula = &default_service_level_formula();
};

/// The goals of one contact; where it names no target: 80 % answered within 20 s of those offered.
std::vector<Goal> goals_of(const Contact& contact, std::uint32_t id);

/// True if a measured value is as good as the bound. A value that is undefined (NaN: nobody called) is.
bool holds(const Goal& goal, double value);

/// By how much the value is better than the bound, as a share of what there is to lose: > 0 better, < 0
/// missed, 0 where undefined.
double margin(const Goal& goal, double value);

/// The goal's figure as the ratio of two totals of counts, numerator over denominator.
struct GoalPair {
    double numerator = 0.0;
    double denominator = 0.0;
};
GoalPair pair_of(const Goal& goal, const ContactCounts& counts);

/// The same for the solvers. A virtual-wait service level has no counts: the solvers' figure is F8, the
/// simulation's F1.
erlang::Target solver_target(const Goal& goal);

/// "80 % within 30 s (answered/offered)".
std::string to_text(const Goal& goal);

} // namespace switchroom
