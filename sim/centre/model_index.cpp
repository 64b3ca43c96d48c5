#include "sim/centre/model_index.h"

#include "sim/base/check.h"
#include "sim/centre/model_watches.h"
#include "sim/centre/service.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace switchroom {

namespace {

std::uint32_t size_of(const auto& list)
{
    return static_cast<std::uint32_t>(list.size());
}

void check_range(Range range, const auto& list)
{
    SWITCHROOM_CHECK(range.first <= list.size() && range.count <= list.size() - range.first,
                     "a range of the model leaves its array");
}

void check_id(std::uint32_t id, const auto& list)
{
    SWITCHROOM_CHECK(id < list.size(), "an id of the model names nothing");
}

template <class List, class Key>
void check_ascending(const List& list, Range range, Key key)
{
    for (std::uint32_t i = range.first + 1; i < range.end(); ++i)
        SWITCHROOM_CHECK(!(key(list[i]) < key(list[i - 1])), "a list of the model does not ascend");
}

void check_time_axis(const CentreModel& model)
{
    SWITCHROOM_CHECK(!model.days.empty() && model.days.front().start_s <= model.begin_s &&
                         model.days.back().end_s >= model.end_s,
                     "days cover what is simulated");
    for (std::size_t d = 1; d < model.days.size(); ++d)
        SWITCHROOM_CHECK(model.days[d].start_s == model.days[d - 1].end_s, "days join");
    SWITCHROOM_CHECK(model.begin_s <= model.measure_from_s && model.measure_from_s < model.end_s,
                     "begin, start of measuring and end are in order");
    const double covered_s = model.cells * model.interval_s;
    SWITCHROOM_CHECK(model.cells == 1 || (model.cells > 1 && covered_s >= model.end_s - model.measure_from_s),
                     "the reporting intervals cover the measured span");
}

void check_distributions(const CentreModel& model, Range range)
{
    check_range(range, model.timed_distributions);
    check_ascending(model.timed_distributions, range, [](const auto& entry) { return entry.from_s; });
    for (std::uint32_t i = range.first; i < range.end(); ++i)
        check_id(model.timed_distributions[i].distribution, model.distributions);
}

void check_probabilities(const CentreModel& model, Range range)
{
    check_range(range, model.timed_probabilities);
    check_ascending(model.timed_probabilities, range, [](const auto& entry) { return entry.from_s; });
    for (std::uint32_t i = range.first; i < range.end(); ++i)
        SWITCHROOM_CHECK(model.timed_probabilities[i].value >= 0.0 &&
                             model.timed_probabilities[i].value <= 1.0,
                         "a probability lies in 0 … 1");
}

void check_factors(const CentreModel& model, Range range)
{
    check_range(range, model.factor_ids);
    for (std::uint32_t i = range.first; i < range.end(); ++i) {
        check_id(model.factor_ids[i], model.factors);
        const ModelFactor& factor = model.factors[model.factor_ids[i]];
        check_id(factor.distribution, model.distributions);
        check_range(factor.key_dates, model.factor_dates);
        SWITCHROOM_CHECK(factor.key_dates.count == model.days.size(), "a factor has a key date for each day");
        SWITCHROOM_CHECK(!factor.per_interval || model.interval_s > 0.0,
                         "factors per interval need intervals");
    }
}

void check_arrivals(const CentreModel& model, const ModelContact& contact)
{
    check_range(contact.day_pieces, model.piece_ranges);
    check_range(contact.replay, model.replay);
    SWITCHROOM_CHECK(contact.day_pieces.count == 0 || contact.day_pieces.count == model.days.size(),
                     "drawn arrivals have a range of pieces for each day");
    SWITCHROOM_CHECK(contact.day_pieces.count == 0 || contact.replay.count == 0,
                     "drawn or replayed, not both");
    for (std::uint32_t d = 0; d < contact.day_pieces.count; ++d) {
        const Range range = model.piece_ranges[contact.day_pieces.first + d];
        check_range(range, model.pieces);
        check_ascending(model.pieces, range, [](const ArrivalPiece& piece) { return piece.from_s; });
    }
    check_ascending(model.replay, contact.replay,
                    [](const ReplayedCall& call) { return std::tuple(call.at_s, call.number); });
    check_factors(model, contact.factors);
}

void check_contacts(const CentreModel& model)
{
    for (const ModelContact& contact : model.contacts) {
        check_arrivals(model, contact);
        for (const Range range : {contact.talk, contact.wrap_up, contact.patience, contact.redial_delay,
                                  contact.repeat_delay, contact.hold_duration})
            check_distributions(model, range);
        for (const Range range : {contact.balk, contact.redial_after_abandon, contact.redial_after_block,
                                  contact.unresolved, contact.hold})
            check_probabilities(model, range);
        check_factors(model, contact.handle_factors);
        if (contact.work != none)
            check_id(contact.work, model.works);
        check_probabilities(model, contact.missed);
        check_id(contact.open_route, model.routes);
        if (contact.closed_route != none)
            check_id(contact.closed_route, model.routes);
        if (contact.line != none)
            check_id(contact.line, model.lines);
        if (contact.repeat_as != none)
            check_id(contact.repeat_as, model.contacts);
        check_range(contact.chat.slowdown, model.slowdowns);
        SWITCHROOM_CHECK(model.counts_sides || contact.chat.concurrency == 0, "chats are counted beside");
    }
}

void check_work(const CentreModel& model, std::uint32_t contact)
{
    check_id(contact, model.contacts);
    check_id(model.contacts[contact].work, model.works);
}

void check_promise(const CentreModel& model, const ModelPromise& promise)
{
    check_range(promise.opening, model.opening);
    check_range(promise.deadlines, model.deadlines);
    check_ascending(model.opening, promise.opening, [](const OpeningSpan& span) { return span.from_s; });
    check_ascending(model.deadlines, promise.deadlines, [](double deadline_s) { return deadline_s; });
}

void check_works(const CentreModel& model)
{
    for (const ModelWork& work : model.works) {
        check_promise(model, work.promise);
        check_promise(model, work.urgent_promise);
        check_range(work.escalations, model.escalations);
        SWITCHROOM_CHECK(work.reach.tries >= 1 && work.reach.tries < (1U << (leg_shift - try_shift)),
                         "each try has random numbers of its own");
    }
    for (const ModelEscalation& escalation : model.escalations) {
        check_work(model, escalation.to);
        check_promise(model, escalation.after);
        check_promise(model, escalation.promise);
    }
    for (const ModelContact& contact : model.contacts)
        if (contact.missed.count > 0)
            check_work(model, contact.missed_becomes);
    SWITCHROOM_CHECK(model.counts_sides || model.works.empty(), "items are counted");
}

void check_step(const CentreModel& model, const ModelStep& step)
{
    check_range(step.offers, model.offers);
    if (step.kind == StepKind::bot) {
        check_id(step.detail, model.bot_steps);
        const ModelBotStep& bot = model.bot_steps[step.detail];
        check_probabilities(model, bot.contained);
        check_distributions(model, bot.talk);
        SWITCHROOM_CHECK(bot.context_saves >= 0.0 && bot.context_saves <= 1.0, "a share lies in 0 … 1");
        if (bot.hand_off != none)
            check_id(bot.hand_off, model.contacts);
    } else if (step.kind == StepKind::voicemail) {
        check_id(step.detail, model.voicemail_steps);
        check_probabilities(model, model.voicemail_steps[step.detail].hang_up);
        check_work(model, model.voicemail_steps[step.detail].becomes);
    } else if (step.kind == StepKind::callback) {
        check_id(step.detail, model.callback_steps);
        check_probabilities(model, model.callback_steps[step.detail].declined);
        check_range(model.callback_steps[step.detail].windows, model.windows);
        check_promise(model, model.callback_steps[step.detail].promise);
        check_work(model, model.callback_steps[step.detail].becomes);
    }
    SWITCHROOM_CHECK(model.counts_sides || step.kind == StepKind::offer || step.kind == StepKind::turn_away,
                     "what such a step does is counted");
}

void check_subject(const CentreModel& model, const PeriodChange& change)
{
    switch (change.kind) {
    case ChangeKind::contact_open:
        return check_id(change.subject, model.contacts);
    case ChangeKind::group_scheduled:
    case ChangeKind::group_away:
        return check_id(change.subject, model.groups);
    case ChangeKind::break_due:
        check_id(change.subject, model.breaks);
        return check_id(model.breaks[change.subject].group, model.groups);
    case ChangeKind::skill_active:
        return check_id(change.subject, model.skills);
    }
}

void check_routing(const CentreModel& model)
{
    for (const ModelRoute& route : model.routes) {
        SWITCHROOM_CHECK(route.steps.count > 0, "a route has at least one step");
        check_range(route.steps, model.steps);
    }
    for (const ModelStep& step : model.steps)
        check_step(model, step);
    for (const ModelOffer& offer : model.offers)
        check_id(offer.group, model.groups);
    check_ascending(model.skills, {0, size_of(model.skills)},
                    [](const ModelSkill& skill) { return std::tuple(skill.group, skill.contact); });
    for (const ModelSkill& skill : model.skills) {
        check_id(skill.group, model.groups);
        check_id(skill.contact, model.contacts);
        SWITCHROOM_CHECK(skill.speed > 0.0 && skill.weight > 0.0, "speeds and weights are positive");
        check_distributions(model, skill.talk);
        check_distributions(model, skill.wrap_up);
    }
    check_ascending(model.changes, {0, size_of(model.changes)},
                    [](const PeriodChange& change) { return change.at_s; });
    for (const PeriodChange& change : model.changes) {
        check_subject(model, change);
        SWITCHROOM_CHECK(change.kind != ChangeKind::group_scheduled ||
                             change.value <= model.groups[change.subject].most_agents,
                         "no group is staffed beyond most_agents");
    }
}

/// Position of the skill, or none.
std::uint32_t skill_of(const CentreModel& model, std::uint32_t group, std::uint32_t contact)
{
    const auto found = std::lower_bound(model.skills.begin(), model.skills.end(), std::tuple(group, contact),
                                        [](const ModelSkill& skill, const auto& key) {
                                            return std::tuple(skill.group, skill.contact) < key;
                                        });
    const bool has = found != model.skills.end() && found->group == group && found->contact == contact;
    return has ? static_cast<std::uint32_t>(found - model.skills.begin()) : none;
}

void add_queue(CentreModel& model, std::uint32_t contact, std::uint32_t step_id, bool open_route,
               WorkClass work = WorkClass::live)
{
    const ModelStep& step = model.steps[step_id];
    ModelQueue queue;
    queue.kind = step.kind;
    queue.work = work;
    queue.detail = step.detail;
    queue.contact = contact;
    queue.step = step_id;
    queue.in_open_route = open_route;
    queue.for_s = step.for_s;
    queue.choose = step.choose;
    queue.conditions = step.conditions;
    queue.offers.first = size_of(model.index.offers);
    std::uint32_t rank = 0;
    for (std::uint32_t i = step.offers.first; i < step.offers.end(); ++i) {
        const ModelOffer& offer = model.offers[i];
        rank += !offer.like_previous;
        const std::uint32_t skill = skill_of(model, offer.group, contact);
        if (skill == none)
            continue;
        queue.shares_rank |= queue.offers.count > 0 && model.index.offers.back().rank == rank;
        model.index.offers.push_back(
            {offer.group, offer.keep_idle, rank, skill, 1.0 / model.skills[skill].speed});
        ++queue.offers.count;
    }
    model.index.queues.push_back(queue);
}

/// Marks the first offer of a route whose stages begin at `first`.
void mark_first_offer(ModelIndex& index, std::uint32_t first)
{
    for (std::uint32_t q = first; q < size_of(index.queues); ++q)
        if (index.queues[q].kind == StepKind::offer) {
            index.queues[q].first_offer = true;
            return;
        }
}

/// Queues of one contact's route, chained. Returns the first.
std::uint32_t add_route(CentreModel& model, std::uint32_t contact, std::uint32_t route, bool open_route)
{
    const Range steps = model.routes[route].steps;
    const std::uint32_t first = size_of(model.index.queues);
    for (std::uint32_t s = steps.first; s < steps.end(); ++s) {
        if (model.steps[s].kind == StepKind::turn_away) {
            if (size_of(model.index.queues) == first)
                return none;
            model.index.queues.back().last = false; // next_queue stays none: turned away after for_s
            break;
        }
        if (size_of(model.index.queues) > first) {
            model.index.queues.back().last = false;
            model.index.queues.back().next_queue = size_of(model.index.queues);
        }
        add_queue(model, contact, s, open_route);
        model.index.queues.back().position = s - steps.first;
    }
    mark_first_offer(model.index, first);
    return first;
}

/// The queues of a contact that comes as items, in the order of WorkClass. Returns the first.
std::uint32_t add_work_queues(CentreModel& model, std::uint32_t contact)
{
    const std::uint32_t first = size_of(model.index.queues);
    const std::uint32_t step = model.routes[model.contacts[contact].open_route].steps.first;
    for (std::uint32_t k = 1; k <= work_classes; ++k)
        add_queue(model, contact, step, false, static_cast<WorkClass>(k));
    return first;
}

/// Work in time comes after all live calls; then priority and level.
using RankKey = std::tuple<bool, std::int32_t, std::int32_t>;

RankKey rank_key(const CentreModel& model, const QueueSource& source)
{
    const ModelSkill& s = model.skills[source.skill];
    const ModelContact& contact = model.contacts[s.contact];
    const WorkClass work = model.index.queues[source.queue].work;
    const bool gives_way = work == WorkClass::routine || work == WorkClass::urgent;
    if (!gives_way && model.groups[s.group].next != NextCall::priority)
        return {false, 0, 0};
    const bool urgent = work == WorkClass::urgent || work == WorkClass::late_urgent;
    return {gives_way, urgent ? model.works[contact.work].urgent_priority : contact.priority, s.level};
}

void add_group_row(CentreModel& model, std::uint32_t group)
{
    ModelIndex& index = model.index;
    Range row{size_of(index.sources), 0};
    for (std::uint32_t q = 0; q < index.queues.size(); ++q) {
        const Range offers = index.queues[q].offers;
        for (std::uint32_t i = offers.first; i < offers.end(); ++i) {
            const QueueOffer& offer = index.offers[i];
            if (offer.group != group)
                continue;
            index.sources.push_back(
                {q, offer.keep_idle, offer.skill, 0, offer.pace, model.skills[offer.skill].weight});
            ++row.count;
            break;
        }
    }
    const auto begin = index.sources.begin() + row.first;
    std::stable_sort(begin, index.sources.end(), [&](const QueueSource& a, const QueueSource& b) {
        return rank_key(model, a) < rank_key(model, b);
    });
    std::map<RankKey, std::uint32_t> ranks;
    for (auto source = begin; source != index.sources.end(); ++source)
        source->rank = ranks.try_emplace(rank_key(model, *source), size_of(ranks)).first->second;
    index.group_sources.push_back(row);
}

} // namespace

void index_model(CentreModel& model)
{
    check_time_axis(model);
    check_contacts(model);
    check_routing(model);
    check_conditions(model);
    check_works(model);
    for (const ModelGroup& group : model.groups)
        SWITCHROOM_CHECK(group.absence >= 0.0 && group.absence <= 1.0 && group.in_day_away >= 0.0 &&
                             group.in_day_away <= 1.0 && group.block_s > 0.0,
                         "shrinkage is a probability and its blocks have a length");

    model.index = ModelIndex{};
    for (std::uint32_t c = 0; c < model.contacts.size(); ++c) {
        const ModelContact& contact = model.contacts[c];
        model.index.has_chats |= contact.chat.concurrency > 0;
        model.index.work_queue.push_back(contact.work == none ? none : add_work_queues(model, c));
        if (contact.work != none) {
            model.index.open_queue.push_back(none);
            model.index.closed_queue.push_back(none);
            continue;
        }
        model.index.open_queue.push_back(add_route(model, c, contact.open_route, true));
        model.index.closed_queue.push_back(
            contact.closed_route == none ? none : add_route(model, c, contact.closed_route, false));
    }
    for (std::uint32_t g = 0; g < model.groups.size(); ++g)
        add_group_row(model, g);
    add_watches(model);
}

} // namespace switchroom
