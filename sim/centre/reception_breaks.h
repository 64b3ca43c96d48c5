#pragma once
/// Reception: breaks, learning, shifts that do not start on time, calls handed back at the end of one. Part
/// of reception.h. All in the full machine.

#include "sim/centre/reception.h"

#include <cmath>

namespace switchroom {

/// So many agents have to take this break: idle ones at once, busy ones as they finish.
template <Detail detail>
void Reception<detail>::break_falls_due(double now, std::uint32_t id, std::uint32_t agents)
{
    GroupState& group = s_.groups[model_.breaks[id].group];
    group.break_owed = id;
    group.breaks_owed = std::min(group.breaks_owed + agents, group.present);
    while (group.breaks_owed > 0 && group.idle.size() > 0)
        goes_on_break(now, group.idle.pop_longest());
}

/// Precondition: the agent is neither busy nor in the ring of idle agents, and the group owes breaks.
template <Detail detail>
void Reception<detail>::goes_on_break(double now, std::uint32_t agent)
{
    AgentRecord& record = s_.agents[agent];
    GroupState& group = s_.groups[record.group];
    const bool goes_home = group.present > group.staffed;
    leaves(now, agent);
    if (goes_home)
        return;
    --group.breaks_owed;
    const ModelBreak& m = model_.breaks[group.break_owed];
    record.state = AgentState::on_break;
    record.break_of = group.break_owed;
    ++group.on_break;
    group.on_unpaid_break += !m.paid;
    s_.agents_busy.set(agent, now + m.length_s, tie(EventClass::end_of_service));
    staffing_changes(now, record.group);
}

template <Detail detail>
void Reception<detail>::ends_break(double now, std::uint32_t agent)
{
    AgentRecord& record = s_.agents[agent];
    GroupState& group = s_.groups[record.group];
    s_.agents_busy.cancel(agent);
    record.state = AgentState::off;
    --group.on_break;
    group.on_unpaid_break -= !model_.breaks[record.break_of].paid;
    record.break_of = none;
    staffing_changes(now, record.group);
    settle_staffing(now, record.group);
    if (s_.waiting.size() > 0)
        match_idle(now);
}

/// Brings the group's number staffed, and what it is paid, up to date.
template <Detail detail>
void Reception<detail>::staffing_changes(double now, std::uint32_t g)
{
    GroupState& group = s_.groups[g];
    group.staffed = staffed_now(g);
    group.last_staffed = group.staffed > 0 ? group.staffed : group.last_staffed;
    group.available.set(now, group.staffed);
    group.paid.set(now, paid_now(group));
    busy_changes(now, group, 0.0);
}

template <Detail detail>
double Reception<detail>::paid_now(const GroupState& group) const
{
    return group.scheduled > group.on_unpaid_break ? group.scheduled - group.on_unpaid_break : 0.0;
}

/// How much longer than the experienced this agent takes, who handles one more call. Thurstone's exponential
/// learning curve in calls handled.
template <Detail detail>
double Reception<detail>::pace_of(std::uint32_t agent)
{
    AgentRecord& record = s_.agents[agent];
    const ModelLearning& m = model_.groups[record.group].learning;
    if (m.start == 1.0)
        return 1.0;
    const double position = agent - s_.groups[record.group].first_agent;
    const bool experienced =
        std::floor((position + 1.0) * m.experienced) > std::floor(position * m.experienced);
    if (experienced)
        return 1.0;
    return 1.0 + (m.start - 1.0) * std::exp2(-(record.handled++ / m.half_life_calls));
}

/// Agents who come before or after their time. True if any does now.
template <Detail detail>
bool Reception<detail>::shifts_start(double now)
{
    bool changed = false;
    for (GroupState& group : s_.groups)
        for (; group.next_start < group.starts.size() && group.starts[group.next_start].at_s <= now;
             ++group.next_start) {
            group.beside_plan += group.starts[group.next_start].change;
            changed = true;
        }
    return changed;
}

/// Full: the agent leaves in the middle of a call, which goes back to the head of its queue and is resumed by
/// whoever takes it. A caller who has hung up already (the agent was wrapping up) is gone.
template <Detail detail>
void Reception<detail>::interrupt(double now, std::uint32_t agent)
{
    const double ends_s = s_.agents_busy.time(agent);
    GroupState& group = s_.groups[s_.agents[agent].group];
    group.handled_s -= measured(now, ends_s);
    s_.agents_busy.cancel(agent);
    busy_changes(now, group, -1.0);
    const std::uint32_t slot = s_.agents[agent].call;
    const double talk_left_s = slot == none ? 0.0 : (ends_s - now) - s_.calls[slot].wrap_up_s;
    if (talk_left_s <= 0.0) {
        put_down_call(agent);
        leaves(now, agent);
        return;
    }
    s_.agents[agent].call = none;
    leaves(now, agent);
    Call& call = s_.calls[slot];
    CallNote& note = s_.calls.note(slot);
    note.in_hand = false;
    note.resumed = true;
    note.patience_tie = tie(EventClass::patience);
    call.talk_s = talk_left_s;
    call.joined_s = now;
    note.queued_s = now;
    call.leaves_at_s = never_s;
    const std::uint32_t head = s_.waiting.head(note.queue);
    if (head != none)
        call.queue_key_s = std::min(call.queue_key_s, s_.calls[head].queue_key_s);
    call.order = 0;
    s_.contacts[call.contact].waiting.add(now, 1.0);
    wait_in(now, slot, note.queue);
}

} // namespace switchroom
