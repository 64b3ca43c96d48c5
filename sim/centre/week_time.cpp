#include "sim/centre/week_time.h"

#include <algorithm>

namespace switchroom {

Span window_span(const Calendar& calendar, int day, const ClockWindow& window)
{
    const int last = window.end <= window.start ? day + 1 : day;
    return {calendar.at(day, window.start), calendar.at(last, window.end)};
}

Spans expand(const WeekWindows& windows, const Calendar& calendar, const std::vector<Date>& closures)
{
    Spans spans;
    // The calendar's last day is there for windows that wrap into it.
    for (int day = calendar.first_day(); day < calendar.last_day(); ++day) {
        const LocalDay& local = calendar.day(day);
        const auto* today = windows.on(local.weekday());
        if (!today || std::find(closures.begin(), closures.end(), local.date) != closures.end())
            continue;
        for (const ClockWindow& window : *today)
            spans.push_back(window_span(calendar, day, window));
    }
    return normalised(std::move(spans));
}

} // namespace switchroom
