#pragma once
/// Reception: whether a call takes a step, how long it is likely to wait, and what it does when told. Part of
/// reception.h. All in the full machine.

#include "sim/centre/reception.h"

namespace switchroom {

/// True if all conditions of the stage hold for this call now. `from`: the queue in which it waits; none if
/// it is in none.
template <Detail detail>
bool Reception<detail>::step_applies(double now, std::uint32_t slot, std::uint32_t from, std::uint32_t queue)
{
    const ModelQueue& stage = model_.index.queues[queue];
    if (stage.conditions == none)
        return true;
    const ModelConditions& c = model_.conditions[stage.conditions];
    const Watch& watch = model_.index.watches[stage.conditions];
    const CallNote& note = s_.calls.note(slot);
    if (c.share < 1.0 && !(share_draw(note, stage) < c.share))
        return false;
    if (c.has_times && !is_in_times(now, c.times))
        return false;
    if (c.looks_at_queue()) {
        const double others = s_.contacts[s_.calls[slot].contact].waiting.value() - (from != none);
        if (others < c.queue_at_least || others > c.queue_at_most)
            return false;
    }
    if (c.looks_at_idle()) {
        const std::uint32_t idle = idle_agents(watch);
        if (idle < c.idle_at_least || idle > c.idle_at_most)
            return false;
    }
    if (c.looks_at_ratio()) {
        const double ratio = queue_per_agent(watch, from);
        if (ratio < c.per_agent_at_least || ratio > c.per_agent_at_most)
            return false;
    }
    if (!c.looks_at_wait())
        return true;
    const double wait_s =
        idle_agents(watch) > 0 ? 0.0 : expected_wait(now, place_of(now, slot, from), stage.conditions);
    note_prediction(now, s_.calls.note(slot), stage.conditions, wait_s);
    return wait_s >= c.wait_at_least_s && wait_s <= c.wait_at_most_s;
}

/// The same number whenever this attempt comes to this step of its route, whatever else is drawn.
template <Detail detail>
double Reception<detail>::share_draw(const CallNote& note, const ModelQueue& stage) const
{
    constexpr std::uint64_t of_shares = hash_name("share");
    StreamKey key = stream(note);
    key.value =
        mix_bits(key.value + of_shares * (2 * std::uint64_t{stage.position} + (stage.in_open_route ? 1 : 2)));
    return uniform(key, address(note), Purpose::routing_choice);
}

template <Detail detail>
bool Reception<detail>::is_in_times(double now, Range times) const
{
    const auto spans = in_range(model_.condition_times, times);
    const auto after = std::upper_bound(spans.begin(), spans.end(), now,
                                        [](double t, const Span& span) { return t < span.from_s; });
    return after != spans.begin() && now < (after - 1)->to_s;
}

template <Detail detail>
std::uint32_t Reception<detail>::idle_agents(const Watch& watch) const
{
    std::uint32_t idle = 0;
    for (const std::uint32_t group : in_range(model_.index.watched_groups, watch.groups))
        idle += s_.groups[group].idle.size();
    return idle;
}

template <Detail detail>
double Reception<detail>::staffed_agents(const Watch& watch) const
{
    double staffed = 0.0;
    for (const std::uint32_t group : in_range(model_.index.watched_groups, watch.groups))
        staffed += s_.groups[group].staffed;
    return staffed;
}

/// Calls that wait for these groups by their agents; infinite where nobody is there. A call in the queue
/// `from` does not count itself.
template <Detail detail>
double Reception<detail>::queue_per_agent(const Watch& watch, std::uint32_t from) const
{
    double waiting = 0.0;
    for (const std::uint32_t queue : in_range(model_.index.watched_queues, watch.queues))
        waiting += s_.waiting.length(queue) - (queue == from);
    const double staffed = staffed_agents(watch);
    return staffed > 0.0 ? waiting / staffed : never_s;
}

/// Where the call stands, or would stand, among those who wait.
template <Detail detail>
typename Reception<detail>::Place Reception<detail>::place_of(double now, std::uint32_t slot,
                                                              std::uint32_t from)
{
    const Call& call = s_.calls[slot];
    if (from != none)
        return {call.contact, now - call.joined_s, call.queue_key_s, call.order};
    const double waited_s = s_.calls.note(slot).has_waited ? call.joined_s : 0.0;
    const double head_start_s = model_.contacts[call.contact].head_start_s;
    return {call.contact, waited_s, now - waited_s - head_start_s, ~std::uint64_t{0}};
}

/// The wait that is left for who has that place, in seconds, by its contact's predictor; infinite where no
/// agent is there and the predictor asks for them. Queue lengths with and without impatience: Whitt (1999),
/// "Predicting queueing delays"; by past and present waits: Ibrahim and Whitt (2009), "Real-time delay
/// estimation in overloaded multiserver queues with abandonments".
template <Detail detail>
double Reception<detail>::expected_wait(double now, const Place& place, std::uint32_t watch_id) const
{
    const ModelPredictor& predictor = model_.contacts[place.contact].predictor;
    if (predictor.kind == PredictorKind::head_of_queue)
        return std::max(0.0, longest_wait_now(now, place.contact) - place.waited_s);
    if (predictor.kind == PredictorKind::last_wait || predictor.kind == PredictorKind::mean_of_last)
        return std::max(0.0, s_.wait_memory[place.contact].mean_s() - place.waited_s);
    const Watch& watch = model_.index.watches[watch_id];
    const double agents = staffed_agents(watch);
    if (agents == 0.0)
        return never_s;
    std::uint32_t ahead = 0;
    double work_s = predictor.service_s;
    double leaving_per_s = 0.0; // of those ahead, when all of them wait
    for (const std::uint32_t queue : in_range(model_.index.watched_queues, watch.queues)) {
        const std::uint32_t calls = calls_ahead(queue, place, watch);
        ahead += calls;
        const ModelPredictor& theirs = model_.contacts[model_.index.queues[queue].contact].predictor;
        work_s += calls * theirs.service_s;
        leaving_per_s += calls / theirs.patience_s;
    }
    if (predictor.kind == PredictorKind::queue_length)
        return work_s / agents;
    const double served_per_s = agents * (ahead + 1) / work_s;
    double wait_s = 0.0;
    for (std::uint32_t k = 0; k <= ahead; ++k)
        wait_s += 1.0 / (served_per_s + (k == 0 ? 0.0 : leaving_per_s * k / ahead));
    return wait_s;
}

template <Detail detail>
double Reception<detail>::longest_wait_now(double now, std::uint32_t contact) const
{
    double longest_s = 0.0;
    for (const std::uint32_t first : {model_.index.open_queue[contact], model_.index.closed_queue[contact]})
        for (std::uint32_t queue = first; queue != none; queue = model_.index.queues[queue].next_queue)
            if (const std::uint32_t head = s_.waiting.head(queue); head != none)
                longest_s = std::max(longest_s, now - s_.calls[head].joined_s);
    return longest_s;
}

/// How many of the queue are served before who has the place: all of better priority where the groups serve
/// by priority, and those before it among equals.
template <Detail detail>
std::uint32_t Reception<detail>::calls_ahead(std::uint32_t queue, const Place& place,
                                             const Watch& watch) const
{
    const std::uint32_t length = s_.waiting.length(queue);
    const std::uint32_t first_group = model_.index.watched_groups[watch.groups.first];
    if (model_.groups[first_group].next == NextCall::priority) {
        const std::int32_t theirs = model_.contacts[model_.index.queues[queue].contact].priority;
        const std::int32_t own = model_.contacts[place.contact].priority;
        if (theirs != own)
            return theirs < own ? length : 0;
    }
    std::uint32_t behind = 0;
    for (std::uint32_t slot = s_.waiting.tail(queue); slot != none; slot = s_.calls[slot].previous) {
        const Call& call = s_.calls[slot];
        if (call.queue_key_s < place.queue_key_s ||
            (call.queue_key_s == place.queue_key_s && call.order < place.order))
            break;
        ++behind;
    }
    return length - behind;
}

/// Keeps the attempt's first prediction, to be held against its wait.
template <Detail detail>
void Reception<detail>::note_prediction(double now, CallNote& note, std::uint32_t watch, double wait_s) const
{
    if (note.predicted_by != none || note.leg > 0 || !(wait_s < never_s))
        return;
    note.predicted_by = watch;
    note.predicted_wait_s = wait_s;
    note.predicted_at_s = now;
}

/// A call that waits is answered by this group: counts how far its prediction was off, if it was about this
/// group.
template <Detail detail>
void Reception<detail>::count_prediction(double now, std::uint32_t row, const CallNote& note,
                                         std::uint32_t group)
{
    const double waited_s = now - note.predicted_at_s;
    const auto groups = in_range(model_.index.watched_groups, model_.index.watches[note.predicted_by].groups);
    if (note.leg > 0 || waited_s <= 0.0 || std::find(groups.begin(), groups.end(), group) == groups.end())
        return;
    const double error_s = note.predicted_wait_s - waited_s;
    SideCounts& beside = side(note.came_as, row);
    ++beside.predicted_waits;
    beside.prediction_bias_s += error_s;
    beside.prediction_error_s += std::abs(error_s);
}

/// The caller, who is about to join the queue, hears the expected wait, unless nobody is on duty to predict
/// it from. False: hangs up on hearing it.
template <Detail detail>
bool Reception<detail>::stays_after_announcement(double now, Attempt& attempt, std::uint32_t queue)
{
    const ModelContact& contact = model_.contacts[attempt.contact];
    CallNote& note = attempt.note;
    if (!contact.announcement.given || note.heard_wait || note.leg > 0)
        return true;
    note.heard_wait = true;
    const std::uint32_t watch = model_.index.queues[queue].watch;
    const Place place{attempt.contact, 0.0, now - contact.head_start_s, ~std::uint64_t{0}};
    const double wait_s = expected_wait(now, place, watch);
    if (!(wait_s < never_s))
        return true;
    const double balk_per_minute = contact.announcement.balk_per_minute;
    if (balk_per_minute > 0.0 &&
        uniform(stream(note), address(note), Purpose::announcement_balk) < balk_per_minute * wait_s / 60.0)
        return false;
    attempt.patience_s *= contact.announcement.patience_factor;
    note_prediction(now, note, watch, wait_s);
    return true;
}

/// What the predictors learn from an answer.
template <Detail detail>
void Reception<detail>::remember_wait(std::uint32_t contact, double wait_s)
{
    if (!s_.wait_memory.empty() && s_.wait_memory[contact].keeps_any())
        s_.wait_memory[contact].add(wait_s);
}

} // namespace switchroom
