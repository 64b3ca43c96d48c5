#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Takes an unsigned decimal number off the front.
std::optional<double> take_number(std::string_view& text)
{
    if (text.empty() || text.front() < '0' || text.front() > '9')
        return std::nullopt;
    double value = 0.0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool take(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

struct Unit {
    std::string_view name;
    double in_seconds;
};

/// A thousand years: nothing longer is meant.
constexpr double longest_s = 1000.0 * 366.0 * 86400.0;

// Longer names before their prefixes; parts must come in falling order of size.
constexpr Unit units[] = {{"d", 86400.0}, {"h", 3600.0}, {"min", 60.0}, {"ms", 0.001}, {"s", 1.0}};

std::optional<Duration> parse_rings(std::string_view text, Duration ring)
{
    const auto count = take_number(text);
    text = trimmed(text);
    if (!count || (text != "rings" && text != "ring"))
        return std::nullopt;
    return Duration{*count * ring.seconds};
}

std::optional<int> take_two_digits(std::string_view& text, std::size_t least)
{
    std::size_t digits = 0;
    int value = 0;
    while (digits < 2 && digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        value = value * 10 + (text[digits++] - '0');
    if (digits < least)
        return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

} // namespace

std::optional<Duration> parse_duration(std::string_view text, std::optional<Duration> ring)
{
    text = trimmed(text);
    if (text == "inf")
        return Duration{std::numeric_limits<double>::infinity()};
    if (ring)
        if (const auto rings = parse_rings(text, *ring))
            return rings;
    double total = 0.0;
    double smallest = std::numeric_limits<double>::infinity();
    while (!text.empty()) {
        const auto count = take_number(text);
        if (!count)
            return std::nullopt;
        text = trimmed(text);
        const Unit* unit = nullptr;
        for (const Unit& candidate : units)
            if (!unit && take(text, candidate.name))
                unit = &candidate;
        if (!unit || unit->in_seconds >= smallest)
            return std::nullopt;
        smallest = unit->in_seconds;
        total += *count * unit->in_seconds;
        text = trimmed(text);
    }
    if (std::isinf(smallest) || total > longest_s)
        return std::nullopt;
    return Duration{total};
}

std::optional<ClockTime> parse_clock_time(std::string_view text)
{
    text = trimmed(text);
    const auto hour = take_two_digits(text, 1);
    if (!hour || !take(text, ":"))
        return std::nullopt;
    const auto minute = take_two_digits(text, 2);
    std::optional<int> second = 0;
    if (minute && take(text, ":"))
        second = take_two_digits(text, 2);
    if (!minute || !second || !text.empty() || *minute > 59 || *second > 59)
        return std::nullopt;
    const int all = *hour * 3600 + *minute * 60 + *second;
    return all <= 86400 ? std::optional(ClockTime{all}) : std::nullopt;
}

std::optional<ClockWindow> parse_window(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto start = parse_clock_time(text.substr(0, dash));
    const auto end = parse_clock_time(text.substr(dash + 1));
    if (!start || !end || *start == *end || start->second_of_day == 86400)
        return std::nullopt;
    return ClockWindow{*start, *end};
}

std::optional<double> parse_percentage(std::string_view text)
{
    text = trimmed(text);
    const bool negative = take(text, "-");
    const auto number = take_number(text);
    if (!number || trimmed(text) != "%")
        return std::nullopt;
    return (negative ? -*number : *number) / 100.0;
}

std::optional<Term> parse_term(std::string_view text)
{
    text = trimmed(text);
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || count < 1)
        return std::nullopt;
    std::string_view unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    if (unit.ends_with('s'))
        unit.remove_suffix(1);
    constexpr std::string_view names[] = {"day", "week", "month", "quarter", "year"};
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (unit == names[i])
            return Term{count, static_cast<Term::Unit>(i)};
    return std::nullopt;
}

std::string duration_literal(Duration duration)
{
    const std::string candidates[] = {to_text(duration), fmt::format("{}s", duration.seconds)};
    for (const std::string& text : candidates)
        if (const auto back = parse_duration(text); back && *back == duration)
            return text;
    return fmt::format("{:.30f}s", duration.seconds); // "1e-05s" is no duration
}

std::string window_literal(ClockWindow window)
{
    return to_text(window.start) + "-" + to_text(window.end);
}

std::string term_literal(const Term& term)
{
    constexpr std::string_view names[] = {"day", "week", "month", "quarter", "year"};
    return fmt::format("{} {}{}", term.count, names[static_cast<std::size_t>(term.unit)],
                       term.count == 1 ? "" : "s");
}

} // namespace switchroom
