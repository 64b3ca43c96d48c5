#pragma once
/// Reception: telephone bots. A caller who talks to one is in no queue, and patience does not run. Part of
/// reception.h. All in the full machine.

#include "sim/centre/reception.h"

namespace switchroom {

/// False if all of the bot's lines are taken: the call then goes on to the next step at once.
template <Detail detail>
bool Reception<detail>::begins_with_bot(double now, std::uint32_t slot, std::uint32_t from,
                                        std::uint32_t queue)
{
    const std::uint32_t step = model_.index.queues[queue].detail;
    const ModelBotStep& bot = model_.bot_steps[step];
    const std::uint32_t row = s_.calls[slot].row;
    CallNote& note = s_.calls.note(slot);
    if (s_.bot_lines_taken[step] >= bot.concurrency) {
        ++side(note.came_as, row).bot_full;
        return false;
    }
    if (from != none)
        leave_queue_to_return(now, slot, from);
    ++s_.bot_lines_taken[step];
    const StreamKey key = stream(note);
    const double talk_s =
        sample(*law_at(model_, bot.talk, now), uniform(key, address(note), Purpose::bot_talk));
    note.queue = queue;
    note.keeper = Keeper::bot;
    note.contained =
        uniform(key, address(note), Purpose::bot_containment) < probability_at(model_, bot.contained, now);
    SideCounts& beside = side(note.came_as, row);
    ++beside.bot_calls;
    beside.bot_s += talk_s;
    note.bot_since_s = now;
    ++note.so_far.bot;
    set_timer(slot, now + talk_s, tie(EventClass::timer));
    return true;
}

template <Detail detail>
void Reception<detail>::bot_ends(double now, std::uint32_t slot)
{
    s_.timers.cancel(slot);
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    const std::uint32_t queue = note.queue;
    const std::uint32_t step = model_.index.queues[queue].detail;
    const ModelBotStep& bot = model_.bot_steps[step];
    --s_.bot_lines_taken[step];
    note.keeper = Keeper::nobody;
    if (note.contained) {
        settle_by_bot(now, slot);
        return;
    }
    const std::uint32_t next = bot.hand_off != none ? bot.hand_off : call.contact;
    ++side(note.came_as, call.row).bot_hand_offs;
    trace_bot(now, slot, next);
    note.talk_factor *= 1.0 - bot.context_saves;
    if (bot.hand_off == none) {
        call.talk_s *= 1.0 - bot.context_saves;
        come_to(now, slot, none, step_after(queue));
        return;
    }
    ++side(next, s_.row).transfers_in;
    if (is_work(next)) {
        becomes_item(now, slot, next);
        return;
    }
    remember_wait(note, note.has_waited ? call.joined_s : 0.0);
    call.contact = next;
    if (is_chat(next)) // is written, and no longer holds the telephone line
        release_line(note);
    note.has_waited = false;
    draw_times_of_leg(now, slot);
    come_to(now, slot, none, s_.contacts[next].entry_queue);
}

/// The bot needs nobody else: the attempt is over, and so is the need if nobody had answered it before.
template <Detail detail>
void Reception<detail>::settle_by_bot(double now, std::uint32_t slot)
{
    trace_bot(now, slot, none);
    flow_out(now, slot, none);
    const Call call = s_.calls[slot];
    CallNote note = s_.calls.note(slot);
    s_.calls.give_back(slot);
    release_line(note);
    counts(note.came_as, call.row).contained += !was_answered(note);
    if (!note.reached && !note.settled_elsewhere)
        ++side(note.need_contact, note.need_row).needs_contained;
    rate(note);
}

/// Talk, wrap-up and patience for a leg with the people of the call's contact.
template <Detail detail>
void Reception<detail>::draw_times_of_leg(double now, std::uint32_t slot)
{
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    const ModelContact& contact = model_.contacts[call.contact];
    const StreamKey key = stream(note);
    const auto draws = three_uniforms(key, address(note), Purpose::arrival_gap);
    const double factor =
        factor_at(model_, contact.handle_factors, s_.day, note.arrived_s, key_.seed, key_.replication);
    const Distribution* talk = law_at(model_, contact.talk, now);
    const Distribution* wrap_up = law_at(model_, contact.wrap_up, now);
    const Distribution* patience = law_at(model_, contact.patience, now);
    call.talk_s = talk ? factor * note.talk_factor * sample(*talk, draws[1]) : 0.0;
    call.wrap_up_s = wrap_up ? factor * sample(*wrap_up, uniform(key, address(note), Purpose::wrap_up)) : 0.0;
    note.patience_s = patience ? sample(*patience, draws[2]) : never_s;
}

template <Detail detail>
void Reception<detail>::trace_bot(double now, std::uint32_t slot, std::uint32_t handed_off_to)
{
    const Call& call = s_.calls[slot];
    const CallNote& note = s_.calls.note(slot);
    trace(note, {.contact = call.contact,
                 .outcome = handed_off_to == none ? Outcome::contained : Outcome::handed_off,
                 .arrived_s = note.bot_since_s,
                 .queue_left_s = note.bot_since_s,
                 .talk_s = now - note.bot_since_s,
                 .handed_off_to = handed_off_to,
                 .reason = LegReason::bot});
}

} // namespace switchroom
