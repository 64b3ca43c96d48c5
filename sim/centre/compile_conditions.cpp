#include "sim/centre/compile_conditions.h"

#include "sim/centre/timed_values.h"

#include <algorithm>

namespace switchroom {

namespace {

/// The days of which any key speaks, each with these windows.
WeekWindows week_of(const std::vector<DayKey>& days, std::vector<ClockWindow> windows)
{
    if (windows.empty())
        windows.push_back({ClockTime{0}, ClockTime{0}}); // from midnight to midnight
    WeekWindows week;
    for (const DayKey day : days)
        week[day] = windows;
    if (days.empty())
        week[DayKey::every_day] = windows;
    return week;
}

void compile_times(const StepConditions& when, ModelConditions& result, CompileContext& context)
{
    if (when.during.empty() && when.days.empty())
        return;
    auto& times = context.model.condition_times;
    const std::size_t first = times.size();
    for (const Span& span : expand(week_of(when.days, when.during), context.calendar))
        times.push_back(span);
    result.has_times = true;
    result.times = range_from(first, times);
}

PredictorKind to_model(PredictBy by)
{
    switch (by) {
    case PredictBy::last_wait:
        return PredictorKind::last_wait;
    case PredictBy::head_of_queue:
        return PredictorKind::head_of_queue;
    case PredictBy::mean_of_last:
        return PredictorKind::mean_of_last;
    case PredictBy::queue_length:
        return PredictorKind::queue_length;
    case PredictBy::queue_length_patience:
        return PredictorKind::queue_length_patience;
    }
    return PredictorKind::queue_length;
}

/// Mean of a law over the simulated time; `otherwise` where none is given.
double mean_over_time(const CompileContext& context, Range laws, double otherwise)
{
    if (laws.count == 0)
        return otherwise;
    const auto entries = in_range(context.model.timed_distributions, laws);
    if (entries.size() == 1)
        return mean(context.model.distributions[entries.front().distribution]);
    double sum = 0.0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double from_s = i == 0 ? context.begin_s : std::max(entries[i].from_s, context.begin_s);
        const double to_s = i + 1 < entries.size() ? entries[i + 1].from_s : context.end_s;
        if (to_s > from_s)
            sum += mean(context.model.distributions[entries[i].distribution]) *
                   (std::min(to_s, context.end_s) - from_s);
    }
    return sum / (context.end_s - context.begin_s);
}

} // namespace

std::vector<std::uint32_t> groups_of_name(const std::string& name, const CompileContext& context)
{
    const auto group = context.group_ids.find(name);
    if (group == context.group_ids.end())
        return {};
    std::vector<std::uint32_t> ids{group->second};
    for (std::size_t m = 0; m < context.members.size(); ++m)
        if (context.members[m].group == group->second)
            ids.push_back(static_cast<std::uint32_t>(context.presence.size() + m));
    return ids;
}

std::uint32_t add_conditions(const std::optional<StepConditions>& when,
                             const std::vector<std::string>& default_groups, CompileContext& context)
{
    if (!when)
        return none;
    CentreModel& model = context.model;
    ModelConditions result;
    const std::size_t first = model.condition_groups.size();
    for (const std::string& name : when->of.empty() ? default_groups : when->of)
        for (const std::uint32_t group : groups_of_name(name, context))
            model.condition_groups.push_back(group);
    result.groups = range_from(first, model.condition_groups);
    result.queue_at_least = when->queue_at_least.value_or(0);
    result.queue_at_most = when->queue_at_most ? *when->queue_at_most : never_s;
    result.per_agent_at_least = when->queue_per_agent_at_least.value_or(0.0);
    result.per_agent_at_most = when->queue_per_agent_at_most.value_or(never_s);
    result.wait_at_least_s = when->expected_wait_at_least.value_or(Duration{}).seconds;
    result.wait_at_most_s = when->expected_wait_at_most ? when->expected_wait_at_most->seconds : never_s;
    result.idle_at_least = static_cast<std::uint32_t>(when->idle_at_least.value_or(0));
    result.idle_at_most = when->idle_at_most ? static_cast<std::uint32_t>(*when->idle_at_most) : none;
    result.share = when->share.value_or(Probability{1.0}).value;
    compile_times(*when, result, context);
    model.counts_sides |= result.looks_at_wait();
    model.conditions.push_back(result);
    return static_cast<std::uint32_t>(model.conditions.size() - 1);
}

void compile_predictor(const Contact& source, ModelContact& contact, CompileContext& context)
{
    contact.predictor.kind = to_model(source.predictor.by);
    contact.predictor.of_last = static_cast<std::uint32_t>(source.predictor.of_last);
    set_means(contact, context);
    if (!source.announce || !source.announce->expected_wait)
        return;
    contact.announcement.given = true;
    contact.announcement.balk_per_minute = source.announce->balk_per_minute.value;
    contact.announcement.patience_factor = source.announce->patience_factor;
    context.model.counts_sides = true;
}

void set_means(ModelContact& contact, const CompileContext& context)
{
    contact.predictor.service_s =
        mean_over_time(context, contact.talk, 0.0) + mean_over_time(context, contact.wrap_up, 0.0);
    contact.predictor.patience_s = mean_over_time(context, contact.patience, never_s);
}

} // namespace switchroom
