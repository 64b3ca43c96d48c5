#pragma once
/// Clauses of the fragments under clauses/, and terms written by hand.

#include "planner/contract/clause_judgement.h"
#include "sim/base/file_system.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace switchroom {

inline Scenario read_clauses(const std::string& name)
{
    const DiskFileSystem disk;
    const auto document =
        read_scenario(disk, SWITCHROOM_SOURCE_DIR "/tests/planner/contract/clauses/" + name);
    for (const Diagnostic& error : document.errors())
        MESSAGE(to_text(error));
    REQUIRE(document.ok());
    return document->scenario;
}

/// A term of a clause, filled day by day.
class HandMadeTerm {
public:
    HandMadeTerm(const Scenario& scenario, std::size_t clause)
        : clause_(scenario.contracts.at(0).sla.at(clause))
    {
        const TermSpan term = term_of(clause_, scenario.time.start);
        plan = plan_clause(clause_, scenario, term.first, term.days);
        counts.resize(plan.grains.size());
        bases.assign(plan.windows.size(), 0.0);
        forecast.assign(static_cast<std::size_t>(plan.days), 0.0);
    }

    int day(int year, unsigned month, unsigned day) const
    {
        const Date date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
        return static_cast<int>((std::chrono::sys_days(date) - std::chrono::sys_days(plan.first)).count());
    }
    ClauseCounts& on(unsigned month, unsigned day_of_month, double clock_s = 36000.0)
    {
        const std::uint32_t grain = plan.grain_at(day(2026, month, day_of_month), clock_s);
        REQUIRE(grain != no_grain);
        return counts[grain];
    }
    TermJudgement judge() const
    {
        return switchroom::judge(
            clause_, plan,
            {.counts = counts, .forecast = forecast, .credit_bases = bases, .bonus_bases = bases});
    }
    const SlaClause& clause() const { return clause_; }

    ClausePlan plan;
    std::vector<ClauseCounts> counts;
    std::vector<double> bases;
    std::vector<double> forecast;

private:
    SlaClause clause_;
};

/// Answered and in time of them, abandoned.
inline ClauseCounts calls(double answered, double in_time, double abandoned = 0.0)
{
    return {.answered = answered, .answered_within = in_time, .abandoned = abandoned};
}

inline ClauseCounts waits(double answered, double mean_wait_s, double abandoned = 0.0,
                          double mean_patience_s = 0.0)
{
    return {.answered = answered,
            .abandoned = abandoned,
            .wait_answered_s = answered * mean_wait_s,
            .wait_abandoned_s = abandoned * mean_patience_s};
}

} // namespace switchroom
