#include "gui/view_models/live_moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::gui {

namespace {

/// From `at_s` on so many of our callers wait.
struct QueueStep {
    double at_s = 0.0;
    std::size_t waiting = 0;
};

/// The queue's length in [from, to), change by change; the first step is at from_s.
std::vector<QueueStep> queue_steps(const LiveRecording& recording, double from_s, double to_s)
{
    struct Change {
        double at_s;
        int by;
    };
    std::vector<Change> changes{{from_s, 0}};
    for (const OpenIntervals::Entry& entry : recording.waiting.entries()) {
        if (entry.from_s >= to_s)
            break;
        if (entry.to_s <= from_s || !recording.calls[entry.id].is_ours)
            continue;
        changes.push_back({std::max(entry.from_s, from_s), 1});
        if (entry.to_s < to_s)
            changes.push_back({entry.to_s, -1});
    }
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return a.at_s != b.at_s ? a.at_s < b.at_s : a.by < b.by;
    });
    std::vector<QueueStep> steps;
    std::int64_t waiting = 0;
    for (const Change& change : changes) {
        waiting += change.by;
        if (!steps.empty() && steps.back().at_s == change.at_s)
            steps.pop_back();
        steps.push_back({change.at_s, static_cast<std::size_t>(std::max<std::int64_t>(waiting, 0))});
    }
    return steps;
}

double longest_wait_at(const LiveRecording& recording, double at_s)
{
    std::vector<std::uint32_t> waiting;
    recording.waiting.collect(at_s, waiting);
    for (const std::uint32_t call : waiting) // the longest wait comes first
        if (recording.calls[call].is_ours)
            return at_s - recording.calls[call].arrived_s;
    return 0.0;
}

LiveMoment worst_of(const LiveRecording& recording, const std::vector<QueueStep>& steps, double to_s)
{
    std::size_t most = 0;
    for (const QueueStep& step : steps)
        most = std::max(most, step.waiting);
    LiveMoment worst{.at_s = 0.5 * (steps.front().at_s + to_s)};
    if (most == 0)
        return worst;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].waiting != most)
            continue;
        const double ends_s = i + 1 < steps.size() ? steps[i + 1].at_s : to_s;
        const double at_s = ends_s - std::min(1.0, 0.25 * (ends_s - steps[i].at_s));
        const double longest_s = longest_wait_at(recording, at_s);
        if (worst.waiting == 0 || longest_s > worst.longest_wait_s)
            worst = {at_s, most, longest_s};
    }
    return worst;
}

/// From the hour in which the first of our people comes, or a caller first waits, to the end of the last.
void find_hours(const LiveRecording& recording, const LiveDay& day, const std::vector<QueueStep>& steps,
                LiveDayOutline& outline)
{
    double from_s = day.end_s;
    double to_s = day.start_s;
    const auto include = [&](double begin_s, double end_s) {
        from_s = std::min(from_s, std::max(begin_s, day.start_s));
        to_s = std::max(to_s, std::min(end_s, day.end_s));
    };
    for (const LiveGroup& group : recording.groups) {
        const auto& staffed = group.presence.steps;
        for (std::size_t i = 0; i < staffed.size() && !group.is_vendor; ++i) {
            const double until_s = i + 1 < staffed.size() ? staffed[i + 1].at_s : recording.model().end_s;
            if (staffed[i].scheduled > 0 && until_s > day.start_s && staffed[i].at_s < day.end_s)
                include(staffed[i].at_s, until_s);
        }
    }
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].waiting > 0)
            include(steps[i].at_s, i + 1 < steps.size() ? steps[i + 1].at_s : day.end_s);
    if (from_s >= to_s) {
        from_s = day.start_s;
        to_s = day.end_s;
    }
    constexpr double hour_s = 3600.0;
    outline.from_s = day.start_s + hour_s * std::floor((from_s - day.start_s) / hour_s);
    outline.to_s = std::min(day.start_s + hour_s * std::ceil((to_s - day.start_s) / hour_s), day.end_s);
}

} // namespace

LiveMoment worst_moment(const LiveRecording& recording, double from_s, double to_s)
{
    return worst_of(recording, queue_steps(recording, from_s, to_s), to_s);
}

LiveDayOutline outline_of(const LiveRecording& recording, const LiveDay& day)
{
    LiveDayOutline outline;
    const std::vector<QueueStep> steps = queue_steps(recording, day.start_s, day.end_s);
    find_hours(recording, day, steps, outline);
    outline.worst = worst_of(recording, steps, day.end_s);
    outline.curve.assign(outline_parts, 0.0);
    const double part_s = (outline.to_s - outline.from_s) / static_cast<double>(outline_parts);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double until_s = i + 1 < steps.size() ? steps[i + 1].at_s : day.end_s;
        const double first = std::max((steps[i].at_s - outline.from_s) / part_s, 0.0);
        const double behind =
            std::min(std::ceil((until_s - outline.from_s) / part_s), static_cast<double>(outline_parts));
        for (auto part = static_cast<std::size_t>(first); static_cast<double>(part) < behind; ++part)
            outline.curve[part] = std::max(outline.curve[part], static_cast<double>(steps[i].waiting));
    }
    return outline;
}

double next_hang_up_s(const LiveRecording& recording, double after_s)
{
    auto event = std::upper_bound(recording.events.begin(), recording.events.end(), after_s,
                                  [](double at, const LiveEvent& other) { return at < other.at_s; });
    for (; event != recording.events.end(); ++event)
        if (event->kind == LiveEventKind::hung_up && recording.calls[event->call].is_ours)
            return event->at_s;
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace switchroom::gui
