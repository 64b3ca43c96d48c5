#pragma once
/// What stands beside the outcomes of attempts: machines that answer, later legs of a call, work items,
/// experience. Kept apart from ContactCounts, because most scenarios have none of it: the engine keeps these
/// totals only where the scenario can fill them.

#include <algorithm>
#include <cstdint>

namespace switchroom {

/// Totals over one contact type in one stretch of time: by the attempt's arrival, or by the item's creation.
struct SideCounts {
    // Machines that answer.
    std::int64_t bot_calls = 0;          ///< calls that a bot began to serve
    std::int64_t bot_full = 0;           ///< calls that found every line of the bot taken and went on at once
    std::int64_t bot_hand_offs = 0;      ///< calls that the bot passed on: to people, a message or a callback
    double bot_s = 0.0;                  ///< time that callers spent with bots
    std::int64_t voicemail_hang_ups = 0; ///< reached the voicemail and left no message
    std::int64_t callback_offers = 0;    ///< callers to whom a callback was offered

    // Legs after the first answer, under the contact as which the attempt arrived.
    std::int64_t transfers = 0;           ///< passed on by the agent who had answered
    std::int64_t transfers_in = 0;        ///< passed on to this contact by others
    std::int64_t transfers_answered = 0;  ///< transfers that reached the second agent
    std::int64_t transfers_abandoned = 0; ///< hung up while waiting for the second agent
    double transfer_wait_s = 0.0;         ///< waits for the second agent
    double retold_s = 0.0;                ///< time in which stories were told again

    // On-call escalation.
    std::int64_t on_call_needed = 0;  ///< answered calls that needed somebody on call
    std::int64_t on_call_reached = 0; ///< … and got through
    double on_call_s = 0.0;           ///< time that the tries took, the agent's and the caller's
    double time_to_clinician_s = 0.0; ///< from arrival to the on-call person's answer, over those reached

    // What becomes of needs (ContactCounts: needs = needs_answered + needs_contained + needs_kept +
    // lost_callers).
    std::int64_t needs_contained = 0; ///< needs settled by a bot before anybody answered
    std::int64_t needs_kept = 0; ///< needs that nobody answered live, but whose message or callback is kept

    // Work items: messages, voicemails, callbacks, outbound calls, under their own contact, by creation.
    std::int64_t items = 0;        ///< created
    std::int64_t items_urgent = 0; ///< the urgent ones among them
    std::int64_t items_done = 0;   ///< handled, whenever
    std::int64_t items_urgent_done = 0;
    std::int64_t items_given_up = 0;  ///< callbacks that reached nobody at the last try
    std::int64_t items_open = 0;      ///< still open when the run ended
    std::int64_t items_escalated = 0; ///< passed to the next tier
    std::int64_t items_promised = 0;  ///< with a promise that was kept or fell due within the run
    std::int64_t items_on_time = 0;   ///< promised and handled in time
    std::int64_t items_urgent_promised = 0;
    std::int64_t items_urgent_on_time = 0;
    std::int64_t item_tries = 0; ///< tries to reach a caller
    double item_age_s = 0.0;     ///< from creation to the beginning of the work, over items done; wall clock
    double item_age_urgent_s = 0.0; ///< the same over urgent items
    double item_work_s = 0.0;       ///< talk, hold and wrap-up spent on items
    double backlog_s = 0.0;         ///< integral of the number of open items over the stretch (by clock time)
    std::int64_t backlog_max = 0;   ///< most items open at one instant; merges by maximum

    // Experience (off unless the scenario asks for it).
    std::int64_t rated = 0;    ///< callers whose experience was rated
    double satisfaction = 0.0; ///< sum of their scores, 0 … 1 each
    std::int64_t promoters = 0;
    std::int64_t detractors = 0;

    // Predicted waits, over calls that waited and were answered by the people for whom it was predicted.
    std::int64_t predicted_waits = 0;
    double prediction_bias_s = 0.0;  ///< sum of predicted − actual
    double prediction_error_s = 0.0; ///< sum of |predicted − actual|

    // Chats, of answered ones, by the attempt's arrival.
    double chat_s = 0.0; ///< from their beginning to their end
    double chat_agent_s =
        0.0; ///< their parts of agents' time: at each instant 1 / the agent's number of chats

    SideCounts& operator+=(const SideCounts& other)
    {
        bot_calls += other.bot_calls;
        bot_full += other.bot_full;
        bot_hand_offs += other.bot_hand_offs;
        bot_s += other.bot_s;
        voicemail_hang_ups += other.voicemail_hang_ups;
        callback_offers += other.callback_offers;
        transfers += other.transfers;
        transfers_in += other.transfers_in;
        transfers_answered += other.transfers_answered;
        transfers_abandoned += other.transfers_abandoned;
        transfer_wait_s += other.transfer_wait_s;
        retold_s += other.retold_s;
        on_call_needed += other.on_call_needed;
        on_call_reached += other.on_call_reached;
        on_call_s += other.on_call_s;
        time_to_clinician_s += other.time_to_clinician_s;
        needs_contained += other.needs_contained;
        needs_kept += other.needs_kept;
        items += other.items;
        items_urgent += other.items_urgent;
        items_done += other.items_done;
        items_urgent_done += other.items_urgent_done;
        items_given_up += other.items_given_up;
        items_open += other.items_open;
        items_escalated += other.items_escalated;
        items_promised += other.items_promised;
        items_on_time += other.items_on_time;
        items_urgent_promised += other.items_urgent_promised;
        items_urgent_on_time += other.items_urgent_on_time;
        item_tries += other.item_tries;
        item_age_s += other.item_age_s;
        item_age_urgent_s += other.item_age_urgent_s;
        item_work_s += other.item_work_s;
        backlog_s += other.backlog_s;
        backlog_max = std::max(backlog_max, other.backlog_max);
        rated += other.rated;
        satisfaction += other.satisfaction;
        promoters += other.promoters;
        detractors += other.detractors;
        predicted_waits += other.predicted_waits;
        prediction_bias_s += other.prediction_bias_s;
        prediction_error_s += other.prediction_error_s;
        chat_s += other.chat_s;
        chat_agent_s += other.chat_agent_s;
        return *this;
    }
};

} // namespace switchroom
