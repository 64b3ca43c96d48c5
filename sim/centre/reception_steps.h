#pragma once
/// Reception: how a call goes through the steps of its route, and what the steps without people do. Part of
/// reception.h. All in the full machine.

#include "sim/centre/reception.h"

namespace switchroom {

/// The call comes to the stage `queue` of its route (none: the route is over) and goes on from stage to stage
/// until one takes it. `from`: the queue in which it waits so far; none if it is in none. Stages whose
/// conditions do not hold are passed over; after the last of them, who waits at another step of this route
/// waits on there.
template <Detail detail>
void Reception<detail>::come_to(double now, std::uint32_t slot, std::uint32_t from, std::uint32_t queue)
{
    bool waits_on = false;
    while (queue != none) {
        const ModelQueue& stage = model_.index.queues[queue];
        if (!step_applies(now, slot, from, queue)) {
            waits_on =
                stage.last && from != none && model_.index.queues[from].in_open_route == stage.in_open_route;
            queue = step_after(queue);
            continue;
        }
        if (stage.kind == StepKind::offer)
            break;
        if (stage.kind == StepKind::voicemail) {
            leaves_voicemail(now, slot, from, queue, model_.voicemail_steps[stage.detail]);
            return;
        }
        if (stage.kind == StepKind::callback) {
            if (books_callback(now, slot, from, queue, model_.callback_steps[stage.detail]))
                return;
        } else if (begins_with_bot(now, slot, from, queue)) {
            return;
        }
        queue = step_after(queue);
    }
    if (queue == none && from == none) {
        turn_away_unqueued(now, slot);
    } else if (waits_on) {
        wait_on(slot);
    } else if (queue == none) {
        turn_away_waiting(now, slot, from);
    } else if (from == none) {
        come_to_people(now, slot, queue);
    } else {
        s_.waiting.remove(s_.calls, from, slot);
        enter_step(now, slot, queue);
    }
}

/// A call that waits goes on waiting in its queue to the end of its patience: no further step is for it. One
/// that a period could not move on still comes to the end of its step.
template <Detail detail>
void Reception<detail>::wait_on(std::uint32_t slot)
{
    if (!moving_)
        set_timer(slot, s_.calls[slot].leaves_at_s, s_.calls.note(slot).patience_tie);
}

/// Puts an attempt that waits nowhere yet into a slot of its own.
template <Detail detail>
std::uint32_t Reception<detail>::keep_attempt(const Attempt& attempt)
{
    const std::uint32_t slot = s_.calls.take();
    Call& call = s_.calls[slot];
    call = Call{};
    call.talk_s = attempt.talk_s;
    call.wrap_up_s = attempt.wrap_up_s;
    call.row = attempt.note.arrival_row;
    call.contact = attempt.contact;
    CallNote& note = s_.calls.note(slot);
    note = attempt.note;
    note.patience_s = attempt.patience_s;
    note.has_waited = false;
    return slot;
}

/// A call that is in no queue is offered to people: for the first time, or again with the place that it had.
template <Detail detail>
void Reception<detail>::come_to_people(double now, std::uint32_t slot, std::uint32_t queue)
{
    if (s_.calls.note(slot).has_waited) {
        Call& call = s_.calls[slot];
        CallNote& note = s_.calls.note(slot);
        const double waited_s = call.joined_s;
        call.joined_s = now - waited_s; // the wait goes on where it stopped
        call.leaves_at_s = now + note.patience_s;
        note.queued_s = now;
        note.patience_tie = tie(EventClass::patience);
        s_.contacts[call.contact].waiting.add(now, 1.0);
        enter_step(now, slot, queue);
        return;
    }
    const Call& call = s_.calls[slot];
    Attempt attempt;
    attempt.contact = call.contact;
    attempt.talk_s = call.talk_s;
    attempt.wrap_up_s = call.wrap_up_s;
    attempt.patience_s = s_.calls.note(slot).patience_s;
    attempt.note = s_.calls.note(slot);
    s_.calls.give_back(slot);
    const Match match = find_taker(queue, attempt.note);
    if (match.group != none)
        answer_at_once(now, attempt, match);
    else
        join(now, attempt, queue);
}

/// Takes a waiting call out of its queue for a while; joined_s becomes the time waited so far.
template <Detail detail>
void Reception<detail>::leave_queue_to_return(double now, std::uint32_t slot, std::uint32_t queue)
{
    leave_queue(now, slot, queue);
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    note.patience_s = call.leaves_at_s - now;
    note.has_waited = true;
    call.joined_s = now - call.joined_s;
}

template <Detail detail>
void Reception<detail>::turn_away_unqueued(double now, std::uint32_t slot)
{
    const Call call = s_.calls[slot];
    CallNote note = s_.calls.note(slot);
    s_.calls.give_back(slot);
    remember_wait(note, note.has_waited ? call.joined_s : 0.0);
    turn_away(now, call.contact, call.row, note, now);
}

/// Takes a waiting call out of its queue for good, for a machine or a promise. `queue` none: it waits in none
/// now, but perhaps did before a bot took it.
template <Detail detail>
void Reception<detail>::flow_out(double now, std::uint32_t slot, std::uint32_t queue)
{
    const Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    if (queue == none && !note.has_waited)
        return;
    if (queue != none)
        leave_queue(now, slot, queue);
    const double wait_s = queue == none ? call.joined_s : now - call.joined_s;
    remember_wait(note, wait_s);
    if (was_answered(note))
        return; // and counts as that
    ContactCounts& c = counts(note.came_as, call.row);
    ++c.flowed_out;
    c.wait_flowed_out_s += wait_s;
}

/// The caller hears the tape, and hangs up on it or leaves a message.
template <Detail detail>
void Reception<detail>::leaves_voicemail(double now, std::uint32_t slot, std::uint32_t from,
                                         std::uint32_t stage, const ModelVoicemailStep& voicemail)
{
    flow_out(now, slot, from);
    CallNote& note = s_.calls.note(slot);
    note.queue = stage;
    const std::uint32_t row = s_.calls[slot].row;
    counts(note.came_as, row).to_voicemail += !was_answered(note);
    const double hang_up = probability_at(model_, voicemail.hang_up, now);
    if (uniform(stream(note), address(note), Purpose::voicemail_hang_up) < hang_up) {
        ++side(note.came_as, row).voicemail_hang_ups;
        trace_flow_out(now, slot, from, Outcome::voicemail, none);
        release_line(note);
        ++note.so_far.abandoned;
        const CallNote left = note;
        s_.calls.give_back(slot);
        if (!redials(now, left.came_as, left, model_.contacts[left.came_as].redial_after_abandon)) {
            lose(left);
            rate(left);
        }
        return;
    }
    trace_flow_out(now, slot, from, Outcome::voicemail, voicemail.becomes);
    leave_item(now, slot, voicemail.becomes, nullptr);
}

/// False if the caller prefers to wait.
template <Detail detail>
bool Reception<detail>::books_callback(double now, std::uint32_t slot, std::uint32_t from,
                                       std::uint32_t stage, const ModelCallbackStep& callback)
{
    CallNote& note = s_.calls.note(slot);
    const std::uint32_t row = s_.calls[slot].row;
    ++side(note.came_as, row).callback_offers;
    const double declined = probability_at(model_, callback.declined, now);
    if (declined > 0.0 && uniform(stream(note), address(note), Purpose::callback_acceptance) < declined)
        return false;
    if (from == none && !note.has_waited)
        s_.calls[slot].queue_key_s = now - model_.contacts[s_.calls[slot].contact].head_start_s;
    flow_out(now, slot, from);
    note.queue = stage;
    counts(note.came_as, row).to_callback += !was_answered(note);
    trace_flow_out(now, slot, from, Outcome::callback, callback.becomes);
    leave_item(now, slot, callback.becomes, &callback);
    return true;
}

template <Detail detail>
void Reception<detail>::trace_flow_out(double now, std::uint32_t slot, std::uint32_t from, Outcome outcome,
                                       std::uint32_t handed_off_to) const
{
    const CallNote& note = s_.calls.note(slot);
    trace(note, {.contact = s_.calls[slot].contact,
                 .outcome = outcome,
                 .arrived_s = from == none ? now : s_.calls[slot].joined_s,
                 .queue_left_s = now,
                 .handed_off_to = handed_off_to,
                 .reason = reason_of(note, note.queue)});
}

} // namespace switchroom
