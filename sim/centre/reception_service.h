#pragma once
/// Reception: what an answer brings with it: hold, somebody on call, an outcome, the wrong desk. Part of
/// reception.h. All in the full machine.

#include "sim/centre/reception.h"

namespace switchroom {

/// An agent takes this leg: what happens in it is drawn here and counted. Hold, tries and outcome count under
/// the contact as which the attempt rang, by laws of the contact whose people have it now.
template <Detail detail>
Service Reception<detail>::begin_leg(double now, std::uint32_t contact, std::uint32_t row, CallNote& note,
                                     Service service)
{
    const ModelContact& m = model_.contacts[contact];
    service.talk_s += note.retold_s;
    note.transfer_to = none;
    if (m.hold.count > 0 || m.transfer.probability.count > 0) {
        const auto draws = three_uniforms(stream(note), address(note), Purpose::misroute);
        if (note.leg < most_legs && draws[0] < probability_at(model_, m.transfer.probability, note.arrived_s))
            note.transfer_to = m.transfer.to;
        if (draws[1] < probability_at(model_, m.hold, note.arrived_s)) {
            service.hold_s = sample(*law_at(model_, m.hold_duration, note.arrived_s), draws[2]);
            if (m.hold_in_total) {
                service.hold_s = std::min(service.hold_s, service.talk_s);
                service.talk_s -= service.hold_s;
            }
            counts(note.came_as, row).hold_s += service.hold_s;
        }
    }
    if (m.on_call.share > 0.0 && note.transfer_to == none)
        patch_to_clinician(now, contact, note, side(note.came_as, row), service);
    reach_need(note);
    if (note.transfer_to == none)
        count_outcome(note.came_as, row, note);
    return service;
}

/// The agent, once told what it is about, tries the people on call one after the other.
template <Detail detail>
void Reception<detail>::patch_to_clinician(double now, std::uint32_t contact, const CallNote& note,
                                           SideCounts& to, Service& service)
{
    const ModelOnCall& m = model_.contacts[contact].on_call;
    const StreamKey key = stream(note);
    DrawAddress at = address(note);
    const auto draws = three_uniforms(key, at, Purpose::on_call);
    if (!(draws[0] < m.share))
        return;
    ++to.on_call_needed;
    double u = draws[1];
    for (std::uint32_t tries = 1; tries <= m.tries; ++tries) {
        service.on_call_s = tries * m.try_s;
        if (u < m.reached) {
            ++to.on_call_reached;
            to.time_to_clinician_s += now - note.arrived_s + service.with_caller_s();
            break;
        }
        at.attempt += 1U << try_shift;
        u = uniform(key, at, Purpose::on_call_reach);
    }
    to.on_call_s += service.on_call_s;
}

/// The outcome with which an answered attempt ends, in CentreModel::outcomes; none if it has none.
template <Detail detail>
std::uint32_t Reception<detail>::outcome_of(std::uint32_t contact, const CallNote& note) const
{
    const Range outcomes = model_.contacts[contact].outcomes;
    if (outcomes.count == 0)
        return none;
    const double u = uniform(stream(note), address(note), Purpose::outcome);
    for (std::uint32_t o = outcomes.first; o < outcomes.end(); ++o)
        if (u < model_.outcomes[o])
            return o;
    return none;
}

template <Detail detail>
void Reception<detail>::count_outcome(std::uint32_t contact, std::uint32_t row, const CallNote& note)
{
    if (const std::uint32_t outcome = outcome_of(contact, note); outcome != none)
        ++s_.result.outcome_cells[std::size_t{outcome} * s_.result.rows + row];
}

/// Counts an answered leg: the first as the attempt's answer, later ones beside it. Talk and wrap-up of all
/// legs belong to the attempt.
template <Detail detail>
void Reception<detail>::count_leg(std::uint32_t row, const CallNote& note, double wait_s,
                                  const Service& service, std::uint32_t group)
{
    const double talk_s = service.talk_s + service.on_call_s;
    if (note.leg == 0) {
        count_answer(note.came_as, row, wait_s, talk_s, service.wrap_up_s, group);
        return;
    }
    ContactCounts& c = counts(note.came_as, row);
    c.talk_s += talk_s;
    c.wrap_up_s += service.wrap_up_s;
    ++group_counts(group).answered;
    SideCounts& beside = side(note.came_as, row);
    ++beside.transfers_answered;
    beside.transfer_wait_s += wait_s;
}

template <Detail detail>
void Reception<detail>::trace_answer(double now, std::uint32_t contact, double joined_s, const CallNote& note,
                                     const Service& service, std::uint32_t agent) const
{
    const std::uint32_t group = s_.agents[agent].group;
    const std::uint32_t member_of = model_.groups[group].member_of;
    trace(note, {.contact = contact,
                 .outcome = Outcome::answered,
                 .arrived_s = joined_s,
                 .queue_left_s = now,
                 .talk_s = service.talk_s,
                 .hold_s = service.hold_s,
                 .on_call_s = service.on_call_s,
                 .wrap_up_s = service.wrap_up_s,
                 .group = member_of == none ? group : member_of,
                 .agent = agent - s_.groups[group].first_agent,
                 .handed_off_to = note.transfer_to,
                 .reason = reason_of(note, note.queue)});
}

/// The caller goes to the next agent, or hangs up: the line is free, the agent may still wrap up.
template <Detail detail>
void Reception<detail>::talk_ends(double now, std::uint32_t slot)
{
    s_.timers.cancel(slot);
    CallNote& note = s_.calls.note(slot);
    if (note.transfer_to != none) {
        pass_on(now, slot);
        return;
    }
    release_line(note);
    if (!note.in_hand)
        s_.calls.give_back(slot);
}

/// The first agent's talk is over, and the call goes on to the people of another contact.
template <Detail detail>
void Reception<detail>::pass_on(double now, std::uint32_t slot)
{
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    const std::uint32_t from = call.contact;
    const std::uint32_t to = note.transfer_to;
    if (note.in_hand) { // that agent has only the wrap-up left
        s_.agents[note.agent].call = none;
        note.in_hand = false;
    }
    const double retold_s = model_.contacts[from].transfer.retold_s;
    ++side(note.came_as, call.row).transfers;
    side(note.came_as, call.row).retold_s += retold_s;
    ++side(to, s_.row).transfers_in;
    ++note.so_far.transferred;
    if (retold_s > 0.0)
        ++note.so_far.retold;
    note.transfer_to = none;
    note.has_waited = false;
    note.resumed = false;
    ++note.leg;
    if (is_work(to)) {
        becomes_item(now, slot, to);
        return;
    }
    call.contact = to;
    draw_times_of_leg(now, slot);
    note.retold_s = retold_s;
    come_to(now, slot, none, s_.contacts[to].entry_queue);
}

} // namespace switchroom
