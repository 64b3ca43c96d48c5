#include "planner/contract/past_judgement.h"

#include "planner/contract/clause_text.h"
#include "sim/scenario/enum_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

using std::chrono::sys_days;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

sys_days day_of(const CallRow& row)
{
    return sys_days(local_time(row.arrived_at).day.time_since_epoch());
}

bool is_named(const SlaClause& clause, const CallLog& log, const CallRow& row)
{
    const auto& names = clause.contacts;
    return names.empty() || std::find(names.begin(), names.end(), log.queues[row.queue]) != names.end();
}

JudgedCall judged_call(const CallRow& row, bool knows_vendor)
{
    JudgedCall call;
    call.end = row.outcome == CallOutcome::answered    ? CallEnd::answered
               : row.outcome == CallOutcome::abandoned ? CallEnd::abandoned
               : row.outcome == CallOutcome::blocked   ? CallEnd::blocked
                                                       : CallEnd::flowed_out;
    call.wait_s = row.wait_s.value_or(0.0);
    if (row.queued_at)
        call.before_queue_s = seconds_between(*row.queued_at, row.arrived_at);
    call.hold_s = row.hold_s.value_or(0.0);
    call.offered_to_vendor = !knows_vendor || !row.forwarded_to.empty();
    return call;
}

/// The days of the log, whole windows around them.
struct Days {
    sys_days first;
    sys_days last;
};

Days days_of(const CallLog& log)
{
    Days days{day_of(log.rows.front()), day_of(log.rows.front())};
    for (const CallRow& row : log.rows) {
        days.first = std::min(days.first, day_of(row));
        days.last = std::max(days.last, day_of(row));
    }
    return days;
}

/// The spread of the window's days: a ratio's delta method with days as blocks.
void add_capability(const SlaClause& clause, const ClausePlan& plan, const std::vector<ClauseCounts>& counts,
                    const ClauseWindow& window, PastWindow& past)
{
    past.capability_half_width = past.binomial_half_width = nan;
    if (clause.metric == SlaMetric::longest_wait)
        return;
    PairMoments days;
    double contacts = 0.0, hits = 0.0;
    const std::uint32_t end = window.first_grain + window.grains;
    for (std::uint32_t grain = window.first_grain; grain < end;) {
        ClauseCounts of_day;
        const int day = plan.grains[grain].day;
        for (; grain < end && plan.grains[grain].day == day; ++grain)
            of_day += counts[grain];
        const MetricPair pair = metric_pair(clause, of_day);
        if (pair.denominator <= 0.0)
            continue;
        days.add(pair.numerator, pair.denominator);
        hits += pair.numerator;
        contacts += pair.denominator;
    }
    if (days.count() < 2)
        return;
    past.capability_half_width = estimate_ratio(days).half_width;
    const double p = hits / contacts;
    if (!is_time(clause.metric))
        past.binomial_half_width = student_t_factor(0.95, 1e9) * std::sqrt(p * (1.0 - p) / contacts);
}

std::vector<std::string> notes_on(const SlaClause& clause)
{
    std::vector<std::string> notes;
    if (clause.band || clause.only_if_volume_within)
        notes.push_back("the forecast is not in a log: its band was not applied");
    if (clause.credit && (clause.credit->per_point || !clause.credit->tiers.empty()) &&
        clause.credit->of != CreditBase::at_risk)
        notes.push_back("the invoice is not in a log: credits as shares of it were not computed");
    if (clause.clock == SlaClock::offered_to_vendor)
        notes.push_back("a log does not say when the vendor was asked: waits count from the queue");
    return notes;
}

} // namespace

PastJudgement judge_log(const SlaClause& original, const Scenario& scenario, const std::string& vendor,
                        const CallLog& log)
{
    PastJudgement past;
    past.clause = original.name;
    past.text = clause_text(original, vendor, scenario.currency);
    past.formula =
        original.metric == SlaMetric::service_level ? to_name(original.formula) : to_name(original.metric);
    past.is_time = is_time(original.metric) && original.aggregate != Aggregate::share_of_grains;
    past.promise =
        original.aggregate == Aggregate::share_of_grains ? original.of_grains->value : limit_of(original);
    past.notes = notes_on(original);
    if (log.rows.empty())
        return past;
    SlaClause clause = original;
    clause.band.reset();
    clause.only_if_volume_within.reset();
    clause.except.ramp_up.reset(); // of a term that is long under way

    const Days days = days_of(log);
    const ClausePlan plan = plan_clause(clause, scenario, Date(days.first),
                                        static_cast<int>((days.last - days.first).count()) + 1, true);
    std::vector<ClauseCounts> counts(plan.grains.size());
    const bool knows_vendor = std::any_of(log.rows.begin(), log.rows.end(),
                                          [](const CallRow& r) { return !r.forwarded_to.empty(); });
    for (const CallRow& row : log.rows) {
        if (row.outcome == CallOutcome::bot || row.transfer_of || !is_named(clause, log, row))
            continue;
        const std::uint32_t grain = plan.grain_at(static_cast<int>((day_of(row) - days.first).count()),
                                                  local_time(row.arrived_at).second_of_day);
        if (grain == no_grain)
            continue;
        if (row.offered() && !row.wait_s) {
            ++past.wait_unknown;
            continue;
        }
        count_call(clause, judged_call(row, knows_vendor), counts[grain]);
    }
    const TermJudgement judged =
        judge(clause, plan, {.counts = counts, .forecast = {}, .credit_bases = {}, .bonus_bases = {}});
    const int last_day = plan.days - 1;
    for (std::size_t w = 0; w < plan.windows.size(); ++w) {
        const ClauseWindow& window = plan.windows[w];
        if (judged.windows[w].contacts <= 0.0)
            continue;
        PastWindow& result = past.windows.emplace_back();
        result.label = window.label;
        result.judgement = judged.windows[w];
        const ClausePlan around = plan_clause(clause, scenario, plan.date_of(window.first_day),
                                              window.last_day - window.first_day + 1);
        result.is_part = around.windows.empty() && (window.first_day == 0 || window.last_day == last_day);
        add_capability(clause, plan, counts, window, result);
        past.kept += result.judgement.state == WindowState::kept;
        past.missed += result.judgement.state == WindowState::missed;
    }
    return past;
}

} // namespace switchroom
