#pragma once
/// What happened, as plain totals: the raw material of every KPI. The engine fills them while it simulates,
/// `measure` fills them from a recorded log, and sim/stats' KPI table turns them into figures, so both are
/// counted and computed by one definition.

#include <algorithm>
#include <cstdint>

namespace switchroom {

/// Totals over the attempts of one contact type that arrived in one stretch of time (an interval, a day, the
/// run). Times are seconds. T and s are the contact's own service-level threshold and short-abandon limit (0
/// = none). Invariant: attempts = answered + abandoned + blocked + to_voicemail + to_callback + to_message +
/// contained + turned_away + open_at_end, each attempt under the type as which it arrived.
struct ContactCounts {
    std::int64_t attempts = 0;
    std::int64_t needs = 0; ///< attempts that were primary calls
    std::int64_t redials = 0;
    std::int64_t repeats = 0;
    std::int64_t answered = 0;
    std::int64_t abandoned = 0;
    std::int64_t blocked = 0;
    std::int64_t to_voicemail = 0;
    std::int64_t to_callback = 0;
    std::int64_t to_message = 0;
    std::int64_t contained = 0;
    std::int64_t turned_away = 0;
    std::int64_t open_at_end = 0;
    std::int64_t flowed_out = 0;       ///< left a queue for voicemail, callback or message
    std::int64_t had_to_wait = 0;      ///< offered attempts that found no agent at once
    std::int64_t answered_within = 0;  ///< answered with wait <= T
    std::int64_t abandoned_within = 0; ///< abandoned with wait <= T
    std::int64_t abandoned_short = 0;  ///< abandoned with wait <= s
    std::int64_t handle_unknown = 0;   ///< answered, but the log lacks the handle time; never in a simulation
    std::int64_t wait_unknown = 0;     ///< answered, but the log lacks the wait; never in a simulation
    /// Needs of this stretch that never reached a person, a kept message or a callback.
    std::int64_t lost_callers = 0;
    /// Needs of this stretch that reached a person, on whatever attempt. In a simulation needs =
    /// needs_answered + lost_callers; a log does not know.
    std::int64_t needs_answered = 0;
    std::int64_t needs_resolved = 0;       ///< settled, on whatever attempt
    std::int64_t needs_resolved_first = 0; ///< settled by the first attempt that was answered
    double wait_answered_s = 0.0;
    double wait_abandoned_s = 0.0;
    double wait_flowed_out_s = 0.0;
    double talk_s = 0.0;
    double hold_s = 0.0;
    double wrap_up_s = 0.0;
    double queue_s = 0.0; ///< integral of the number waiting over the stretch (by clock time, not by arrival)
    double longest_wait_s = 0.0;    ///< of answered and abandoned; merges by maximum
    std::int64_t longest_queue = 0; ///< most calls waiting at one instant; merges by maximum

    ContactCounts& operator+=(const ContactCounts& other)
    {
        attempts += other.attempts;
        needs += other.needs;
        redials += other.redials;
        repeats += other.repeats;
        answered += other.answered;
        abandoned += other.abandoned;
        blocked += other.blocked;
        to_voicemail += other.to_voicemail;
        to_callback += other.to_callback;
        to_message += other.to_message;
        contained += other.contained;
        turned_away += other.turned_away;
        open_at_end += other.open_at_end;
        flowed_out += other.flowed_out;
        had_to_wait += other.had_to_wait;
        answered_within += other.answered_within;
        abandoned_within += other.abandoned_within;
        abandoned_short += other.abandoned_short;
        handle_unknown += other.handle_unknown;
        wait_unknown += other.wait_unknown;
        lost_callers += other.lost_callers;
        needs_answered += other.needs_answered;
        needs_resolved += other.needs_resolved;
        needs_resolved_first += other.needs_resolved_first;
        wait_answered_s += other.wait_answered_s;
        wait_abandoned_s += other.wait_abandoned_s;
        wait_flowed_out_s += other.wait_flowed_out_s;
        talk_s += other.talk_s;
        hold_s += other.hold_s;
        wrap_up_s += other.wrap_up_s;
        queue_s += other.queue_s;
        longest_wait_s = std::max(longest_wait_s, other.longest_wait_s);
        longest_queue = std::max(longest_queue, other.longest_queue);
        return *this;
    }
};

/// Totals over one agent group in one stretch of clock time. Seconds are agent-seconds.
/// Invariant: capacity_s is the integral of max(available, busy), so busy_s <= capacity_s.
struct GroupCounts {
    std::int64_t answered = 0;           ///< calls whose talk with this group began in the stretch
    std::int64_t answered_of_others = 0; ///< those of a vendor's other clients among them
    double busy_s = 0.0;                 ///< talk, hold and wrap-up
    double available_s = 0.0;            ///< staffed, less absence, shrinkage and away windows
    double capacity_s = 0.0;             ///< integral of max(available, busy): the denominator of occupancy
    double paid_s = 0.0;                 ///< scheduled, shrinkage included
    std::int64_t most_busy = 0;          ///< most agents busy at one instant; merges by maximum

    GroupCounts& operator+=(const GroupCounts& other)
    {
        answered += other.answered;
        answered_of_others += other.answered_of_others;
        busy_s += other.busy_s;
        available_s += other.available_s;
        capacity_s += other.capacity_s;
        paid_s += other.paid_s;
        most_busy = std::max(most_busy, other.most_busy);
        return *this;
    }
};

} // namespace switchroom
