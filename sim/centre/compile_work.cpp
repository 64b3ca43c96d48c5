#include "sim/centre/compile_work.h"

#include "sim/centre/compile_laws.h"

#include <algorithm>

namespace switchroom {

namespace {

Range add_opening(const Spans& spans, CentreModel& model)
{
    const std::size_t first = model.opening.size();
    double open_before_s = 0.0;
    for (const Span& span : spans) {
        model.opening.push_back({span.from_s, span.to_s, open_before_s});
        open_before_s += span.to_s - span.from_s;
    }
    return range_from(first, model.opening);
}

/// The opening hours that lie on this day.
Spans on_day(const Spans& hours, const LocalDay& day)
{
    return intersection(hours, {{day.start_s, day.end_s()}});
}

/// The end of each day's opening hours.
Range add_day_ends(const Spans& hours, CompileContext& context)
{
    const std::size_t first = context.model.deadlines.size();
    for (int number = context.calendar.first_day(); number <= context.calendar.last_day(); ++number)
        if (const Spans open = on_day(hours, context.calendar.day(number)); !open.empty())
            context.model.deadlines.push_back(open.back().to_s);
    return range_from(first, context.model.deadlines);
}

/// The clock time on each day that is open at all.
Range add_clock_times(ClockTime by, const Spans& hours, CompileContext& context)
{
    const std::size_t first = context.model.deadlines.size();
    for (int number = context.calendar.first_day(); number <= context.calendar.last_day(); ++number)
        if (!on_day(hours, context.calendar.day(number)).empty())
            context.model.deadlines.push_back(context.calendar.at(number, by));
    return range_from(first, context.model.deadlines);
}

ModelPromise within_time(Duration within, const Contact& contact, CompileContext& context)
{
    ModelPromise promise;
    promise.within_s = within.seconds;
    promise.kind = contact.clock == PromiseClock::elapsed ? PromiseKind::elapsed : PromiseKind::opening;
    if (promise.kind == PromiseKind::opening)
        promise.opening = add_opening(context.hours_of(contact), context.model);
    return promise;
}

void compile_escalations(const Contact& source, const std::string& path, ModelWork& work,
                         CompileContext& context)
{
    CentreModel& model = context.model;
    const std::size_t first = model.escalations.size();
    double share = 0.0;
    for (std::size_t i = 0; i < source.escalate.size(); ++i) {
        const Escalation& tier = source.escalate[i];
        share += tier.share.value;
        ModelEscalation result;
        result.share = share;
        result.to = context.served_contact(path_of(path + ".escalate", i, "to"), tier.to);
        result.after = within_time(tier.after, source, context);
        if (result.to != none)
            for (const Contact& next : context.scenario().contacts)
                if (next.name == tier.to)
                    result.promise = promise_of(tier.within, std::nullopt, next, context);
        model.escalations.push_back(result);
    }
    work.escalations = range_from(first, model.escalations);
}

} // namespace

bool is_work_channel(Channel channel)
{
    return channel == Channel::message || channel == Channel::callback || channel == Channel::outbound;
}

ModelPromise promise_of(const std::optional<Promise>& within, const std::optional<ClockTime>& by,
                        const Contact& contact, CompileContext& context)
{
    ModelPromise promise;
    if (by) {
        promise.kind = PromiseKind::deadline;
        promise.deadlines = add_clock_times(*by, context.hours_of(contact), context);
    } else if (within && within->same_day) {
        promise.kind = PromiseKind::deadline;
        promise.deadlines = add_day_ends(context.hours_of(contact), context);
    } else if (within) {
        promise = within_time(within->within, contact, context);
    }
    return promise;
}

ModelReach reach_of(const Contact& contact)
{
    const Reach reach = contact.reach.value_or(Reach{});
    return {static_cast<std::uint32_t>(reach.attempts), reach.probability.value, reach.try_.seconds,
            reach.again_after.seconds};
}

void compile_work(std::size_t index, std::uint32_t id, CompileContext& context)
{
    const Contact& source = context.scenario().contacts[index];
    const std::string path = path_of("contacts", index);
    ModelWork work;
    work.is_spoken = source.channel != Channel::message;
    work.promise = promise_of(source.within, source.by, source, context);
    if (source.urgent) {
        work.urgent_share = source.urgent->share.value;
        work.urgent_priority = source.urgent->priority;
        work.urgent_promise = promise_of(source.urgent->within, std::nullopt, source, context);
    }
    work.reach = reach_of(source);
    compile_escalations(source, path, work, context);
    context.model.contacts[id].work = static_cast<std::uint32_t>(context.model.works.size());
    context.model.works.push_back(work);
    context.model.counts_sides = true;
}

void compile_missed(const OnAbandon& missed, const std::string& path, ModelContact& contact,
                    CompileContext& context)
{
    contact.missed = timed_probability(missed.share, context);
    contact.missed_becomes = context.served_contact(path + ".becomes", missed.becomes);
}

} // namespace switchroom
