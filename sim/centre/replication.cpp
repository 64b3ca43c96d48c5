#include "sim/centre/replication.h"

#include "sim/centre/reception.h"
#include "sim/centre/reception_agents.h"
#include "sim/centre/reception_bots.h"
#include "sim/centre/reception_breaks.h"
#include "sim/centre/reception_calls.h"
#include "sim/centre/reception_chats.h"
#include "sim/centre/reception_conditions.h"
#include "sim/centre/reception_experience.h"
#include "sim/centre/reception_items.h"
#include "sim/centre/reception_needs.h"
#include "sim/centre/reception_periods.h"
#include "sim/centre/reception_service.h"
#include "sim/centre/reception_steps.h"

#include <cmath>

namespace switchroom {

Workspace::Workspace() : state_(std::make_unique<State>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

template <Detail detail>
void Reception<detail>::run()
{
    for (std::uint32_t c = 0; c < s_.contacts.size(); ++c)
        schedule_next_arrival(c);
    s_.arrivals.set(period_slot(), model_.begin_s, tie(EventClass::period));
    work_until(model_.end_s);
    if constexpr (!full)
        forget_all_departed(model_.end_s);
    else if (!model_.works.empty())
        leave_work();
    flush_into_row(model_.end_s);
    s_.row = s_.result.drain_row();
    s_.result.drained_at_s = model_.end_s; // and later, while draining
    if (model_.at_end == AtEnd::drain)
        drain();
    close_books();
}

/// Works off all events before `end_s`, the earliest first.
template <Detail detail>
[[gnu::flatten]] void Reception<detail>::work_until(double end_s)
{
    double last_s = s_.result.drained_at_s;
    for (;;) {
        const EventTree* first = &s_.arrivals;
        if (goes_before(s_.agents_busy, s_.arrivals))
            first = &s_.agents_busy;
        if (full && goes_before(s_.timers, *first))
            first = &s_.timers;
        const double first_s = first->next_time();
        if (first_s >= end_s)
            break;
        last_s = first_s;
        const std::uint32_t slot = first->next_slot();
        if (first == &s_.agents_busy)
            end_of_service(first_s, slot);
        else if (full && first == &s_.timers)
            timer_fires(first_s, slot, static_cast<EventClass>(first->next_tie() >> 60U));
        else if (slot != period_slot())
            primary_arrival(first_s, slot);
        else
            change_period(first_s);
    }
    s_.result.drained_at_s = last_s;
}

/// After end_s nobody rings any more; those who were on duty last work off what is left.
template <Detail detail>
void Reception<detail>::drain()
{
    const double now = model_.end_s;
    for (GroupState& group : s_.groups) {
        group.away = false;
        group.staffed = group.staffed > 0 ? group.staffed : group.last_staffed;
        group.scheduled = std::max(group.scheduled, group.staffed);
        group.breaks_owed = 0;
        group.beside_plan = 0;
        group.available.set(now, group.staffed);
        group.paid.set(now, 0.0);
    }
    react(now);
    work_until(never_s);
}

/// Callers who still wait and whom no event will reach: plain models learn now who hung up, the others stay
/// open.
template <Detail detail>
void Reception<detail>::leave_open()
{
    double& now = s_.result.drained_at_s;
    if (!full && model_.at_end == AtEnd::drain) {
        for (std::uint32_t q = 0; q < s_.waiting.queues(); ++q)
            for (std::uint32_t slot = s_.waiting.head(q); slot != none; slot = s_.calls[slot].next)
                if (s_.calls[slot].leaves_at_s < never_s)
                    now = std::max(now, s_.calls[slot].leaves_at_s);
        forget_all_departed(std::nextafter(now, never_s));
    }
    for (std::uint32_t q = 0; q < s_.waiting.queues(); ++q)
        while (s_.waiting.head(q) != none) {
            const std::uint32_t slot = s_.waiting.head(q);
            leave_queue(now, slot, q);
            const Call& call = s_.calls[slot];
            const CallNote& note = s_.calls.note(slot);
            if (full && was_answered(note))
                continue; // and counts as that
            ++counts(counted_as(call, note), call.row).open_at_end;
            if constexpr (full) {
                lose(note);
                trace(note, {.contact = call.contact,
                             .outcome = Outcome::open_at_end,
                             .arrived_s = call.joined_s,
                             .queue_left_s = now});
            }
        }
}

/// Full: callers whom the end of the run finds with a bot.
template <Detail detail>
void Reception<detail>::leave_with_bots()
{
    for (std::uint32_t slot = 0; slot < s_.calls.slots(); ++slot) {
        const CallNote& note = s_.calls.note(slot);
        if (slot >= s_.timers.capacity() || !s_.timers.pending(slot) || note.keeper != Keeper::bot)
            continue;
        counts(note.came_as, s_.calls[slot].row).open_at_end += !was_answered(note);
        lose(note);
    }
}

template <Detail detail>
void Reception<detail>::close_books()
{
    leave_open();
    if (full && !model_.bot_steps.empty())
        leave_with_bots();
    if constexpr (full)
        if (model_.index.has_chats)
            leave_with_chats();
    flush_into_row(s_.result.drained_at_s);
    if constexpr (!full)
        for (ContactCounts& row : s_.result.contact_cells) {
            row.needs = row.attempts;
            row.lost_callers = row.attempts - row.answered;
            row.needs_answered = row.needs_resolved = row.needs_resolved_first = row.answered;
        }
    s_.result.fingerprint = s_.fingerprint.value();
    check_books();
}

namespace {

/// Relative to at least one second: where next to nothing happened, what is left of sums that cancel (a call
/// handed back takes its planned end out again) is rounding, not disorder.
double relative_difference(double a_s, double b_s)
{
    return std::abs(a_s - b_s) / std::max({std::abs(a_s), std::abs(b_s), 1.0});
}

/// Needs that a bot settled or that left a message, and that nobody answered live.
std::int64_t needs_elsewhere(const ReplicationResult& result, std::size_t contact, std::uint32_t row)
{
    if (result.side_cells.empty())
        return 0;
    const SideCounts& side = result.side(contact, row);
    return side.needs_contained + side.needs_kept;
}

} // namespace

template <Detail detail>
void Reception<detail>::check_books()
{
    ReplicationResult& result = s_.result;
    SelfChecks& checks = result.checks;
    checks.agents_in_one_place = s_.agents_in_two_places == 0;
    for (std::size_t c = 0; c < s_.contacts.size(); ++c) {
        double queue_s = 0.0;
        std::int64_t attempts = 0;
        std::int64_t needs_and_later = 0;
        for (std::uint32_t row = 0; row < result.rows; ++row) {
            const ContactCounts& n = result.contact(c, row);
            checks.attempts_conserved &= n.attempts == n.answered + n.abandoned + n.blocked + n.to_voicemail +
                                                           n.to_callback + n.to_message + n.contained +
                                                           n.turned_away + n.open_at_end;
            queue_s += row < result.cells ? n.queue_s : 0.0;
            attempts += n.attempts;
            needs_and_later += n.needs + n.redials + n.repeats;
            checks.needs_conserved &=
                n.needs == n.needs_answered + n.lost_callers + needs_elsewhere(result, c, row);
        }
        result.simulated_attempts += attempts;
        checks.needs_conserved &= attempts == needs_and_later &&
                                  s_.contacts[c].redials_made == s_.contacts[c].redials_arrived &&
                                  s_.contacts[c].repeats_made == s_.contacts[c].repeats_arrived;
        checks.worst_queue_error =
            std::max(checks.worst_queue_error, relative_difference(queue_s, s_.contacts[c].waited_s));
        if (is_work(static_cast<std::uint32_t>(c)))
            check_items(static_cast<std::uint32_t>(c));
    }
    for (std::size_t g = 0; g < s_.groups.size(); ++g) {
        double busy_s = 0.0;
        for (std::uint32_t row = 0; row < result.cells; ++row)
            busy_s += result.group(g, row).busy_s;
        checks.worst_busy_error =
            std::max(checks.worst_busy_error, relative_difference(busy_s, s_.groups[g].handled_s));
    }
}

/// Every item is handled, given up or left open; ages and the integral of open items agree.
template <Detail detail>
void Reception<detail>::check_items(std::uint32_t contact)
{
    const ReplicationResult& result = s_.result;
    SelfChecks& checks = s_.result.checks;
    double backlog_s = 0.0;
    for (std::uint32_t row = 0; row < result.rows; ++row) {
        const SideCounts& n = result.side(contact, row);
        checks.items_conserved &= n.items == n.items_done + n.items_given_up + n.items_open;
        checks.items_conserved &= n.items_on_time <= n.items_promised && n.items_promised <= n.items;
        backlog_s += row < result.cells ? n.backlog_s : 0.0;
    }
    checks.worst_queue_error =
        std::max(checks.worst_queue_error, relative_difference(backlog_s, s_.contacts[contact].aged_s));
}

namespace {

bool needs_own_events(const CentreModel& model)
{
    if (!model.works.empty())
        return true;
    for (const ModelContact& contact : model.contacts)
        if (contact.line != none || contact.balk.count > 0 || contact.redial_after_abandon.count > 0 ||
            contact.redial_after_block.count > 0 || contact.unresolved.count > 0 || contact.hold.count > 0 ||
            contact.transfer.probability.count > 0 || contact.on_call.share > 0.0 ||
            contact.outcomes.count > 0 || contact.announcement.given || contact.chat.concurrency > 0)
            return true;
    for (const ModelQueue& queue : model.index.queues)
        if (queue.kind != StepKind::offer || queue.conditions != none || queue.shares_rank ||
            queue.choose != ChooseGroup::listed || (!queue.last && queue.for_s < never_s))
            return true;
    for (const ModelGroup& group : model.groups)
        if (group.leaves_at_once || group.next == NextCall::longest_queue ||
            group.pick != PickAgent::longest_idle || group.learning.start != 1.0 || group.start_sd_s > 0.0)
            return true;
    if (!model.breaks.empty() || model.experience.rates)
        return true;
    for (const ModelSkill& skill : model.skills)
        if (skill.talk.count > 0 || skill.wrap_up.count > 0 || skill.by_hours)
            return true;
    return false;
}

/// Nobody can tell when an impatient caller hung up (see reception.h).
bool is_plain(const CentreModel& model, const TraceSink* trace)
{
    return trace == nullptr && !model.collect_longest_queue && !needs_own_events(model);
}

} // namespace

const ReplicationResult& run_replication(const CentreModel& model, ReplicationKey key, Workspace& workspace,
                                         TraceSink* trace)
{
    SWITCHROOM_CHECK(model.index.open_queue.size() == model.contacts.size(), "the model has been indexed");
    Workspace::State& state = workspace.state();
    state.prepare(model, key);
    if (is_plain(model, trace))
        Reception<Detail::plain>(model, key, state, trace).run();
    else
        Reception<Detail::full>(model, key, state, trace).run();
    return state.result;
}

} // namespace switchroom
