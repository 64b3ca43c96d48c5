#pragma once
/// Reception: items of work, which wait without a caller on the line, from their creation to the tier that
/// settles them. Part of reception.h. All in the full machine.

#include "sim/centre/promises.h"
#include "sim/centre/reception.h"

namespace switchroom {

/// A message is written, or a number comes onto the list of those to call, by nobody's call.
template <Detail detail>
void Reception<detail>::item_arrives(double now, const Attempt& attempt)
{
    const std::uint32_t slot = keep_attempt(attempt);
    s_.calls[slot].row = s_.row;
    s_.calls.note(slot).arrived_s = now;
    s_.calls.note(slot).arrival_row = s_.row;
    s_.calls.note(slot).came_as = attempt.contact;
    s_.calls[slot].queue_key_s = now;
    list_item(now, slot, attempt.contact, nullptr, false);
}

/// A call ends as an item of `contact`: whoever left it is owed an answer. The call is in no queue.
template <Detail detail>
void Reception<detail>::leave_item(double now, std::uint32_t slot, std::uint32_t contact,
                                   const ModelCallbackStep* step)
{
    CallNote& note = s_.calls.note(slot);
    release_line(note);
    if (!note.reached && !note.settled_elsewhere)
        ++side(note.need_contact, note.need_row).needs_kept;
    note.settled_elsewhere = true;
    note.first_answer = false;
    note.so_far.message = true;
    list_item(now, slot, contact, step, true);
}

/// Full: a bot or an agent passes the call on to `contact`, which is worked off later.
template <Detail detail>
void Reception<detail>::becomes_item(double now, std::uint32_t slot, std::uint32_t contact)
{
    const CallNote& note = s_.calls.note(slot);
    if (!was_answered(note)) {
        flow_out(now, slot, none);
        ContactCounts& c = counts(note.came_as, s_.calls[slot].row);
        const bool spoken = model_.works[model_.contacts[contact].work].is_spoken;
        ++(spoken ? c.to_callback : c.to_message);
    }
    leave_item(now, slot, contact, nullptr);
}

/// The desk sees that somebody hung up, and calls back. `note`: of the call that has left.
template <Detail detail>
bool Reception<detail>::notes_missed_call(double now, std::uint32_t contact, std::uint32_t row,
                                          const CallNote& note)
{
    const ModelContact& m = model_.contacts[note.came_as];
    const double share = probability_at(model_, m.missed, now);
    if (share <= 0.0 || !(uniform(stream(note), address(note), Purpose::on_abandon) < share))
        return false;
    const std::uint32_t slot = s_.calls.take();
    Call& call = s_.calls[slot];
    call = Call{};
    call.queue_key_s = now;
    call.row = row;
    call.contact = contact;
    s_.calls.note(slot) = note;
    leave_item(now, slot, m.missed_becomes, nullptr);
    return true;
}

/// The slot becomes an item of `contact`, created now. After the end of the run nobody works on it any more.
template <Detail detail>
void Reception<detail>::list_item(double now, std::uint32_t slot, std::uint32_t contact,
                                  const ModelCallbackStep* step, bool has_need)
{
    const ModelWork& work = model_.works[model_.contacts[contact].work];
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    call.contact = contact;
    note.keeper = Keeper::list;
    note.resumed = false;
    draw_times_of_leg(now, slot);

    ItemNote& item = s_.calls.item(slot);
    item = ItemNote{};
    item.created_s = now;
    item.has_need = has_need;
    item.keeps_place = step != nullptr && step->keeps_place;
    item.row = s_.row == s_.result.drain_row() ? note.arrival_row : s_.row;
    item.urgent =
        work.urgent_share > 0.0 && uniform(stream(note), address(note), Purpose::urgency) < work.urgent_share;
    set_promise(item, work, step);
    const ModelReach& reach = step != nullptr ? step->reach : work.reach;
    item.most_tries = reach.tries;
    item.reached = reach.reached;
    item.try_s = reach.try_s;
    item.again_s = reach.again_s;
    if (work.escalations.count > 0)
        draw_escalation(item, work, note);

    SideCounts& beside = side(contact, item.row);
    ++beside.items;
    beside.items_urgent += item.urgent;
    ContactState& state = s_.contacts[contact];
    state.backlog.add(now, 1.0);
    state.most_backlog = std::max(state.most_backlog, state.backlog.value());
    if (now >= model_.end_s) {
        leave_item_open(now, slot);
        return;
    }
    const Span* window =
        step != nullptr && step->windows.count > 0 ? window_at(model_, step->windows, now) : nullptr;
    if (window != nullptr && window->from_s > now) {
        item.stage = ItemStage::held;
        set_timer(slot, window->from_s, tie(EventClass::timer));
    } else {
        wait_for_work(now, slot);
    }
}

/// A step's own promise, else the end of the window that it names, else that of the contact.
template <Detail detail>
void Reception<detail>::set_promise(ItemNote& item, const ModelWork& work,
                                    const ModelCallbackStep* step) const
{
    const double now = item.created_s;
    if (step != nullptr && step->promise.kind == PromiseKind::open_ended && step->windows.count > 0) {
        const Span* window = window_at(model_, step->windows, now);
        if (window != nullptr && window->from_s < now) // no time left in this one: the next is promised
            window = window_at(model_, step->windows, window->to_s);
        item.promised = true;
        item.due_s = window != nullptr ? window->to_s : never_s;
        return;
    }
    const bool own = step != nullptr && step->promise.kind != PromiseKind::open_ended;
    const bool urgent = item.urgent && work.urgent_promise.kind != PromiseKind::open_ended;
    const ModelPromise& promise = own ? step->promise : urgent ? work.urgent_promise : work.promise;
    item.promised = promise.kind != PromiseKind::open_ended;
    item.due_s = due_s(model_, promise, now);
}

template <Detail detail>
void Reception<detail>::draw_escalation(ItemNote& item, const ModelWork& work, const CallNote& note) const
{
    if (note.leg + 1 >= most_tiers)
        return;
    const double u = uniform(stream(note), address(note), Purpose::escalation);
    for (std::uint32_t e = work.escalations.first; e < work.escalations.end(); ++e)
        if (u < model_.escalations[e].share) {
            item.escalation = e;
            return;
        }
}

template <Detail detail>
std::uint32_t Reception<detail>::work_queue(std::uint32_t contact, const ItemNote& item) const
{
    WorkClass of = item.urgent ? WorkClass::urgent : WorkClass::routine;
    if (item.late)
        of = item.urgent ? WorkClass::late_urgent : WorkClass::late;
    if (item.keeps_place)
        of = WorkClass::in_place;
    return model_.index.work_queue[contact] + static_cast<std::uint32_t>(of) - 1;
}

/// The item is offered to whoever is idle, or waits until somebody has time.
template <Detail detail>
void Reception<detail>::wait_for_work(double now, std::uint32_t slot)
{
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    ItemNote& item = s_.calls.item(slot);
    item.stage = ItemStage::waiting;
    item.late = item.promised && item.due_s < now;
    if (!item.keeps_place)
        call.queue_key_s = item.created_s;
    call.order = ++s_.joined;
    put_on_list(now, slot);
    const Match match = find_group(note.queue, note);
    if (match.group != none)
        begin_item(now, slot, take_idle(now, match.group, note), match);
}

template <Detail detail>
void Reception<detail>::put_on_list(double now, std::uint32_t slot)
{
    CallNote& note = s_.calls.note(slot);
    const ItemNote& item = s_.calls.item(slot);
    note.queue = work_queue(s_.calls[slot].contact, item);
    s_.waiting.insert(s_.calls, note.queue, slot);
    const bool falls_due = item.promised && !item.late && item.due_s >= now;
    // In the class of patience: whoever takes it at that very instant is in time.
    set_timer(slot, falls_due ? item.due_s : never_s, tie(EventClass::patience));
}

template <Detail detail>
void Reception<detail>::item_falls_due(double now, std::uint32_t slot)
{
    s_.waiting.remove(s_.calls, s_.calls.note(slot).queue, slot);
    s_.calls.item(slot).late = true;
    put_on_list(now, slot);
}

/// A held item's time has come, or one that was handled here comes to the next tier.
template <Detail detail>
void Reception<detail>::item_goes_on(double now, std::uint32_t slot)
{
    s_.timers.cancel(slot);
    if (s_.calls.item(slot).stage == ItemStage::held) {
        wait_for_work(now, slot);
        return;
    }
    const ModelEscalation& escalation = model_.escalations[s_.calls.item(slot).escalation];
    ++side(s_.calls[slot].contact, s_.calls.item(slot).row).items_escalated;
    const bool has_need = s_.calls.item(slot).has_need;
    ++s_.calls.note(slot).leg;
    ModelCallbackStep promised;
    promised.promise = escalation.promise;
    promised.reach = model_.works[model_.contacts[escalation.to].work].reach;
    list_item(now, slot, escalation.to, &promised, has_need);
}

/// An agent takes the item: for a callback it first takes reaching the caller.
template <Detail detail>
void Reception<detail>::begin_item(double now, std::uint32_t slot, std::uint32_t agent, const Match& match)
{
    const CallNote note = s_.calls.note(slot);
    ItemNote& item = s_.calls.item(slot);
    s_.waiting.remove(s_.calls, match.queue, slot);
    s_.timers.cancel(slot);
    const std::uint32_t tries = ++item.tries;
    SideCounts& beside = side(s_.calls[slot].contact, item.row);
    if (model_.works[model_.contacts[s_.calls[slot].contact].work].is_spoken) {
        ++beside.item_tries;
        DrawAddress at = address(note);
        at.attempt += tries << try_shift;
        if (item.reached < 1.0 && !(uniform(stream(note), at, Purpose::callback_reach) < item.reached)) {
            rings_in_vain(now, slot, agent);
            return;
        }
    }
    handle_item(now, slot, agent, match);
}

template <Detail detail>
void Reception<detail>::rings_in_vain(double now, std::uint32_t slot, std::uint32_t agent)
{
    ItemNote& item = s_.calls.item(slot);
    SideCounts& beside = side(s_.calls[slot].contact, item.row);
    beside.item_work_s += item.try_s;
    begin_service(now, agent, item.try_s);
    s_.agents[agent].finishes = true;
    trace_item(now, slot, agent, {.talk_s = item.try_s}, Outcome::not_reached);
    if (item.tries >= item.most_tries) {
        ++beside.items_given_up;
        close_item(now, slot);
        if (item.has_need)
            rate(s_.calls.note(slot));
        drop_item(slot);
        return;
    }
    item.stage = ItemStage::held;
    set_timer(slot, now + item.try_s + item.again_s, tie(EventClass::timer));
}

/// Handles the item to its end. Slots may move: no reference into s_.calls outlives this.
template <Detail detail>
void Reception<detail>::handle_item(double now, std::uint32_t slot, std::uint32_t agent, const Match& match)
{
    Call& call = s_.calls[slot];
    ItemNote& item = s_.calls.item(slot);
    CallNote note = s_.calls.note(slot);
    note.so_far.group = match.group;
    const std::uint32_t contact = call.contact;
    apply_skill(now, contact, note, match, call.talk_s, call.wrap_up_s);
    const double pace = pace_of(agent);
    const Service service{call.talk_s * pace, call.wrap_up_s * pace};
    begin_service(now, agent, service.total_s());
    s_.agents[agent].finishes = true;

    SideCounts& beside = side(contact, item.row);
    ++beside.items_done;
    beside.items_urgent_done += item.urgent;
    beside.item_age_s += now - item.created_s;
    if (model_.collect_waits && item.row != s_.result.warm_up_row())
        s_.result.waits[contact].add(now - item.created_s);
    beside.item_age_urgent_s += item.urgent ? now - item.created_s : 0.0;
    beside.item_work_s += service.total_s();
    const bool spoken = model_.works[model_.contacts[contact].work].is_spoken;
    const double answered_s = spoken ? now : now + service.total_s();
    beside.items_on_time += item.promised && answered_s <= item.due_s;
    beside.items_urgent_on_time += item.urgent && item.promised && answered_s <= item.due_s;
    close_item(now, slot);
    trace_item(now, slot, agent, service, Outcome::worked_off);
    count_outcome(contact, item.row, note);

    const bool settles = item.has_need && item.escalation == none;
    if (item.escalation != none) {
        const ModelPromise& after = model_.escalations[item.escalation].after;
        const double passes_s = std::max(now + service.total_s(), due_s(model_, after, item.created_s));
        item.stage = ItemStage::passing;
        set_timer(slot, passes_s, tie(EventClass::timer)); // never_s: beyond the model's days
    } else {
        drop_item(slot);
    }
    if (settles)
        settle_need(now + service.with_caller_s(), contact, note);
}

/// The item waits no longer: handled, given up or left open. What was promised is judged elsewhere if it was
/// kept.
template <Detail detail>
void Reception<detail>::close_item(double now, std::uint32_t slot)
{
    const ItemNote& item = s_.calls.item(slot);
    ContactState& contact = s_.contacts[s_.calls[slot].contact];
    contact.backlog.add(now, -1.0);
    contact.aged_s += measured(item.created_s, now);
    SideCounts& beside = side(s_.calls[slot].contact, item.row);
    beside.items_promised += item.promised;
    beside.items_urgent_promised += item.promised && item.urgent;
}

template <Detail detail>
void Reception<detail>::drop_item(std::uint32_t slot)
{
    s_.calls.note(slot).keeper = Keeper::nobody;
    s_.calls.give_back(slot);
}

/// The run is over before anybody had time for it. A promise that fell due was broken; others are no
/// promise's business.
template <Detail detail>
void Reception<detail>::leave_item_open(double now, std::uint32_t slot)
{
    ItemNote& item = s_.calls.item(slot);
    ++side(s_.calls[slot].contact, item.row).items_open;
    item.promised = item.promised && item.due_s < model_.end_s;
    close_item(now, slot);
    if (item.has_need)
        rate(s_.calls.note(slot));
    drop_item(slot);
}

/// At the end of the run, before callers who are still there are worked off: the list stays for the morning.
template <Detail detail>
void Reception<detail>::leave_work()
{
    for (std::uint32_t slot = 0; slot < s_.calls.slots(); ++slot) {
        const CallNote& note = s_.calls.note(slot);
        if (note.keeper != Keeper::list)
            continue;
        const ItemStage stage = s_.calls.item(slot).stage;
        if (stage == ItemStage::waiting)
            s_.waiting.remove(s_.calls, note.queue, slot);
        s_.timers.cancel(slot);
        if (stage == ItemStage::passing)
            drop_item(slot);
        else
            leave_item_open(model_.end_s, slot);
    }
}

template <Detail detail>
void Reception<detail>::trace_item(double now, std::uint32_t slot, std::uint32_t agent,
                                   const Service& service, Outcome outcome) const
{
    const std::uint32_t group = s_.agents[agent].group;
    const std::uint32_t member_of = model_.groups[group].member_of;
    const ItemNote& item = s_.calls.item(slot);
    trace(s_.calls.note(slot), {.contact = s_.calls[slot].contact,
                                .outcome = outcome,
                                .arrived_s = item.created_s,
                                .queue_left_s = now,
                                .talk_s = service.talk_s,
                                .wrap_up_s = service.wrap_up_s,
                                .group = member_of == none ? group : member_of,
                                .agent = agent - s_.groups[group].first_agent,
                                .handed_off_to = outcome == Outcome::worked_off && item.escalation != none
                                                     ? model_.escalations[item.escalation].to
                                                     : none,
                                .reason = LegReason::list});
}

} // namespace switchroom
