#include "planner/contract/clause_counts.h"

#include "sim/base/check.h"
#include "sim/scenario/enum_names.h"

#include <algorithm>
#include <limits>

namespace switchroom {

ClauseCounts& ClauseCounts::operator+=(const ClauseCounts& other)
{
    answered += other.answered;
    answered_within += other.answered_within;
    abandoned += other.abandoned;
    abandoned_within += other.abandoned_within;
    abandoned_short += other.abandoned_short;
    flowed_out += other.flowed_out;
    blocked += other.blocked;
    wait_answered_s += other.wait_answered_s;
    wait_abandoned_s += other.wait_abandoned_s;
    hold_s += other.hold_s;
    longest_wait_s = std::max(longest_wait_s, other.longest_wait_s);
    promised += other.promised;
    on_time += other.on_time;
    return *this;
}

ClauseCounts weighted(const ClauseCounts& counts, double weight)
{
    ClauseCounts result = counts;
    for (double* sum :
         {&result.answered, &result.answered_within, &result.abandoned, &result.abandoned_within,
          &result.abandoned_short, &result.flowed_out, &result.blocked, &result.wait_answered_s,
          &result.wait_abandoned_s, &result.hold_s, &result.promised, &result.on_time})
        *sum *= weight;
    return result;
}

ClauseCounts clause_counts(const ContactCounts& counts)
{
    return {.answered = static_cast<double>(counts.answered),
            .answered_within = static_cast<double>(counts.answered_within),
            .abandoned = static_cast<double>(counts.abandoned),
            .abandoned_within = static_cast<double>(counts.abandoned_within),
            .abandoned_short = static_cast<double>(counts.abandoned_short),
            .flowed_out = static_cast<double>(counts.flowed_out),
            .blocked = static_cast<double>(counts.blocked),
            .wait_answered_s = counts.wait_answered_s,
            .wait_abandoned_s = counts.wait_abandoned_s,
            .hold_s = counts.hold_s,
            .longest_wait_s = counts.longest_wait_s};
}

ClauseCounts clause_counts(const ContactCounts& counts, const SideCounts& side)
{
    ClauseCounts result = clause_counts(counts);
    result.promised = static_cast<double>(side.items_promised);
    result.on_time = static_cast<double>(side.items_on_time);
    return result;
}

namespace {

/// What the clause's clock shows.
double waited_s(const SlaClause& clause, const JudgedCall& call)
{
    if (clause.clock_stops == SlaClockStop::greeting)
        return 0.0;
    switch (clause.clock) {
    case SlaClock::ring:
        return call.before_queue_s + call.wait_s;
    case SlaClock::queue:
        return call.wait_s;
    case SlaClock::offered_to_vendor:
        return std::max(call.wait_s - call.until_vendor_s, 0.0);
    case SlaClock::after_greeting:
        return std::max(call.wait_s - clause.greeting.seconds, 0.0);
    }
    return call.wait_s;
}

} // namespace

void count_call(const SlaClause& clause, const JudgedCall& call, ClauseCounts& into)
{
    if (call.end == CallEnd::blocked) {
        into.blocked += clause.scope == SlaScope::contact ? 1.0 : 0.0;
        return;
    }
    const bool needs_vendor = clause.scope == SlaScope::vendor || clause.clock == SlaClock::offered_to_vendor;
    if (needs_vendor && !call.offered_to_vendor)
        return;
    const double wait_s = waited_s(clause, call);
    const double within_s = clause.within ? clause.within->seconds : 0.0;
    const bool is_greeted = clause.clock_stops == SlaClockStop::greeting;
    if (is_greeted || call.end == CallEnd::answered) {
        into.answered += 1.0;
        into.answered_within += wait_s <= within_s ? 1.0 : 0.0;
        into.wait_answered_s += wait_s;
        into.hold_s += call.hold_s;
    } else if (call.end == CallEnd::abandoned) {
        into.abandoned += 1.0;
        into.abandoned_within += wait_s <= within_s ? 1.0 : 0.0;
        // Without a limit nobody is a short abandon, not even who hung up at once.
        into.abandoned_short +=
            clause.short_abandon.seconds > 0.0 && wait_s <= clause.short_abandon.seconds ? 1.0 : 0.0;
        into.wait_abandoned_s += wait_s;
    } else {
        into.flowed_out += 1.0;
        return;
    }
    into.longest_wait_s = std::max(into.longest_wait_s, wait_s);
}

const ServiceLevelFormula& formula_of(const SlaClause& clause)
{
    const ServiceLevelFormula* formula = find_service_level_formula(to_name(clause.formula));
    SWITCHROOM_CHECK(formula, "validation refuses formulas that calls cannot be counted by");
    return *formula;
}

namespace {

double of_terms(const ServiceLevelTerms& terms, const ClauseCounts& n)
{
    return terms.answered * n.answered + terms.answered_within * n.answered_within +
           terms.abandoned * n.abandoned + terms.abandoned_within * n.abandoned_within +
           terms.abandoned_short * n.abandoned_short + terms.flowed_out * n.flowed_out +
           terms.blocked * n.blocked;
}

} // namespace

MetricPair metric_pair(const SlaClause& clause, const ClauseCounts& n)
{
    const double received = n.answered + n.abandoned + n.flowed_out;
    const double without = clause.short_abandon.seconds > 0.0 ? n.abandoned_short : 0.0;
    switch (clause.metric) {
    case SlaMetric::service_level: {
        const ServiceLevelFormula& formula = formula_of(clause);
        return {of_terms(formula.numerator, n), of_terms(formula.denominator, n)};
    }
    case SlaMetric::abandonment:
        return {n.abandoned - without, received - without};
    case SlaMetric::answered:
        return {n.answered, received};
    case SlaMetric::asa:
        if (clause.over == WaitOf::received)
            return {n.wait_answered_s + n.wait_abandoned_s, n.answered + n.abandoned};
        return {n.wait_answered_s, n.answered};
    case SlaMetric::hold:
        return {n.hold_s, n.answered};
    case SlaMetric::longest_wait:
        return {n.longest_wait_s, received > 0.0 ? 1.0 : 0.0};
    case SlaMetric::callback_on_time:
    case SlaMetric::message_on_time:
        return {n.on_time, n.promised};
    }
    return {};
}

double metric_value(const SlaClause& clause, const ClauseCounts& counts)
{
    const MetricPair pair = metric_pair(clause, counts);
    return pair.denominator > 0.0 ? pair.numerator / pair.denominator
                                  : std::numeric_limits<double>::quiet_NaN();
}

bool is_time(SlaMetric metric)
{
    return metric == SlaMetric::asa || metric == SlaMetric::longest_wait || metric == SlaMetric::hold;
}

bool is_bounded_above(SlaMetric metric)
{
    return is_time(metric) || metric == SlaMetric::abandonment;
}

double number_of(const Limit& limit)
{
    if (const auto* share = std::get_if<Probability>(&limit))
        return share->value;
    return std::get<Duration>(limit).seconds;
}

double limit_of(const SlaClause& clause)
{
    return number_of(clause.at_least ? *clause.at_least : *clause.at_most);
}

} // namespace switchroom
