#pragma once
/// Reception: what becomes of a caller's need when an attempt is over: settled, tried again or given up. Part
/// of reception.h. All in the full machine: in the plain one every attempt is a need of its own.

#include "sim/centre/reception.h"

namespace switchroom {

/// Whether this caller, whom nobody answered, tries again; if so the next attempt is set.
template <Detail detail>
bool Reception<detail>::redials(double now, std::uint32_t contact, const CallNote& note, Range probability)
{
    const ModelContact& m = model_.contacts[contact];
    if (probability.count == 0 || note.redials >= m.redial_at_most)
        return false;
    const auto draws = three_uniforms(stream(note), address(note), Purpose::wrap_up);
    if (!(draws[2] < probability_at(model_, probability, now)))
        return false;
    const Distribution* delay = law_at(model_, m.redial_delay, now);
    const double u = uniform(stream(note), address(note), Purpose::redial_delay);
    return set_later_attempt(now + (delay ? sample(*delay, u) : 0.0), contact, note, false);
}

/// A person has answered, for the first time or again.
template <Detail detail>
void Reception<detail>::reach_need(CallNote& note)
{
    if (note.leg > 0)
        return;
    note.first_answer = !note.reached;
    counts(note.need_contact, note.need_row).needs_answered += note.first_answer && !note.settled_elsewhere;
    note.reached = true;
}

/// Whether the talk of the last agent settles the matter.
template <Detail detail>
bool Reception<detail>::settles(std::uint32_t contact, const CallNote& note) const
{
    const double unresolved = probability_at(model_, model_.contacts[contact].unresolved, note.arrived_s);
    return !(unresolved > 0.0 && uniform(stream(note), address(note), Purpose::resolution) < unresolved);
}

/// The last agent to have the call is done with it: either that settles the matter, or the caller calls again
/// some time after the talk. Slots may move: no reference into s_.calls outlives this.
template <Detail detail>
void Reception<detail>::settle_need(double talk_ends_s, std::uint32_t contact, const CallNote& note)
{
    const ModelContact& m = model_.contacts[contact];
    if (!settles(contact, note)) {
        const Distribution* delay = law_at(model_, m.repeat_delay, note.arrived_s);
        const double u = uniform(stream(note), address(note), Purpose::repeat_delay);
        const std::uint32_t same = m.work == none ? contact : note.came_as;
        CallNote last = note;
        ++last.so_far.unresolved;
        if (!set_later_attempt(talk_ends_s + (delay ? sample(*delay, u) : 0.0),
                               m.repeat_as == none ? same : m.repeat_as, last, true))
            rate(last);
        return;
    }
    rate(note);
    ContactCounts& need = counts(note.need_contact, note.need_row);
    ++need.needs_resolved;
    need.needs_resolved_first += note.first_answer;
}

/// Sets the need's next attempt, as a call of `contact`. False if the run ends before it would ring.
template <Detail detail>
bool Reception<detail>::set_later_attempt(double at_s, std::uint32_t contact, const CallNote& last,
                                          bool is_repeat)
{
    if (!(at_s < model_.end_s))
        return false;
    CallNote next;
    next.number = last.number;
    next.date = last.date;
    next.copy = last.copy;
    next.need_contact = last.need_contact;
    next.need_row = last.need_row;
    next.reached = last.reached;
    next.settled_elsewhere = last.settled_elsewhere;
    next.so_far = last.so_far;
    next.is_repeat = is_repeat;
    next.attempt = last.attempt + 1;
    next.redials = last.redials + !is_repeat;
    const std::uint32_t slot = s_.calls.take();
    s_.calls[slot].contact = contact;
    s_.calls.note(slot) = next;
    set_timer(slot, at_s, tie(EventClass::arrival));
    ++(is_repeat ? s_.contacts[contact].repeats_made : s_.contacts[contact].redials_made);
    return true;
}

/// A redial or repeat rings, with patience and talk of its own.
template <Detail detail>
void Reception<detail>::later_attempt(double now, std::uint32_t slot)
{
    Attempt attempt;
    attempt.contact = s_.calls[slot].contact;
    attempt.note = s_.calls.note(slot);
    s_.timers.cancel(slot);
    s_.calls.give_back(slot);

    const ModelContact& contact = model_.contacts[attempt.contact];
    const StreamKey key = stream(attempt.note);
    const auto draws = three_uniforms(key, address(attempt.note), Purpose::arrival_gap);
    const double factor = factor_at(model_, contact.handle_factors, s_.day, now, key_.seed, key_.replication);
    if (const Distribution* talk = law_at(model_, contact.talk, now))
        attempt.talk_s = factor * sample(*talk, draws[1]);
    if (const Distribution* wrap_up = law_at(model_, contact.wrap_up, now))
        attempt.wrap_up_s = factor * sample(*wrap_up, uniform(key, address(attempt.note), Purpose::wrap_up));
    if (const Distribution* patience = law_at(model_, contact.patience, now))
        attempt.patience_s = sample(*patience, draws[2]);
    if (is_work(attempt.contact)) {
        ++s_.contacts[attempt.contact].repeats_arrived;
        item_arrives(now, attempt);
        return;
    }
    if (attempt.note.is_repeat) {
        ++s_.contacts[attempt.contact].repeats_arrived;
        ++counts(attempt.contact, s_.row).repeats;
    } else {
        ++s_.contacts[attempt.contact].redials_arrived;
        ++counts(attempt.contact, s_.row).redials;
    }
    arrive(now, attempt);
}

/// The need's last attempt reached nobody, and none is set to follow.
template <Detail detail>
void Reception<detail>::lose(const CallNote& note)
{
    if (!note.reached && !note.settled_elsewhere)
        ++counts(note.need_contact, note.need_row).lost_callers;
}

} // namespace switchroom
