#pragma once
/// The assurance as a function of staffing: the least staffing with which every clause is kept often enough.

#include "planner/contract/promise_study.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace switchroom {

/// One staffing and what it promises.
struct StaffingPoint {
    double factor = 1.0;           ///< on every scheduled number, in whole people, at least one
    std::uint32_t most_agents = 0; ///< at once
    double hours_a_week = 0.0;     ///< scheduled hours of the groups that are varied, mean over the term
    std::vector<ClauseVerdict> clauses;
    double invoice = 0.0; ///< of a month, all vendors

    /// Every clause is kept with at least the wanted probability: by its verdict or, undecided, by its
    /// estimate.
    bool suffices(double wanted) const;
};

struct StaffingCurve {
    std::vector<std::string> groups;   ///< that were varied: the vendor's, or all where no vendor has any
    std::vector<StaffingPoint> points; ///< those that were looked at, by hours
    int least = -1;                    ///< of `points`; -1: none suffices
};

/// Looks for the least staffing by bisection over multiples of the scheduled numbers, up to four times
/// today's, with the same callers throughout; then at three staffings on each side. Shifts' breaks,
/// individuals and other groups stay as they are.
StaffingCurve staffing_curve(const TermModel& term, const PromiseOptions& options, Progress& progress);

/// The same, with pictures on the way: `show` is called with the points so far after each new one.
StaffingCurve staffing_curve(const TermModel& term, const PromiseOptions& options, Progress& progress,
                             const std::function<void(const StaffingCurve&)>& show);

/// The term's model with every scheduled number n of these groups as ⌊factor · n + u⌋, at least 1 where it
/// was; u in [0, 1) differs by time of day, so that a plan grows person by person and stays as it is at
/// factor 1.
CentreModel with_staffing_factor(const TermModel& term, const std::vector<std::uint8_t>& varied,
                                 double factor);

} // namespace switchroom
