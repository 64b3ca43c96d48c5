#pragma once
/// What varies by weekday and by time of day, kept as the file says it: who reads `weekdays` in a file finds
/// `weekdays` here, and the file can be written back. A named day beats `weekdays` and `weekend`, which beat
/// `every_day`.

#include "sim/base/units.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace switchroom {

/// The keys under which a file speaks of days. The first seven are in ISO order (Monday first).
enum class DayKey { mon, tue, wed, thu, fri, sat, sun, weekdays, weekend, every_day };
inline constexpr std::size_t day_key_count = 10;

/// One optional entry per day key.
template <class T>
struct ByDay {
    std::array<std::optional<T>, day_key_count> entries;

    std::optional<T>& operator[](DayKey key) { return entries[static_cast<std::size_t>(key)]; }
    const std::optional<T>& operator[](DayKey key) const { return entries[static_cast<std::size_t>(key)]; }

    bool empty() const
    {
        return std::none_of(entries.begin(), entries.end(),
                            [](const auto& entry) { return entry.has_value(); });
    }

    /// The key that decides about this weekday, if any does.
    std::optional<DayKey> deciding_key(std::chrono::weekday day) const
    {
        const unsigned iso = day.iso_encoding();
        const DayKey candidates[] = {static_cast<DayKey>(iso - 1),
                                     iso <= 5 ? DayKey::weekdays : DayKey::weekend, DayKey::every_day};
        for (DayKey key : candidates)
            if ((*this)[key])
                return key;
        return std::nullopt;
    }

    /// What holds on this weekday; null where no key speaks of it.
    const T* on(std::chrono::weekday day) const
    {
        const auto key = deciding_key(day);
        return key ? &*(*this)[*key] : nullptr;
    }

    friend bool operator==(const ByDay&, const ByDay&) = default;
};

/// `value` holds from `from` on.
template <class T>
struct Step {
    ClockTime from;
    T value{};
    friend bool operator==(const Step&, const Step&) = default;
};

/// Steps of one day in ascending order; before the first one the value is 0 (or the default).
template <class T>
using DaySteps = std::vector<Step<T>>;

/// `{ weekdays = [["08:00", 3], ["18:00", 0]] }`. On days that no key speaks of the value is 0.
template <class T>
using WeekSteps = ByDay<DaySteps<T>>;

/// `{ weekdays = ["08:00-12:30", "13:30-19:00"], sat = "09:00-12:00" }`. A window that wraps past midnight
/// belongs to the day on which it starts.
using WeekWindows = ByDay<std::vector<ClockWindow>>;

/// A value that may vary over the day: one step at 00:00 is a constant. Before a day's first step the last
/// step's value holds, as on the evening before. Never empty.
template <class T>
struct TimeVarying {
    DaySteps<T> steps{{ClockTime{0}, T{}}};

    TimeVarying() = default;
    TimeVarying(T constant) : steps{{ClockTime{0}, std::move(constant)}} {}

    bool is_constant() const { return steps.size() == 1; }
    /// Precondition: steps are ascending and not empty (validate sees to it).
    const T& at(ClockTime time) const
    {
        const auto after = std::upper_bound(steps.begin(), steps.end(), time,
                                            [](ClockTime t, const Step<T>& step) { return t < step.from; });
        return after == steps.begin() ? steps.back().value : std::prev(after)->value;
    }
    friend bool operator==(const TimeVarying&, const TimeVarying&) = default;
};

} // namespace switchroom
