#pragma once
/// Reception: chats, of which an agent has several at once (docs/model.md, Chat). Part of reception.h. All in
/// the full machine.

#include "sim/centre/reception.h"

namespace switchroom {

/// A chat's time × this while its agent has so many chats.
template <Detail detail>
double Reception<detail>::slowdown(std::uint32_t contact, std::uint32_t chats) const
{
    const Range list = model_.contacts[contact].chat.slowdown;
    return list.count == 0 ? 1.0 : model_.slowdowns[list.first + std::min(chats, list.count) - 1];
}

/// Who takes a contact that comes to this step now: for calls as find_group says; for a chat also an agent
/// who has chats already and room for it.
template <Detail detail>
typename Reception<detail>::Match Reception<detail>::find_taker(std::uint32_t queue,
                                                                const CallNote& note) const
{
    const Match idle = find_group(queue, note);
    if constexpr (full)
        if (is_chat(model_.index.queues[queue].contact))
            return find_place(queue, idle);
    return idle;
}

/// Who takes a chat for which find_group names `idle` (or nobody). In the order of the offers; among offers
/// alike an idle agent first.
template <Detail detail>
typename Reception<detail>::Match Reception<detail>::find_place(std::uint32_t queue, const Match& idle) const
{
    const ModelQueue& step = model_.index.queues[queue];
    if (idle.group != none && step.choose != ChooseGroup::listed)
        return idle;
    const QueueOffer* chosen = nullptr;
    std::uint32_t agent = none;
    for (std::uint32_t i = step.offers.first; i < step.offers.end(); ++i) {
        const QueueOffer& offer = model_.index.offers[i];
        if (step.choose == ChooseGroup::listed && chosen != nullptr && offer.rank != chosen->rank)
            break;
        if (idle.group != none && offer.rank == rank_of(step.offers, idle.skill))
            break;
        const std::uint32_t found = s_.skill_off[offer.skill] ? none : least_loaded(offer.group);
        if (found == none || s_.chats.agents[found].chats >= model_.contacts[step.contact].chat.concurrency)
            continue;
        if (agent == none || has_more_room(found, agent)) {
            chosen = &offer;
            agent = found;
        }
    }
    if (chosen == nullptr)
        return idle;
    Match match{chosen->group, queue, chosen->skill, chosen->pace};
    match.agent = agent;
    return match;
}

template <Detail detail>
std::uint32_t Reception<detail>::rank_of(Range offers, std::uint32_t skill) const
{
    std::uint32_t i = offers.first;
    while (model_.index.offers[i].skill != skill)
        ++i;
    return model_.index.offers[i].rank;
}

/// Whether the next chat is rather a's than b's: fewer chats, then longer without a new one, then the file.
template <Detail detail>
bool Reception<detail>::has_more_room(std::uint32_t a, std::uint32_t b) const
{
    const ChatAgent& left = s_.chats.agents[a];
    const ChatAgent& right = s_.chats.agents[b];
    if (left.chats != right.chats)
        return left.chats < right.chats;
    if (left.got_last_s != right.got_last_s)
        return left.got_last_s < right.got_last_s;
    return a < b;
}

/// Of the group's agents with chats who take new ones, the one with the fewest; none if there is none. As
/// many of them as have to leave or to go on a break, those who will be done first, take no new ones.
template <Detail detail>
std::uint32_t Reception<detail>::least_loaded(std::uint32_t g) const
{
    const GroupState& group = s_.groups[g];
    const std::uint32_t beyond = group.present > group.staffed ? group.present - group.staffed : 0;
    const std::uint32_t count = s_.chats.group_counts[g];
    const std::uint32_t winding_down = beyond + group.breaks_owed;
    if (count <= winding_down)
        return none;
    const std::uint32_t* const chatting = s_.chats.chatting.data() + group.first_agent;
    const auto rank = [&](std::uint32_t agent) {
        std::uint32_t before = 0;
        for (std::uint32_t i = 0; i < count; ++i)
            before += has_more_room(chatting[i], agent);
        return before;
    };
    std::uint32_t best = none;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t agent = chatting[i];
        if (winding_down > 0 && rank(agent) < winding_down)
            continue;
        if (best == none || has_more_room(agent, best))
            best = agent;
    }
    return best;
}

/// The agent whom find_taker named, no longer idle.
template <Detail detail>
std::uint32_t Reception<detail>::take_agent(double now, const Match& match, const CallNote& note)
{
    return full && match.agent != none ? match.agent : take_idle(now, match.group, note);
}

/// The agent, who is idle no more, freed or has chats, begins this one, which is in no queue any more.
template <Detail detail>
void Reception<detail>::begin_chat(double now, std::uint32_t slot, std::uint32_t agent, const Match& match)
{
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    note.queue = match.queue;
    apply_skill(now, call.contact, note, match, call.talk_s, call.wrap_up_s);
    const double pace = pace_of(agent);
    const Service service =
        begin_leg(now, call.contact, call.row, note, {call.talk_s * pace, call.wrap_up_s * pace});
    count_leg(call.row, note, now - call.joined_s, {}, match.group); // its times as it ends
    remember_answer(note, now - call.joined_s, match.group);
    remember_wait(call.contact, now - call.joined_s);
    if (note.predicted_by != none)
        count_prediction(now, call.row, note, match.group);
    note.keeper = Keeper::chat;
    if (slot >= s_.chats.in_hand.size())
        s_.chats.in_hand.resize(s_.calls.slots());
    const std::uint32_t chats = s_.chats.agents[agent].chats;
    if (chats == 0)
        begin_chatting(now, agent);
    else
        share_time_anew(now, agent, chats, chats + 1);
    ChatAgent& record = s_.chats.agents[agent];
    call.previous = none;
    call.next = record.newest;
    if (record.newest != none)
        s_.calls[record.newest].previous = slot;
    record.newest = slot;
    record.got_last_s = now;
    ++record.chats;
    const double work_s = service.total_s();
    ChatInHand& chat = s_.chats.in_hand[slot];
    chat = {.agent = agent, .began_s = now, .since_s = now};
    chat.left_s = work_s * slowdown(call.contact, record.chats);
    chat.talk_share = work_s > 0.0 ? service.with_caller_s() / work_s : 1.0;
    set_timer(slot, now + chat.left_s, tie(EventClass::end_of_service));
}

template <Detail detail>
void Reception<detail>::begin_chatting(double now, std::uint32_t agent)
{
    AgentRecord& record = s_.agents[agent];
    GroupState& group = s_.groups[record.group];
    if (record.state == AgentState::busy) { // freed in this instant
        s_.agents_busy.cancel(agent);
    } else {
        s_.agents_in_two_places += s_.agents_busy.pending(agent) || record.state == AgentState::chatting;
        busy_changes(now, group, 1.0);
    }
    record.state = AgentState::chatting;
    s_.chats.agents[agent].since_s = now;
    s_.chats.begin(agent, record.group, group.first_agent);
}

/// Brings what is told of a chat up to now; its agent has had so many since it was last told.
template <Detail detail>
void Reception<detail>::bring_up(double now, ChatInHand& chat, std::uint32_t chats) const
{
    const double passed_s = now - chat.since_s;
    chat.elapsed_s += passed_s;
    chat.left_s = std::max(chat.left_s - passed_s, 0.0);
    chat.agent_s += passed_s / chats;
    chat.since_s = now;
}

/// The agent's chats go on at the pace of another number of chats.
template <Detail detail>
void Reception<detail>::share_time_anew(double now, std::uint32_t agent, std::uint32_t chats,
                                        std::uint32_t chats_from_now)
{
    for (std::uint32_t slot = s_.chats.agents[agent].newest; slot != none; slot = s_.calls[slot].next) {
        ChatInHand& chat = s_.chats.in_hand[slot];
        bring_up(now, chat, chats);
        const double was = slowdown(s_.calls[slot].contact, chats);
        const double is = slowdown(s_.calls[slot].contact, chats_from_now);
        if (was == is)
            continue;
        chat.left_s *= is / was;
        set_timer(slot, now + chat.left_s, tie(EventClass::end_of_service));
    }
}

template <Detail detail>
void Reception<detail>::chat_ends(double now, std::uint32_t slot)
{
    s_.timers.cancel(slot);
    const std::uint32_t agent = s_.chats.in_hand[slot].agent;
    note_event(now, Kind::end_of_service, s_.agents[agent].group);
    ChatAgent& record = s_.chats.agents[agent];
    count_chat(slot, record.chats);
    Call& call = s_.calls[slot];
    (call.previous == none ? record.newest : s_.calls[call.previous].next) = call.next;
    if (call.next != none)
        s_.calls[call.next].previous = call.previous;
    --record.chats;
    const std::uint32_t contact = call.contact;
    const CallNote note = s_.calls.note(slot);
    s_.calls.give_back(slot);
    settle_need(now, contact, note);
    if (record.chats > 0) {
        share_time_anew(now, agent, record.chats + 1, record.chats);
        if (s_.waiting.size() > 0)
            fill_places(now);
        return;
    }
    end_chatting(now, agent);
    becomes_free(now, agent);
}

/// The agent's last chat is over; what comes next is still to be seen.
template <Detail detail>
void Reception<detail>::end_chatting(double now, std::uint32_t agent)
{
    AgentRecord& record = s_.agents[agent];
    GroupState& group = s_.groups[record.group];
    const double since_s = s_.chats.agents[agent].since_s;
    group.handled_s += measured(since_s, now);
    record.busy_s += now - since_s;
    record.state = AgentState::busy;
    s_.chats.end(agent, record.group, group.first_agent);
}

/// Counts the times of a chat that goes on to its end with its agent having `chats`.
template <Detail detail>
void Reception<detail>::count_chat(std::uint32_t slot, std::uint32_t chats)
{
    ChatInHand& chat = s_.chats.in_hand[slot];
    const Call& call = s_.calls[slot];
    const CallNote& note = s_.calls.note(slot);
    chat.agent_s += chat.left_s / chats;
    chat.elapsed_s += chat.left_s; // not the clock's difference, which is rounded
    const double talk_s = chat.elapsed_s * chat.talk_share;
    const double wrap_up_s = chat.elapsed_s - talk_s;
    counts(note.came_as, call.row).talk_s += talk_s;
    counts(note.came_as, call.row).wrap_up_s += wrap_up_s;
    side(note.came_as, call.row).chat_s += chat.elapsed_s;
    side(note.came_as, call.row).chat_agent_s += chat.agent_s;
    trace_answer(chat.began_s, call.contact, call.joined_s, note, {talk_s, wrap_up_s}, chat.agent);
}

/// Agents who have chats and room take those that wait.
template <Detail detail>
void Reception<detail>::fill_places(double now)
{
    for (std::uint32_t g = 0; g < s_.groups.size(); ++g)
        for (;;) {
            const std::uint32_t agent = least_loaded(g);
            if (agent == none)
                break;
            const Match match = find_call(now, g, 0, false, s_.chats.agents[agent].chats);
            if (match.queue == none)
                break;
            answer_waiting(now, agent, match);
        }
}

/// The agent, still counted as busy, is done with the last contact.
template <Detail detail>
void Reception<detail>::becomes_free(double now, std::uint32_t agent)
{
    goes_on(now, agent);
    if constexpr (full)
        if (model_.index.has_chats && s_.waiting.size() > 0)
            fill_places(now);
}

/// The end of the run finds these chats in hand. They were answered, and count with the end that they would
/// have had, as calls do.
template <Detail detail>
void Reception<detail>::leave_with_chats()
{
    for (std::uint32_t agent = 0; agent < s_.agents.size(); ++agent) {
        const ChatAgent& record = s_.chats.agents[agent];
        if (record.chats == 0)
            continue;
        s_.groups[s_.agents[agent].group].handled_s += measured(record.since_s, model_.end_s);
        for (std::uint32_t slot = record.newest; slot != none; slot = s_.calls[slot].next) {
            const CallNote note = s_.calls.note(slot);
            count_chat(slot, record.chats);
            settle_need(never_s, s_.calls[slot].contact, note);
        }
    }
}

} // namespace switchroom
