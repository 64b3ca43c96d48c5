#pragma once
/// Strong types for what scenario files hold: durations, clock times, windows, dates, money, probabilities.
/// The compiled model holds plain doubles in seconds whose names say so (`_s`).

#include <chrono>
#include <compare>
#include <string>

namespace switchroom {

/// A length of time in seconds; may be infinite, is never NaN.
struct Duration {
    double seconds = 0.0;
    friend constexpr auto operator<=>(Duration, Duration) = default;
};

constexpr Duration seconds(double s)
{
    return {s};
}
constexpr Duration minutes(double m)
{
    return {m * 60.0};
}
constexpr Duration hours(double h)
{
    return {h * 3600.0};
}

/// Local wall-clock time of day in whole seconds, 0 … 86 400 (24:00 ends a day).
struct ClockTime {
    int second_of_day = 0;
    friend constexpr auto operator<=>(ClockTime, ClockTime) = default;
};

/// [start, end) on the local clock; end ≤ start wraps past midnight; may end at 24:00.
struct ClockWindow {
    ClockTime start;
    ClockTime end;
    friend constexpr auto operator<=>(ClockWindow, ClockWindow) = default;
};

/// A calendar day without a zone.
using Date = std::chrono::year_month_day;

/// An amount in the scenario's currency.
struct Money {
    double amount = 0.0;
    friend constexpr auto operator<=>(Money, Money) = default;
};

/// 0 … 1. Written 0.12 or "12%".
struct Probability {
    double value = 0.0;
    friend constexpr auto operator<=>(Probability, Probability) = default;
};

/// "4min30s", "2h", "1d", "0s", "500ms"; the shortest exact form that the scenario format reads back.
std::string to_text(Duration duration);
/// "08:30", "24:00"; with seconds only where there are any.
std::string to_text(ClockTime time);
/// "2026-03-02".
std::string to_text(Date date);

} // namespace switchroom
