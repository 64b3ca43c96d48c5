#pragma once
/// The calendar of a clause: its term cut into the windows in which the promise is judged, and each window
/// into the grains for which contacts are counted. Local days and local clock times; no instants.

#include "sim/base/result.h"
#include "sim/scenario/contract.h"
#include "sim/scenario/scenario.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace switchroom {

inline constexpr std::uint32_t no_grain = std::numeric_limits<std::uint32_t>::max();

/// One window; its grains are neighbours in ClausePlan::grains.
struct ClauseWindow {
    std::string label; ///< "2026-04", "2026-Q2", "2026-W14", "2026-04-03", "2026-04-03 08:30", "2026"
    std::uint32_t first_grain = 0;
    std::uint32_t grains = 0;
    int first_day = 0; ///< of the plan
    int last_day = 0;  ///< included
};

/// One grain: a whole day, or a part of it of equal length. Days that the clause excepts have none.
struct ClauseGrain {
    int day = 0; ///< of the plan
};

class ClausePlan {
public:
    Date first;   ///< day 0
    int days = 0; ///< so many local days
    double grain_s = 86400.0;
    std::vector<ClauseWindow> windows;
    std::vector<ClauseGrain> grains;
    std::vector<std::string> left_out; ///< labels of windows of which no day is left

    /// The grain that counts what arrives on this day (of the plan) at this clock time; no_grain where the
    /// clause does not look.
    std::uint32_t grain_at(int day, double clock_s) const;

    /// Every edge between covered and not, and between grains, lies on a multiple of `interval_s` of the
    /// local clock: counts by such intervals can feed the plan.
    bool fits_intervals(double interval_s) const;

    Date date_of(int day) const { return Date(std::chrono::sys_days(first) + std::chrono::days(day)); }

private:
    friend ClausePlan plan_clause(const SlaClause&, const Scenario&, Date, int, bool);
    bool covers(std::chrono::weekday weekday, double clock_s) const;

    std::vector<std::uint32_t> first_grain_of_day_; ///< no_grain: the day does not count
    std::vector<ClockWindow> today_[7];             ///< hours by weekday (ISO order), empty with all_hours_
    bool all_hours_ = true;
};

/// The days of a term.
struct TermSpan {
    Date first;
    int days = 0;
};

/// The clause's term: from the beginning of the first whole window on or after `start`. Windows of a term,
/// and those shorter than a week, begin on `start` itself.
TermSpan term_of(const SlaClause& clause, Date start);

/// The windows that lie wholly in the days `first` … (or, with `parts`, also those of which only a part
/// does), without excepted days. `scenario` gives the reporting interval and the closure days. Ramp-up counts
/// from `first`.
ClausePlan plan_clause(const SlaClause& clause, const Scenario& scenario, Date first, int days,
                       bool parts = false);

} // namespace switchroom
