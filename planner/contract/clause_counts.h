#pragma once
/// What a clause is judged by: counts of the contacts that it covers, in one stretch of time, with the
/// clause's own clock, threshold and limit of short abandons.

#include "sim/scenario/contract.h"
#include "sim/stats/counts.h"
#include "sim/stats/service_level.h"
#include "sim/stats/side_counts.h"

namespace switchroom {

/// Plain sums. They are real numbers, because relief may let a contact weigh less than one.
struct ClauseCounts {
    double answered = 0.0;
    double answered_within = 0.0; ///< T
    double abandoned = 0.0;
    double abandoned_within = 0.0; ///< T
    double abandoned_short = 0.0;  ///< s
    double flowed_out = 0.0;       ///< left the queue for a voicemail, callback or message
    double blocked = 0.0;
    double wait_answered_s = 0.0;
    double wait_abandoned_s = 0.0;
    double hold_s = 0.0;         ///< inside answered calls
    double longest_wait_s = 0.0; ///< of answered and abandoned; merges by maximum
    double promised = 0.0;       ///< callbacks or messages that fell due
    double on_time = 0.0;

    /// Contacts that count for the volume: those that came to a queue, or items that fell due.
    double volume() const { return answered + abandoned + flowed_out + promised; }

    ClauseCounts& operator+=(const ClauseCounts& other);
};

/// Every contact weighs `weight`; the longest wait stays.
ClauseCounts weighted(const ClauseCounts& counts, double weight);

/// The same counts as the engine and `measure` keep them (T and s are then theirs).
ClauseCounts clause_counts(const ContactCounts& counts);
ClauseCounts clause_counts(const ContactCounts& counts, const SideCounts& side);

enum class CallEnd { answered, abandoned, flowed_out, blocked };

/// One call as a clause sees it.
struct JudgedCall {
    CallEnd end = CallEnd::answered;
    double before_queue_s = 0.0;    ///< from the first ring to joining the queue (a bot, a menu)
    double wait_s = 0.0;            ///< from joining the queue to its end there
    double until_vendor_s = 0.0;    ///< from joining the queue until the vendor's people were asked
    bool offered_to_vendor = false; ///< the vendor's people were asked at all
    double hold_s = 0.0;
};

/// Adds the call by the clause's clock, threshold, limit of short abandons and scope. A clock that starts
/// after the greeting never shows a negative wait; a clock that the greeting stops shows every queued call
/// answered at once.
void count_call(const SlaClause& clause, const JudgedCall& call, ClauseCounts& into);

/// The promised metric of these counts: a share 0 … 1, or seconds; NaN where there is nothing to judge.
///   service_level   by the clause's formula (sim/stats/service_level.h)
///   abandonment     (abandoned − abandoned≤s) / (answered + abandoned + flowed out − abandoned≤s); s = 0:
///                   all
///   answered        answered / (answered + abandoned + flowed out)
///   asa             waits of answered / answered; over received: all waits / (answered + abandoned)
///   hold            hold / answered
///   longest_wait    the longest wait
///   *_on_time       on time / promised
double metric_value(const SlaClause& clause, const ClauseCounts& counts);

/// Numerator and denominator of the same; the longest wait over 1 (0 without calls). Pairs of several
/// stretches may be added, but for the longest wait.
struct MetricPair {
    double numerator = 0.0;
    double denominator = 0.0;
};
MetricPair metric_pair(const SlaClause& clause, const ClauseCounts& counts);

/// The formula that the clause's service level is counted by.
const ServiceLevelFormula& formula_of(const SlaClause& clause);

/// Metrics in seconds; metrics of which less is better.
bool is_time(SlaMetric metric);
bool is_bounded_above(SlaMetric metric);

/// The promise as a number: a share or seconds.
double number_of(const Limit& limit);
double limit_of(const SlaClause& clause);

} // namespace switchroom
