#pragma once
/// The figures that reference tables know, as pairs (numerator, denominator) of one replication.

#include "tests/theory/judge.h"

namespace switchroom::theory {

using PairOf = std::function<std::pair<double, double>(const ReplicationResult&)>;

/// Share of the contact's attempts that a count makes up.
inline PairOf share(std::int64_t ContactCounts::*count, std::size_t c = 0)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = measured(r, c);
        return std::pair(static_cast<double>(n.*count), static_cast<double>(n.attempts));
    };
}

/// Answered within the threshold over answered.
inline PairOf within_of_answered(std::size_t c = 0)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = measured(r, c);
        return std::pair(static_cast<double>(n.answered_within), static_cast<double>(n.answered));
    };
}

/// Answered or abandoned within the threshold over attempts: P(W <= T).
inline PairOf gone_within(std::size_t c = 0)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = measured(r, c);
        return std::pair(static_cast<double>(n.answered_within + n.abandoned_within),
                         static_cast<double>(n.attempts));
    };
}

/// Answered within the threshold over attempts less those that abandoned within it.
inline PairOf within_less_quick(std::size_t c = 0)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = measured(r, c);
        return std::pair(static_cast<double>(n.answered_within),
                         static_cast<double>(n.attempts - n.abandoned_within));
    };
}

inline PairOf mean_wait_all(std::size_t c = 0)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = measured(r, c);
        return std::pair(n.wait_answered_s + n.wait_abandoned_s,
                         static_cast<double>(n.answered + n.abandoned));
    };
}

inline PairOf mean_wait_answered(std::size_t c = 0)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = measured(r, c);
        return std::pair(n.wait_answered_s, static_cast<double>(n.answered));
    };
}

/// Mean number waiting over a span of the clock.
inline PairOf mean_queue(double span_s, std::size_t c = 0)
{
    return [=](const ReplicationResult& r) { return std::pair(measured(r, c).queue_s, span_s); };
}

/// Busy over present, people who finish a call after their shift in both.
inline PairOf occupancy(std::size_t g = 0)
{
    return [=](const ReplicationResult& r) {
        const GroupCounts n = measured_group(r, g);
        return std::pair(n.busy_s, n.capacity_s);
    };
}

} // namespace switchroom::theory
