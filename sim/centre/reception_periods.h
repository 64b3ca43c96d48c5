#pragma once
/// Reception: opening and closing, staffing, absences, reporting intervals. Part of reception.h.

#include "sim/centre/reception.h"

namespace switchroom {

/// Everything of this class that is due at `now`. All changes are made before anybody reacts to one of them.
template <Detail detail>
void Reception<detail>::change_period(double now)
{
    if constexpr (!full)
        forget_all_departed(now);
    pass_reporting_edges(now);
    const std::size_t first_change = s_.next_change;
    bool changed = draw_absences_anew(now);
    if constexpr (full)
        changed |= shifts_start(now);
    changed |= apply_changes(now);
    if (changed) {
        settle(now);
        if constexpr (full)
            for (std::size_t i = first_change; i < s_.next_change; ++i)
                if (const PeriodChange& change = model_.changes[i]; change.kind == ChangeKind::break_due)
                    break_falls_due(now, change.subject, change.value);
    }
    const double next_s = next_period_s(now);
    s_.arrivals.set(period_slot(), next_s < model_.end_s ? next_s : never_s, tie(EventClass::period));
}

template <Detail detail>
double Reception<detail>::next_period_s(double now) const
{
    double next_s = never_s;
    if (s_.next_change < model_.changes.size())
        next_s = model_.changes[s_.next_change].at_s;
    if (s_.next_edge < model_.cells)
        next_s = std::min(next_s, model_.measure_from_s + s_.next_edge * model_.interval_s);
    for (const GroupState& group : s_.groups) {
        next_s = std::min(next_s, group.next_block_s);
        if (full && group.next_start < group.starts.size())
            next_s = std::min(next_s, group.starts[group.next_start].at_s);
    }
    if (s_.day + 1 < model_.days.size())
        next_s = std::min(next_s, model_.days[s_.day + 1].start_s);
    SWITCHROOM_CHECK(next_s > now, "periods go forwards");
    return next_s;
}

template <Detail detail>
void Reception<detail>::pass_reporting_edges(double now)
{
    while (s_.next_edge < model_.cells && model_.measure_from_s + s_.next_edge * model_.interval_s <= now) {
        flush_into_row(now);
        s_.row = s_.next_edge++;
    }
}

/// Brings all integrals up to date and adds them to the current row.
template <Detail detail>
void Reception<detail>::flush_into_row(double now)
{
    for (std::uint32_t c = 0; c < s_.contacts.size(); ++c) {
        ContactState& contact = s_.contacts[c];
        ContactCounts& row = counts(c, s_.row);
        row.queue_s += contact.waiting.take(now);
        row.longest_queue = std::max(row.longest_queue, static_cast<std::int64_t>(contact.longest_queue));
        contact.longest_queue = contact.waiting.value();
        if (full && is_work(c)) {
            SideCounts& beside = side(c, s_.row);
            beside.backlog_s += contact.backlog.take(now);
            beside.backlog_max =
                std::max(beside.backlog_max, static_cast<std::int64_t>(contact.most_backlog));
            contact.most_backlog = contact.backlog.value();
        }
    }
    for (std::uint32_t g = 0; g < s_.groups.size(); ++g) {
        GroupState& group = s_.groups[g];
        GroupCounts& row = group_counts(g);
        const double available_s = group.available.take(now);
        row.busy_s += group.busy.take(now);
        row.available_s += available_s;
        row.capacity_s += available_s + group.beyond.take(now);
        row.paid_s += group.paid.take(now);
        row.most_busy = std::max(row.most_busy, static_cast<std::int64_t>(group.most_busy));
        group.most_busy = group.busy.value();
    }
}

template <Detail detail>
bool Reception<detail>::apply_changes(double now)
{
    const std::size_t first = s_.next_change;
    for (; s_.next_change < model_.changes.size() && model_.changes[s_.next_change].at_s <= now;
         ++s_.next_change) {
        const PeriodChange& change = model_.changes[s_.next_change];
        switch (change.kind) {
        case ChangeKind::contact_open:
            s_.contacts[change.subject].open = change.value != 0;
            break;
        case ChangeKind::group_scheduled:
            s_.groups[change.subject].scheduled = change.value;
            break;
        case ChangeKind::group_away:
            s_.groups[change.subject].away = change.value != 0;
            break;
        case ChangeKind::skill_active:
            s_.skill_off[change.subject] = change.value == 0;
            break;
        case ChangeKind::break_due:
            break; // once everybody who comes now is there: take_breaks()
        }
    }
    return s_.next_change > first;
}

/// A new day or block of time begins: other agents are absent. True if any group has absences at all.
template <Detail detail>
bool Reception<detail>::draw_absences_anew(double now)
{
    bool anew = false;
    while (s_.day + 1 < model_.days.size() && model_.days[s_.day + 1].start_s <= now) {
        ++s_.day;
        anew = true;
    }
    bool changed = false;
    for (std::uint32_t g = 0; g < s_.groups.size(); ++g) {
        const ModelGroup& model = model_.groups[g];
        GroupState& group = s_.groups[g];
        changed |= anew && model.absence > 0.0;
        if (model.in_day_away <= 0.0 || (now < group.next_block_s && group.next_block_s < never_s && !anew))
            continue;
        const ModelDay& day = model_.days[s_.day];
        const double blocks_behind = std::floor((now - day.start_s) / model.block_s);
        group.block = static_cast<std::uint32_t>(blocks_behind);
        group.next_block_s = std::min(day.start_s + (blocks_behind + 1.0) * model.block_s, day.end_s);
        changed = true;
    }
    return changed;
}

/// How many of the scheduled agents are there: not in an away window, not absent today, not away for this
/// block.
template <Detail detail>
std::uint32_t Reception<detail>::staffed_now(std::uint32_t g) const
{
    const ModelGroup& model = model_.groups[g];
    const GroupState& group = s_.groups[g];
    if (group.away)
        return 0;
    std::uint32_t planned = group.scheduled;
    if constexpr (full) {
        const std::int64_t there = std::int64_t{planned} + group.beside_plan;
        planned = static_cast<std::uint32_t>(std::clamp<std::int64_t>(there, 0, model.most_agents));
        planned -= std::min(planned, group.on_break);
    }
    if (model.absence <= 0.0 && model.in_day_away <= 0.0)
        return planned;
    const StreamKey key = make_stream_key(key_.seed, key_.replication, model.stream);
    const std::int32_t date = model_.days[s_.day].date;
    std::uint32_t there = 0;
    for (std::uint32_t i = 0; i < planned; ++i) {
        const bool absent = model.absence > 0.0 &&
                            uniform(key, {.number = i, .date = date}, Purpose::absence) < model.absence;
        const bool away =
            model.in_day_away > 0.0 && uniform(key, {.number = i, .date = date, .attempt = group.block},
                                               Purpose::in_day_shrinkage) < model.in_day_away;
        there += !absent && !away;
    }
    return there;
}

template <Detail detail>
void Reception<detail>::settle(double now)
{
    for (std::uint32_t g = 0; g < s_.groups.size(); ++g) {
        GroupState& group = s_.groups[g];
        group.staffed = staffed_now(g);
        group.last_staffed = group.staffed > 0 ? group.staffed : group.last_staffed;
        group.available.set(now, group.staffed);
        group.paid.set(now, paid_now(group));
    }
    react(now);
}

/// Agents come and go, routes open and close, callers move on, idle agents take who waits.
template <Detail detail>
void Reception<detail>::react(double now)
{
    update_routes();
    for (std::uint32_t g = 0; g < s_.groups.size(); ++g)
        settle_staffing(now, g);
    if (s_.waiting.size() == 0)
        return;
    moving_ = true;
    move_from_closed(now);
    move_from_unable(now);
    moving_ = false;
    match_idle(now);
}

template <Detail detail>
void Reception<detail>::update_routes()
{
    for (std::uint32_t q = 0; q < model_.index.queues.size(); ++q) {
        const Range offers = model_.index.queues[q].offers;
        bool able = false; // stays so where the stage is no offer: such a route has nobody who answers
        for (std::uint32_t i = offers.first; i < offers.end(); ++i) {
            const QueueOffer& offer = model_.index.offers[i];
            const GroupState& group = s_.groups[offer.group];
            able |= group.scheduled > 0 && !group.away && !(full && s_.skill_off[offer.skill]);
        }
        s_.queue_able[q] = able;
    }
    some_closing_ = false;
    for (std::uint32_t c = 0; c < s_.contacts.size(); ++c) {
        s_.contacts[c].entry_queue = entry_of(c);
        some_closing_ |= !s_.contacts[c].open && model_.contacts[c].at_closing == Closing::serve;
    }
}

template <Detail detail>
bool Reception<detail>::route_able(std::uint32_t first_queue) const
{
    bool has_offers = false;
    for (std::uint32_t q = first_queue; q != none; q = model_.index.queues[q].next_queue) {
        if (s_.queue_able[q])
            return true;
        has_offers |= is_offer(q);
    }
    return !has_offers; // a route of machines alone needs nobody
}

/// The queue of the first step that somebody staffs, of the open route or else of the closed one; the last
/// step takes callers in whether staffed or not: they wait for the morning. None: turned away.
template <Detail detail>
std::uint32_t Reception<detail>::entry_of(std::uint32_t contact) const
{
    std::uint32_t queue = model_.index.open_queue[contact];
    if (!s_.contacts[contact].open || !route_able(queue))
        queue = model_.index.closed_queue[contact];
    if (queue == none)
        return none;
    const bool takes = s_.queue_able[queue] || model_.index.queues[queue].last || !is_offer(queue);
    return takes ? queue : step_after(queue);
}

/// Brings the number of agents present to the number staffed as far as calls in progress allow.
template <Detail detail>
void Reception<detail>::settle_staffing(double now, std::uint32_t g)
{
    GroupState& group = s_.groups[g];
    while (group.present > group.staffed && group.idle.size() > 0)
        remove_idle(now, g);
    if constexpr (full)
        while (group.present > std::max(group.staffed, s_.chats.group_counts[g]) &&
               model_.groups[g].leaves_at_once && interrupt_one(now, g)) {
        }
    for (std::uint32_t i = group.first_agent; group.present < group.staffed; ++i)
        if (s_.agents[i].state == AgentState::off)
            comes(now, i);
    busy_changes(now, group, 0.0);
}

/// Last in the file leaves first.
template <Detail detail>
void Reception<detail>::remove_idle(double now, std::uint32_t g)
{
    IdleRing& idle = s_.groups[g].idle;
    std::uint32_t last = 0;
    for (std::uint32_t k = 1; k < idle.size(); ++k)
        if (idle.at(k) > idle.at(last))
            last = k;
    leaves(now, idle.take(last));
}

/// False if nobody of the group has a live call in hand.
template <Detail detail>
bool Reception<detail>::interrupt_one(double now, std::uint32_t g)
{
    const std::uint32_t first = s_.groups[g].first_agent;
    for (std::uint32_t agent = first + model_.groups[g].most_agents; agent-- > first;)
        if (s_.agents[agent].state == AgentState::busy && !s_.agents[agent].finishes) {
            interrupt(now, agent);
            return true;
        }
    return false;
}

/// Callers of contacts that have closed, where they do not wait on.
template <Detail detail>
void Reception<detail>::move_from_closed(double now)
{
    for (std::uint32_t q = 0; q < s_.waiting.queues(); ++q) {
        const ModelQueue& queue = model_.index.queues[q];
        const Closing closing = model_.contacts[queue.contact].at_closing;
        if (!queue.in_open_route || s_.contacts[queue.contact].open || closing == Closing::serve)
            continue;
        const std::uint32_t closed = s_.contacts[queue.contact].entry_queue;
        while (s_.waiting.head(q) != none) {
            const std::uint32_t slot = s_.waiting.head(q);
            if (closing == Closing::disconnect || closed == none) {
                turn_away_waiting(now, slot, q);
                continue;
            }
            if (full && !is_plain_offer(closed)) {
                come_to(now, slot, q, closed);
                continue;
            }
            s_.waiting.remove<full>(s_.calls, q, slot);
            wait_in(now, slot, closed);
        }
    }
}

/// Callers at a step that nobody staffs any more go on to the next, unless it is the last.
template <Detail detail>
void Reception<detail>::move_from_unable(double now)
{
    for (std::uint32_t q = 0; q < s_.waiting.queues(); ++q) {
        if (s_.queue_able[q] || model_.index.queues[q].last)
            continue;
        const std::uint32_t next = step_after(q);
        for (std::uint32_t slot = s_.waiting.head(q), behind = none; slot != none; slot = behind) {
            behind = s_.calls[slot].next; // conditions may leave some where they are
            if (next == none) {
                turn_away_waiting(now, slot, q);
                continue;
            }
            if (full && !is_plain_offer(next)) {
                come_to(now, slot, q, next);
                continue;
            }
            s_.waiting.remove<full>(s_.calls, q, slot);
            wait_in(now, slot, next);
        }
    }
}

/// Idle agents take waiting calls, group by group.
template <Detail detail>
void Reception<detail>::match_idle(double now)
{
    for (std::uint32_t g = 0; g < s_.groups.size(); ++g)
        while (s_.groups[g].idle.size() > 0) {
            const Match match = find_call(now, g, s_.groups[g].idle.size(), false);
            if (match.queue == none)
                break;
            const std::uint32_t slot = s_.waiting.head(match.queue);
            answer_waiting(now, take_idle(now, g, s_.calls.note(slot)), match);
        }
    if constexpr (full)
        if (model_.index.has_chats)
            fill_places(now);
}

} // namespace switchroom
