#pragma once
/// Reception: who serves whom, and what agents do between calls. Part of reception.h.

#include "sim/centre/reception.h"

namespace switchroom {

/// The group that takes a call of this queue now, by the step's rule; group none if nobody is idle for it.
template <Detail detail>
typename Reception<detail>::Match Reception<detail>::find_group(std::uint32_t queue,
                                                                const CallNote& note) const
{
    const ModelQueue& step = model_.index.queues[queue];
    const QueueOffer* const first = model_.index.offers.data() + step.offers.first;
    const QueueOffer* const end = first + step.offers.count;
    const QueueOffer* chosen = nullptr;
    const auto can_take = [&](const QueueOffer* offer) {
        return s_.groups[offer->group].idle.size() > offer->keep_idle &&
               !(full && s_.skill_off[offer->skill]);
    };
    if (!full || (step.choose == ChooseGroup::listed && !step.shares_rank)) {
        for (const QueueOffer* offer = first; offer != end; ++offer)
            if (can_take(offer))
                return {offer->group, queue, offer->skill, offer->pace};
        return {};
    }
    if (step.choose != ChooseGroup::random) {
        const bool by_rank = step.choose == ChooseGroup::listed;
        double since_s = never_s;
        for (const QueueOffer* offer = first; offer != end; ++offer) {
            if (by_rank && chosen != nullptr && offer->rank != chosen->rank)
                break;
            const IdleRing& idle = s_.groups[offer->group].idle;
            if (!can_take(offer) || s_.agents[idle.at(0)].idle_since_s >= since_s)
                continue;
            chosen = offer;
            since_s = s_.agents[idle.at(0)].idle_since_s;
        }
    } else {
        std::uint32_t idle_agents = 0;
        for (const QueueOffer* offer = first; offer != end; ++offer) {
            idle_agents += can_take(offer) ? s_.groups[offer->group].idle.size() : 0;
        }
        const double u = uniform(stream(note), address(note), Purpose::routing_choice);
        auto k = static_cast<std::uint32_t>(u * idle_agents);
        for (const QueueOffer* offer = first; offer != end && chosen == nullptr && idle_agents > 0; ++offer) {
            const std::uint32_t idle = s_.groups[offer->group].idle.size();
            if (!can_take(offer))
                continue;
            if (k < idle)
                chosen = offer;
            k -= idle;
        }
    }
    return chosen ? Match{chosen->group, queue, chosen->skill, chosen->pace} : Match{};
}

/// The idle agent whom the group's `pick` names, no longer idle. Precondition: the group has one.
template <Detail detail>
std::uint32_t Reception<detail>::take_idle(double now, std::uint32_t group, const CallNote& note)
{
    IdleRing& idle = s_.groups[group].idle;
    if (!full || model_.groups[group].pick == PickAgent::longest_idle)
        return idle.pop_longest();
    if (model_.groups[group].pick == PickAgent::random) {
        const double u = uniform(stream(note), address(note), Purpose::agent_choice);
        return idle.take(static_cast<std::uint32_t>(u * idle.size()));
    }
    std::uint32_t best = 0;
    double least = never_s;
    for (std::uint32_t k = 0; k < idle.size(); ++k) {
        const AgentRecord& agent = s_.agents[idle.at(k)];
        const double present_s = agent.present_s + (now - agent.present_since_s);
        const double share = present_s > 0.0 ? agent.busy_s / present_s : 0.0;
        if (share < least || (share == least && idle.at(k) < idle.at(best))) {
            best = k;
            least = share;
        }
    }
    return idle.take(best);
}

/// The waiting call that an agent of the group takes next, by the group's `next`; queue none if there is
/// none. `idle_agents` counts that agent. `closing_only`: callers left over from opening hours only. `chats`
/// above 0: the agent has so many, and looks for one more.
template <Detail detail>
typename Reception<detail>::Match Reception<detail>::find_call(double now, std::uint32_t group,
                                                               std::uint32_t idle_agents, bool closing_only,
                                                               std::uint32_t chats)
{
    const Range row = model_.index.group_sources[group];
    const QueueSource* const end = model_.index.sources.data() + row.end();
    const bool weighted = model_.groups[group].next == NextCall::weighted_wait;
    const bool by_length = full && model_.groups[group].next == NextCall::longest_queue;
    const QueueSource* best = nullptr;
    const Call* best_call = nullptr;
    double best_weight = 0.0;
    for (const QueueSource* source = end - row.count; source != end; ++source) {
        if constexpr (!full)
            forget_departed(now, source->queue);
        const std::uint32_t head = s_.waiting.head(source->queue);
        if (head == none)
            continue;
        if (best != nullptr && source->rank > best->rank)
            break;
        const Call& call = s_.calls[head];
        const bool may_take = full && chats > 0 ? chats < model_.contacts[call.contact].chat.concurrency
                                                : idle_agents > source->keep_idle;
        if (!may_take || (full && s_.skill_off[source->skill]))
            continue;
        if (closing_only &&
            (!model_.index.queues[source->queue].in_open_route || s_.contacts[call.contact].open))
            continue;
        const double weight = by_length  ? s_.waiting.length(source->queue)
                              : weighted ? (now - call.queue_key_s) * source->weight
                                         : 0.0;
        const bool better = best == nullptr || weight > best_weight ||
                            (weight == best_weight && WaitingLists::comes_before(call, *best_call));
        if (better) {
            best = source;
            best_call = &call;
            best_weight = weight;
        }
    }
    return best ? Match{group, best->queue, best->skill, best->pace} : Match{};
}

/// Talk and wrap-up as this group does them.
template <Detail detail>
void Reception<detail>::apply_skill(double now, std::uint32_t contact, const CallNote& note,
                                    const Match& match, double& talk_s, double& wrap_up_s) const
{
    if constexpr (full) {
        const ModelSkill& skill = model_.skills[match.skill];
        if (skill.talk.count > 0 || skill.wrap_up.count > 0) {
            const StreamKey key = stream(note);
            const double factor = factor_at(model_, model_.contacts[contact].handle_factors, s_.day,
                                            note.arrived_s, key_.seed, key_.replication);
            if (const Distribution* talk = law_at(model_, skill.talk, now))
                talk_s =
                    factor * note.talk_factor * sample(*talk, uniform(key, address(note), Purpose::handle));
            if (const Distribution* wrap_up = law_at(model_, skill.wrap_up, now))
                wrap_up_s = factor * sample(*wrap_up, uniform(key, address(note), Purpose::wrap_up));
        }
    }
    talk_s *= match.pace;
    wrap_up_s *= match.pace;
}

template <Detail detail>
void Reception<detail>::count_answer(std::uint32_t contact, std::uint32_t row, double wait_s, double talk_s,
                                     double wrap_up_s, std::uint32_t group)
{
    ContactCounts& c = counts(contact, row);
    ++c.answered;
    c.answered_within += wait_s <= model_.contacts[contact].threshold_s;
    c.wait_answered_s += wait_s;
    c.longest_wait_s = std::max(c.longest_wait_s, wait_s);
    c.talk_s += talk_s;
    c.wrap_up_s += wrap_up_s;
    GroupCounts& served_by = group_counts(group);
    ++served_by.answered;
    served_by.answered_of_others += !model_.contacts[contact].is_ours;
    if (model_.collect_waits && row != s_.result.warm_up_row())
        s_.result.waits[contact].add(wait_s);
}

template <Detail detail>
void Reception<detail>::begin_service(double now, std::uint32_t agent, double handle_s)
{
    AgentRecord& record = s_.agents[agent];
    const double ends_s = now + handle_s;
    if (record.state != AgentState::busy) {
        s_.agents_in_two_places += s_.agents_busy.pending(agent);
        record.state = AgentState::busy;
        busy_changes(now, s_.groups[record.group], 1.0);
    }
    s_.agents_busy.set(agent, ends_s, tie(EventClass::end_of_service));
    s_.groups[record.group].handled_s += measured(now, ends_s);
    if constexpr (full) {
        record.busy_s += handle_s;
        record.finishes = false;
    }
}

template <Detail detail>
void Reception<detail>::busy_changes(double now, GroupState& group, double change)
{
    group.busy.add(now, change);
    const double busy = group.busy.value();
    group.most_busy = std::max(group.most_busy, busy);
    if (busy > group.staffed || group.beyond.value() > 0.0) [[unlikely]]
        group.beyond.set(now, std::max(busy - group.staffed, 0.0));
}

template <Detail detail>
void Reception<detail>::answer_at_once(double now, const Attempt& attempt, const Match& match)
{
    if constexpr (full)
        if (is_chat(attempt.contact)) {
            const std::uint32_t slot = keep_attempt(attempt);
            s_.calls[slot].joined_s = now;
            begin_chat(now, slot, take_agent(now, match, attempt.note), match);
            return;
        }
    double talk_s = attempt.talk_s;
    double wrap_up_s = attempt.wrap_up_s;
    apply_skill(now, attempt.contact, attempt.note, match, talk_s, wrap_up_s);
    const std::uint32_t agent = take_idle(now, match.group, attempt.note);
    if constexpr (full) {
        const std::uint32_t row = attempt.note.arrival_row;
        CallNote note = attempt.note;
        note.queue = match.queue;
        const double pace = pace_of(agent);
        talk_s *= pace;
        wrap_up_s *= pace;
        const Service service = begin_leg(now, attempt.contact, row, note, {talk_s, wrap_up_s});
        count_leg(row, note, 0.0, service, match.group);
        remember_wait(attempt.contact, 0.0);
        remember_answer(note, 0.0, match.group);
        begin_service(now, agent, service.total_s());
        trace_answer(now, attempt.contact, now, note, service, agent);
        if (note.transfer_to == none)
            settle_need(now + service.with_caller_s(), attempt.contact, note);
        if (!keeps_slot(note, match.group))
            return;
        const std::uint32_t slot = s_.calls.take();
        Call& call = s_.calls[slot];
        call = Call{};
        call.joined_s = now;
        call.queue_key_s = now - model_.contacts[attempt.contact].head_start_s;
        call.talk_s = service.with_caller_s();
        call.wrap_up_s = wrap_up_s;
        call.row = row;
        call.contact = attempt.contact;
        s_.calls.note(slot) = note;
        keep_call_in_hand(now, slot, agent);
    } else {
        count_answer(attempt.contact, s_.row, 0.0, talk_s, wrap_up_s, match.group);
        begin_service(now, agent, talk_s + wrap_up_s);
    }
}

/// A freed or idle agent takes the head of the queue that find_call named.
template <Detail detail>
void Reception<detail>::answer_waiting(double now, std::uint32_t agent, const Match& match)
{
    answer_slot(now, s_.waiting.head(match.queue), agent, match);
}

template <Detail detail>
void Reception<detail>::answer_slot(double now, std::uint32_t slot, std::uint32_t agent, const Match& match)
{
    if (full && s_.calls.note(slot).keeper == Keeper::list) {
        begin_item(now, slot, agent, match);
        return;
    }
    leave_queue(now, slot, match.queue);
    if constexpr (full) {
        const std::uint32_t contact = s_.calls[slot].contact;
        if (is_chat(contact)) {
            begin_chat(now, slot, agent, match);
            return;
        }
        CallNote note = s_.calls.note(slot); // settle_need may move the slots
        note.queue = match.queue;
        const bool begins = !note.resumed;
        if (begins) {
            Call& call = s_.calls[slot];
            apply_skill(now, contact, note, match, call.talk_s, call.wrap_up_s);
            const double pace = pace_of(agent);
            call.talk_s *= pace;
            call.wrap_up_s *= pace;
            const Service service = begin_leg(now, contact, call.row, note, {call.talk_s, call.wrap_up_s});
            count_leg(call.row, note, now - call.joined_s, service, match.group);
            remember_wait(contact, now - call.joined_s);
            if (note.predicted_by != none)
                count_prediction(now, call.row, note, match.group);
            remember_answer(note, now - call.joined_s, match.group);
            trace_answer(now, contact, call.joined_s, note, service, agent);
            call.talk_s = service.with_caller_s();
            s_.calls.note(slot) = note;
        }
        const double talk_ends_s = now + s_.calls[slot].talk_s;
        begin_service(now, agent, s_.calls[slot].talk_s + s_.calls[slot].wrap_up_s);
        if (keeps_slot(note, match.group))
            keep_call_in_hand(now, slot, agent);
        else
            s_.calls.give_back(slot);
        if (begins && note.transfer_to == none)
            settle_need(talk_ends_s, contact, note);
    } else {
        const Call& call = s_.calls[slot];
        const double talk_s = call.talk_s * match.pace;
        const double wrap_up_s = call.wrap_up_s * match.pace;
        count_answer(call.contact, call.row, now - call.joined_s, talk_s, wrap_up_s, match.group);
        begin_service(now, agent, talk_s + wrap_up_s);
        s_.calls.give_back(slot);
    }
}

/// Full: something is still to happen to an answered call before the agent is done with it.
template <Detail detail>
bool Reception<detail>::keeps_slot(const CallNote& note, std::uint32_t group) const
{
    return note.line != none || note.transfer_to != none || model_.groups[group].leaves_at_once;
}

/// Full: the slot lives on while the caller holds a line, or the agent may hand the call back.
template <Detail detail>
void Reception<detail>::keep_call_in_hand(double now, std::uint32_t slot, std::uint32_t agent)
{
    CallNote& note = s_.calls.note(slot);
    if (note.line != none || note.transfer_to != none)
        set_timer(slot, now + s_.calls[slot].talk_s, tie(EventClass::end_of_service));
    if (model_.groups[s_.agents[agent].group].leaves_at_once) {
        s_.agents[agent].call = slot;
        note.agent = agent;
        note.in_hand = true;
    }
}

/// Full: the agent is done with the call.
template <Detail detail>
void Reception<detail>::put_down_call(std::uint32_t agent)
{
    const std::uint32_t slot = s_.agents[agent].call;
    if (slot == none)
        return;
    s_.agents[agent].call = none;
    s_.calls.note(slot).in_hand = false;
    const CallNote& note = s_.calls.note(slot);
    if (note.line == none && note.transfer_to == none)
        s_.calls.give_back(slot);
}

template <Detail detail>
void Reception<detail>::end_of_service(double now, std::uint32_t agent)
{
    if (full && s_.agents[agent].state == AgentState::on_break) {
        ends_break(now, agent);
        return;
    }
    note_event(now, Kind::end_of_service, s_.agents[agent].group);
    if constexpr (full)
        put_down_call(agent);
    becomes_free(now, agent);
}

/// The agent, done with a contact, takes the next, a break or a rest, or leaves.
template <Detail detail>
void Reception<detail>::goes_on(double now, std::uint32_t agent)
{
    const std::uint32_t g = s_.agents[agent].group;
    GroupState& group = s_.groups[g];
    if constexpr (full) {
        if (group.breaks_owed > 0) {
            s_.agents_busy.cancel(agent);
            busy_changes(now, group, -1.0);
            goes_on_break(now, agent);
            return;
        }
    }
    const bool stays = group.present <= group.staffed;
    if (s_.waiting.size() > 0 && (stays || some_closing_)) {
        const Match match = find_call(now, g, group.idle.size() + 1, !stays);
        if (match.queue != none) {
            answer_waiting(now, agent, match);
            return;
        }
    }
    s_.agents_busy.cancel(agent);
    busy_changes(now, group, -1.0);
    if (stays)
        becomes_idle(now, agent);
    else
        leaves(now, agent);
}

template <Detail detail>
void Reception<detail>::becomes_idle(double now, std::uint32_t agent)
{
    AgentRecord& record = s_.agents[agent];
    record.state = AgentState::idle;
    record.idle_since_s = now;
    s_.groups[record.group].idle.push(agent);
}

/// Precondition: the agent is neither busy nor in the ring of idle agents.
template <Detail detail>
void Reception<detail>::leaves(double now, std::uint32_t agent)
{
    AgentRecord& record = s_.agents[agent];
    record.state = AgentState::off;
    record.present_s += now - record.present_since_s;
    --s_.groups[record.group].present;
}

template <Detail detail>
void Reception<detail>::comes(double now, std::uint32_t agent)
{
    s_.agents[agent].present_since_s = now;
    ++s_.groups[s_.agents[agent].group].present;
    becomes_idle(now, agent);
}

} // namespace switchroom
