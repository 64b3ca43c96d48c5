#include "sim/centre/model_watches.h"

#include "sim/base/check.h"

#include <algorithm>

namespace switchroom {

namespace {

std::uint32_t size_of(const auto& list)
{
    return static_cast<std::uint32_t>(list.size());
}

void check_inside(Range range, const auto& list)
{
    SWITCHROOM_CHECK(range.first <= list.size() && range.count <= list.size() - range.first,
                     "a range of a condition leaves its array");
}

/// Adds the watch on the groups that stand in watched_groups from `first` on.
void add_watch(ModelIndex& index, std::uint32_t first)
{
    Watch watch;
    watch.groups = {first, size_of(index.watched_groups) - first};
    watch.queues.first = size_of(index.watched_queues);
    for (std::uint32_t g = watch.groups.first; g < watch.groups.end(); ++g) {
        const Range row = index.group_sources[index.watched_groups[g]];
        for (std::uint32_t s = row.first; s < row.end(); ++s)
            index.watched_queues.push_back(index.sources[s].queue);
    }
    const auto begin = index.watched_queues.begin() + watch.queues.first;
    std::sort(begin, index.watched_queues.end());
    index.watched_queues.erase(std::unique(begin, index.watched_queues.end()), index.watched_queues.end());
    watch.queues.count = size_of(index.watched_queues) - watch.queues.first;
    index.watches.push_back(watch);
}

} // namespace

void check_conditions(const CentreModel& model)
{
    for (const ModelConditions& conditions : model.conditions) {
        check_inside(conditions.groups, model.condition_groups);
        check_inside(conditions.times, model.condition_times);
        SWITCHROOM_CHECK(conditions.share >= 0.0 && conditions.share <= 1.0, "a share lies in 0 … 1");
        SWITCHROOM_CHECK(model.counts_sides || !conditions.looks_at_wait(), "what is predicted is counted");
    }
    for (const std::uint32_t group : model.condition_groups)
        SWITCHROOM_CHECK(group < model.groups.size(), "a condition looks at groups of the model");
    for (const ModelStep& step : model.steps)
        SWITCHROOM_CHECK(step.conditions == none || step.conditions < model.conditions.size(),
                         "a step has conditions of the model");
    for (const ModelContact& contact : model.contacts)
        SWITCHROOM_CHECK(model.counts_sides || !contact.announcement.given, "what is predicted is counted");
}

void add_watches(CentreModel& model)
{
    ModelIndex& index = model.index;
    for (const ModelConditions& conditions : model.conditions) {
        const std::uint32_t first = size_of(index.watched_groups);
        for (std::uint32_t g = conditions.groups.first; g < conditions.groups.end(); ++g)
            index.watched_groups.push_back(model.condition_groups[g]);
        add_watch(index, first);
    }
    for (ModelQueue& queue : index.queues) {
        if (!model.contacts[queue.contact].announcement.given || queue.kind != StepKind::offer)
            continue;
        const std::uint32_t first = size_of(index.watched_groups);
        for (std::uint32_t o = queue.offers.first; o < queue.offers.end(); ++o)
            index.watched_groups.push_back(index.offers[o].group);
        queue.watch = size_of(index.watches);
        add_watch(index, first);
    }
}

} // namespace switchroom
