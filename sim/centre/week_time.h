#pragma once
/// From what a file says about weekdays and clock times to what holds at which second of the calendar.

#include "sim/centre/calendar.h"
#include "sim/centre/spans.h"
#include "sim/scenario/schedule.h"

#include <type_traits>
#include <vector>

namespace switchroom {

/// `value` holds from `from_s` on, until the next one.
template <class T>
struct TimedValue {
    double from_s = 0.0;
    T value{};
    friend bool operator==(const TimedValue&, const TimedValue&) = default;
};

/// What holds from when on; ascending, neighbours differ.
template <class T>
using Timeline = std::vector<TimedValue<T>>;

/// Appends a value: at an instant already there it replaces the value, and equal neighbours are kept once.
/// Precondition: instants do not descend.
template <class T>
void append(Timeline<T>& timeline, double from_s, const T& value)
{
    if (!timeline.empty() && timeline.back().from_s == from_s)
        timeline.pop_back();
    if (timeline.empty() || !(timeline.back().value == value))
        timeline.push_back({from_s, value});
}

/// The stretch of one window that starts on `day`; a window that wraps ends on the next day's clock.
/// Precondition: day and, if it wraps, day + 1 are in the calendar.
Span window_span(const Calendar& calendar, int day, const ClockWindow& window);

/// All stretches of weekly windows that start on a day of the calendar; days in `closures` start none.
Spans expand(const WeekWindows& windows, const Calendar& calendar, const std::vector<Date>& closures = {});

/// Appends one day's steps: 0 from midnight, then each step at its clock time. Steps that a change of clocks
/// leaves out give way to the last of them.
template <class T>
void append_day(Timeline<T>& timeline, const DaySteps<T>& steps, const Calendar& calendar, int day)
{
    append(timeline, calendar.day(day).start_s, T{});
    for (const Step<T>& step : steps)
        append(timeline, calendar.at(day, step.from), step.value);
}

/// A weekly step list over the whole calendar; 0 on days that no key speaks of.
template <class T>
Timeline<T> expand(const WeekSteps<T>& steps, const Calendar& calendar)
{
    static const DaySteps<T> nothing;
    Timeline<T> timeline;
    for (int day = calendar.first_day(); day <= calendar.last_day(); ++day) {
        const DaySteps<T>* today = steps.on(calendar.day(day).weekday());
        append_day(timeline, today ? *today : nothing, calendar, day);
    }
    return timeline;
}

/// What holds at an instant; T{} before the first.
template <class T>
T value_at(const Timeline<T>& timeline, double instant_s)
{
    T value{};
    for (const TimedValue<T>& entry : timeline) {
        if (entry.from_s > instant_s)
            break;
        value = entry.value;
    }
    return value;
}

} // namespace switchroom
