#include "sim/centre/compile_changes.h"

#include "sim/centre/group_presence.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Adds "1 during the spans, 0 outside", as far as it differs from the 0 that holds before the first change.
void add_spans(ChangeKind kind, std::uint32_t subject, const Spans& spans, CompileContext& context)
{
    for (const Span& span : intersection(spans, {{context.begin_s, context.end_s}})) {
        context.model.changes.push_back({span.from_s, kind, subject, 1});
        if (span.to_s < context.end_s)
            context.model.changes.push_back({span.to_s, kind, subject, 0});
    }
}

void add_schedule(std::uint32_t group, const Timeline<int>& scheduled, CompileContext& context)
{
    const auto add = [&](double at_s, int agents) {
        context.model.changes.push_back(
            {at_s, ChangeKind::group_scheduled, group, static_cast<std::uint32_t>(agents)});
    };
    add(context.begin_s, value_at(scheduled, context.begin_s));
    for (const TimedValue<int>& step : scheduled)
        if (step.from_s > context.begin_s && step.from_s < context.end_s)
            add(step.from_s, step.value);
}

} // namespace

void add_open_spans(std::uint32_t contact, const Spans& spans, CompileContext& context)
{
    add_spans(ChangeKind::contact_open, contact, spans, context);
}

void add_skill_spans(std::uint32_t skill, const Spans& spans, CompileContext& context)
{
    add_spans(ChangeKind::skill_active, skill, spans, context);
}

void add_group_changes(CompileContext& context)
{
    for (std::uint32_t group = 0; group < context.presence.size(); ++group) {
        Timeline<int> scheduled = context.presence[group].scheduled;
        for (const Member& member : context.members)
            if (member.group == group)
                scheduled = without(scheduled, member.scheduled);
        add_schedule(group, scheduled, context);
        add_spans(ChangeKind::group_away, group, context.presence[group].away, context);
    }
    for (std::size_t m = 0; m < context.members.size(); ++m) {
        const auto id = static_cast<std::uint32_t>(context.presence.size() + m);
        add_schedule(id, context.members[m].scheduled, context);
        add_spans(ChangeKind::group_away, id, context.presence[context.members[m].group].away, context);
    }
}

void sort_changes(CompileContext& context)
{
    std::stable_sort(context.model.changes.begin(), context.model.changes.end(),
                     [](const PeriodChange& a, const PeriodChange& b) { return a.at_s < b.at_s; });
}

} // namespace switchroom
