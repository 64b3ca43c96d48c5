#pragma once
/// What a clause says about a term that has been: each window's contractual figure, whether it was kept, and
/// what it costs or earns.
///
///   const ClausePlan plan = plan_clause(clause, scenario, term.first, term.days);
///   const TermJudgement judgement = judge(clause, plan, {.counts = counts, .forecast = {}, .bases = bases});
///
/// A pure function of its arguments; O(grains).

#include "planner/contract/clause_counts.h"
#include "planner/contract/clause_plan.h"
#include "planner/contract/money.h"

#include <span>
#include <string_view>
#include <vector>

namespace switchroom {

enum class WindowState { kept, missed, not_judged };

struct WindowJudgement {
    WindowState state = WindowState::not_judged;
    std::string_view why;   ///< of not_judged: "no contacts", "fewer contacts than the minimum", …
    double figure = 0.0;    ///< the contractual one, rounded as the clause says; NaN without contacts
    double contacts = 0.0;  ///< behind it, before relief
    double missed_by = 0.0; ///< points or seconds; ≤ 0 where kept
    int days_dropped = 0;   ///< by relief
    Cents credit = 0;       ///< after caps; 0 where earned back
    Cents credit_before_earn_back = 0;
    Cents bonus = 0;
    bool earned_back = false;
};

struct TermJudgement {
    std::vector<WindowJudgement> windows; ///< as ClausePlan::windows
    int judged = 0;
    int kept = 0;
    bool promise_kept = true; ///< kept / judged reaches the clause's of_windows; true if none was judged
    Cents credit = 0;
    Cents bonus = 0;
    int terminated_after = -1; ///< the window after which the client may leave; -1: none
};

/// What a term looked like.
struct TermFacts {
    std::span<const ClauseCounts> counts; ///< as ClausePlan::grains
    /// Contacts that the forecast expects, by day of the plan; may be empty where the clause has no band.
    std::span<const double> forecast;
    /// The base of credits and bonuses, an amount for each window (the invoice or the monthly fee, by the
    /// clause's `of`; an amount at risk is known from the clause). May be empty where neither needs one.
    std::span<const double> credit_bases;
    std::span<const double> bonus_bases;
};

TermJudgement judge(const SlaClause& clause, const ClausePlan& plan, const TermFacts& facts);

/// The credit for a figure that misses the promise, before earn-back. `repeats`: the window before was missed
/// as well.
Cents credit_for(const SlaClause& clause, double figure, double base, bool repeats);

/// The bonus for a figure; 0 if it is not good enough.
Cents bonus_for(const SlaClause& clause, double figure, double base);

/// How far the figure misses the promise, in points or seconds; negative where it is better.
double missed_by(const SlaClause& clause, double figure);

} // namespace switchroom
