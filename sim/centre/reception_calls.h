#pragma once
/// Reception: what happens to calls, from the first ring to the end of their waiting. Part of reception.h.

#include "sim/centre/reception.h"

namespace switchroom {

template <Detail detail>
void Reception<detail>::schedule_next_arrival(std::uint32_t contact)
{
    const double at_s = s_.contacts[contact].calls.next_time();
    s_.arrivals.set(contact, at_s < model_.end_s ? at_s : never_s, tie(EventClass::arrival));
}

template <Detail detail>
void Reception<detail>::primary_arrival(double now, std::uint32_t contact)
{
    PrimaryCalls& calls = s_.contacts[contact].calls;
    const CallBlock& block = calls.block();
    const std::uint32_t i = calls.position();
    Attempt attempt;
    attempt.contact = contact;
    attempt.talk_s = block.talk_s[i];
    attempt.wrap_up_s = block.wrap_up_s[i];
    attempt.patience_s = block.patience_s[i];
    if constexpr (full) {
        attempt.note.number = block.number[i];
        attempt.note.date = block.date[i];
        attempt.note.copy = block.copy[i];
        attempt.note.need_contact = contact;
        attempt.note.need_row = s_.row;
        counts(contact, s_.row).needs += !is_work(contact);
    }
    calls.advance();
    schedule_next_arrival(contact);
    if (full && is_work(contact))
        item_arrives(now, attempt);
    else
        arrive(now, attempt);
}

template <Detail detail>
void Reception<detail>::arrive(double now, Attempt& attempt)
{
    ++counts(attempt.contact, s_.row).attempts;
    if constexpr (full) {
        attempt.note.arrived_s = now;
        attempt.note.arrival_row = s_.row;
        attempt.note.came_as = attempt.contact;
    }
    note_event(now, Kind::arrival, attempt.contact);
    if (full && !takes_line(now, attempt))
        return;
    const std::uint32_t queue = s_.contacts[attempt.contact].entry_queue;
    if (queue == none) [[unlikely]] {
        if constexpr (full)
            turn_away(now, attempt.contact, s_.row, attempt.note, now);
        else // so that no note of a call is ever written to memory
            ++counts(attempt.contact, s_.row).turned_away;
        return;
    }
    if (full && !is_plain_offer(queue)) {
        come_to(now, keep_attempt(attempt), none, queue);
        return;
    }
    const Match match = find_taker(queue, attempt.note);
    if (match.group != none)
        answer_at_once(now, attempt, match);
    else
        join(now, attempt, queue);
}

/// False if all lines were taken, which ends the attempt.
template <Detail detail>
bool Reception<detail>::takes_line(double now, Attempt& attempt)
{
    const std::uint32_t line = model_.contacts[attempt.contact].line;
    if (line == none)
        return true;
    if (s_.lines_taken[line] < model_.lines[line].count) {
        ++s_.lines_taken[line];
        attempt.note.line = line;
        return true;
    }
    ++counts(attempt.contact, s_.row).blocked;
    trace(attempt.note,
          {.contact = attempt.contact, .outcome = Outcome::blocked, .arrived_s = now, .queue_left_s = now});
    ++attempt.note.so_far.turned_away;
    if (!redials(now, attempt.contact, attempt.note, model_.contacts[attempt.contact].redial_after_block)) {
        lose(attempt.note);
        rate(attempt.note);
    }
    return false;
}

template <Detail detail>
void Reception<detail>::join(double now, Attempt& attempt, std::uint32_t queue)
{
    const ModelContact& contact = model_.contacts[attempt.contact];
    const std::uint32_t row = row_of(attempt.note);
    counts(full ? attempt.note.came_as : attempt.contact, row).had_to_wait += !full || attempt.note.leg == 0;
    if constexpr (full) {
        const double balk = probability_at(model_, contact.balk, now);
        if (balk > 0.0 && uniform(stream(attempt.note), address(attempt.note), Purpose::balk) < balk)
            attempt.patience_s = 0.0;
        if (attempt.patience_s > 0.0 && !stays_after_announcement(now, attempt, queue))
            attempt.patience_s = 0.0;
    }
    if (attempt.patience_s <= 0.0) [[unlikely]] {
        if constexpr (full)
            abandons(now, attempt.contact, row, attempt.note, now);
        else
            count_abandonment(now, attempt.contact, row, 0.0);
        return;
    }
    const std::uint32_t slot = s_.calls.take();
    Call& call = s_.calls[slot];
    call.queue_key_s = now - contact.head_start_s;
    call.joined_s = now;
    call.leaves_at_s = now + attempt.patience_s;
    call.talk_s = attempt.talk_s;
    call.wrap_up_s = attempt.wrap_up_s;
    call.order = ++s_.joined;
    call.row = row;
    call.contact = attempt.contact;
    if constexpr (full) {
        s_.calls.note(slot) = attempt.note;
        s_.calls.note(slot).queued_s = now;
        s_.calls.note(slot).patience_tie = tie(EventClass::patience);
    }
    wait_in(now, slot, queue);
    ContactState& state = s_.contacts[attempt.contact];
    state.waiting.add(now, 1.0);
    if constexpr (full)
        state.longest_queue = std::max(state.longest_queue, state.waiting.value());
}

/// Puts the call into this queue and sets what ends its stay there first: the step or the caller's patience.
template <Detail detail>
void Reception<detail>::wait_in(double now, std::uint32_t slot, std::uint32_t queue)
{
    s_.waiting.insert<full>(s_.calls, queue, slot);
    if constexpr (full) {
        CallNote& note = s_.calls.note(slot);
        note.queue = queue;
        const ModelQueue& step = model_.index.queues[queue];
        const double patience_ends_s = s_.calls[slot].leaves_at_s;
        const double step_ends_s = step.last || note.resumed ? never_s : now + step.for_s;
        if (step_ends_s <= patience_ends_s && step_ends_s < never_s)
            set_timer(slot, step_ends_s, tie(EventClass::timer));
        else
            set_timer(slot, patience_ends_s, note.patience_tie);
    }
}

/// The call's one event ahead, in place of the one it may have.
template <Detail detail>
void Reception<detail>::set_timer(std::uint32_t slot, double at_s, std::uint64_t tie)
{
    if (slot >= s_.timers.capacity())
        s_.timers.grow(s_.calls.slots());
    s_.timers.set(slot, at_s, tie);
}

template <Detail detail>
void Reception<detail>::timer_fires(double now, std::uint32_t slot, EventClass what)
{
    switch (what) {
    case EventClass::end_of_service:
        if (s_.calls.note(slot).keeper == Keeper::chat)
            chat_ends(now, slot);
        else
            talk_ends(now, slot);
        break;
    case EventClass::timer:
        if (s_.calls.note(slot).keeper == Keeper::bot)
            bot_ends(now, slot);
        else if (s_.calls.note(slot).keeper == Keeper::list)
            item_goes_on(now, slot);
        else
            step_ends(now, slot);
        break;
    case EventClass::arrival:
        later_attempt(now, slot);
        break;
    case EventClass::patience:
        if (s_.calls.note(slot).keeper == Keeper::list)
            item_falls_due(now, slot);
        else
            abandon_waiting(now, slot, s_.calls.note(slot).queue);
        break;
    case EventClass::period:
        SWITCHROOM_CHECK(false, "no call has a change of period");
    }
}

template <Detail detail>
std::uint32_t Reception<detail>::step_after(std::uint32_t queue) const
{
    std::uint32_t next = model_.index.queues[queue].next_queue;
    while (next != none && !s_.queue_able[next] && !model_.index.queues[next].last && is_offer(next))
        next = model_.index.queues[next].next_queue;
    return next;
}

template <Detail detail>
void Reception<detail>::step_ends(double now, std::uint32_t slot)
{
    const std::uint32_t queue = s_.calls.note(slot).queue;
    come_to(now, slot, queue, step_after(queue));
}

/// A call that already waits comes to another step: idle agents first, otherwise it keeps its place by queue
/// time.
template <Detail detail>
void Reception<detail>::enter_step(double now, std::uint32_t slot, std::uint32_t queue)
{
    wait_in(now, slot, queue);
    if (moving_)
        return;
    const Match match = find_taker(queue, s_.calls.note(slot));
    if (match.group != none)
        answer_slot(now, slot, take_agent(now, match, s_.calls.note(slot)), match);
}

/// Takes a call out of its queue for good; its slot stays the caller's.
template <Detail detail>
void Reception<detail>::leave_queue(double now, std::uint32_t slot, std::uint32_t queue)
{
    const Call& call = s_.calls[slot];
    s_.waiting.remove<full>(s_.calls, queue, slot);
    ContactState& contact = s_.contacts[call.contact];
    contact.waiting.add(now, -1.0);
    contact.waited_s += measured(full ? s_.calls.note(slot).queued_s : call.joined_s, now);
    if constexpr (full)
        s_.timers.cancel(slot);
}

template <Detail detail>
void Reception<detail>::abandon_waiting(double now, std::uint32_t slot, std::uint32_t queue)
{
    leave_queue(now, slot, queue);
    const Call call = s_.calls[slot];
    if constexpr (full) {
        CallNote note = s_.calls.note(slot);
        s_.calls.give_back(slot);
        abandons(now, call.contact, call.row, note, call.joined_s);
    } else {
        s_.calls.give_back(slot);
        count_abandonment(now, call.contact, call.row, now - call.joined_s);
    }
}

/// Full: the caller, who is in no queue any more, hangs up. Who was passed on by an agent has been answered,
/// and hangs up beside that.
template <Detail detail>
void Reception<detail>::abandons(double now, std::uint32_t contact, std::uint32_t row, CallNote& note,
                                 double joined_s)
{
    const double wait_s = now - joined_s;
    if (note.leg == 0) {
        count_abandonment(now, note.came_as, row, wait_s);
    } else {
        ++side(note.came_as, row).transfers_abandoned;
        side(note.came_as, row).transfer_wait_s += wait_s;
        note_event(now, Kind::abandonment, contact);
    }
    release_line(note);
    trace(note, {.contact = contact,
                 .outcome = Outcome::abandoned,
                 .arrived_s = joined_s,
                 .queue_left_s = now,
                 .reason = reason_of(note, note.queue)});
    ++note.so_far.abandoned;
    remember_wait(note, wait_s);
    if (!redials(now, note.came_as, note, model_.contacts[note.came_as].redial_after_abandon) &&
        !notes_missed_call(now, contact, row, note)) {
        lose(note);
        rate(note);
    }
}

template <Detail detail>
void Reception<detail>::count_abandonment(double now, std::uint32_t contact, std::uint32_t row, double wait_s)
{
    const ModelContact& m = model_.contacts[contact];
    ContactCounts& c = counts(contact, row);
    ++c.abandoned;
    c.abandoned_within += wait_s <= m.threshold_s;
    c.abandoned_short += wait_s <= m.short_abandon_s;
    c.wait_abandoned_s += wait_s;
    c.longest_wait_s = std::max(c.longest_wait_s, wait_s);
    if (model_.collect_waits && row != s_.result.warm_up_row())
        s_.result.waits[contact].add(wait_s);
    note_event(now, Kind::abandonment, contact);
}

template <Detail detail>
void Reception<detail>::turn_away(double now, std::uint32_t contact, std::uint32_t row, const CallNote& note,
                                  double joined_s)
{
    if (!full || note.leg == 0)
        ++counts(full ? note.came_as : contact, row).turned_away;
    if constexpr (full) {
        CallNote copy = note;
        release_line(copy);
        trace(note, {.contact = contact,
                     .outcome = Outcome::turned_away,
                     .arrived_s = joined_s,
                     .queue_left_s = now});
        lose(note);
        ++copy.so_far.turned_away;
        remember_wait(copy, now - joined_s);
        rate(copy);
    }
}

template <Detail detail>
void Reception<detail>::turn_away_waiting(double now, std::uint32_t slot, std::uint32_t queue)
{
    leave_queue(now, slot, queue);
    const Call call = s_.calls[slot];
    CallNote note = s_.calls.note(slot);
    s_.calls.give_back(slot);
    if (full && note.resumed) { // cut off in the middle of a call: it was answered, and counts as that
        release_line(note);
        return;
    }
    turn_away(now, call.contact, call.row, note, call.joined_s);
}

template <Detail detail>
void Reception<detail>::release_line(CallNote& note)
{
    if (note.line == none)
        return;
    --s_.lines_taken[note.line];
    note.line = none;
}

/// Plain: this caller's patience ended before now; count it as if it had been noticed then.
template <Detail detail>
void Reception<detail>::forget(double now, std::uint32_t slot, std::uint32_t queue)
{
    const Call call = s_.calls[slot];
    ContactState& contact = s_.contacts[call.contact];
    contact.waiting.add(now, -1.0);
    contact.waiting.take_back(now - call.leaves_at_s);
    contact.waited_s += measured(call.joined_s, call.leaves_at_s);
    s_.waiting.remove<full>(s_.calls, queue, slot);
    s_.calls.give_back(slot);
    count_abandonment(call.leaves_at_s, call.contact, call.row, call.leaves_at_s - call.joined_s);
}

/// Plain: callers at the head whose patience ended before now have left; one whose patience ends now is still
/// answered.
template <Detail detail>
void Reception<detail>::forget_departed(double now, std::uint32_t queue)
{
    std::uint32_t slot = s_.waiting.head(queue);
    while (slot != none && s_.calls[slot].leaves_at_s < now) {
        forget(now, slot, queue);
        slot = s_.waiting.head(queue);
    }
}

/// Plain: finds all that have left, wherever they stood in a queue.
template <Detail detail>
void Reception<detail>::forget_all_departed(double now)
{
    for (std::uint32_t queue = 0; queue < s_.waiting.queues(); ++queue)
        for (std::uint32_t slot = s_.waiting.head(queue); slot != none;) {
            const std::uint32_t next = s_.calls[slot].next;
            if (s_.calls[slot].leaves_at_s < now)
                forget(now, slot, queue);
            slot = next;
        }
}

template <Detail detail>
StreamKey Reception<detail>::stream(const CallNote& note) const
{
    if (note.copy == 0)
        return s_.contacts[note.need_contact].key;
    return make_stream_key(key_.seed, key_.replication, model_.contacts[note.need_contact].stream, note.copy);
}

template <Detail detail>
void Reception<detail>::trace(const CallNote& note, TraceRow row) const
{
    if (trace_ == nullptr)
        return;
    row.number = note.number;
    row.date = note.date;
    row.copy = note.copy;
    row.attempt = note.attempt;
    row.need_contact = note.need_contact;
    row.leg = note.leg;
    row.rang_s = note.arrived_s;
    row.stage = note.queue;
    if (row.outcome == Outcome::answered && row.handed_off_to == none) {
        row.ended_as = outcome_of(note.came_as, note);
        row.settled = settles(row.contact, note);
    }
    trace_->row(row);
}

/// Why a leg came to where it is: by the stage at which it waits or is answered.
template <Detail detail>
LegReason Reception<detail>::reason_of(const CallNote& note, std::uint32_t queue) const
{
    if (note.leg > 0)
        return LegReason::transfer;
    if (queue == none)
        return LegReason::direct;
    const ModelQueue& stage = model_.index.queues[queue];
    if (!stage.in_open_route)
        return LegReason::closed;
    return stage.first_offer ? LegReason::direct : LegReason::overflow;
}

} // namespace switchroom
