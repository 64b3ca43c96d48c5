#include "sim/calllog/where_columns.h"

#include "sim/calllog/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <vector>

namespace switchroom {

enum class ValueKind { text, outcome, weekday, number, seconds, date, clock, truth };

struct RowColumn {
    std::string_view name;
    ValueKind kind;
    std::optional<RowValue> (*of)(const CallLog& log, const CallRow& row);
};

namespace {

constexpr std::array<std::string_view, 7> weekday_words = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<RowValue> from(std::optional<double> number)
{
    return number ? std::optional(RowValue{*number, {}}) : std::nullopt;
}

RowValue queue_of(const CallLog& log, const CallRow& row)
{
    return {0.0, log.queues[row.queue]};
}

constexpr RowColumn columns[] = {
    {"call_id", ValueKind::text,
     [](auto&, auto& row) {
         return std::optional(RowValue{0.0, row.call_id});
     }},
    {"queue", ValueKind::text, [](auto& log, auto& row) { return std::optional(queue_of(log, row)); }},
    {"type", ValueKind::text, [](auto& log, auto& row) { return std::optional(queue_of(log, row)); }},
    {"outcome", ValueKind::outcome,
     [](auto&, auto& row) {
         return std::optional(RowValue{0.0, to_text(row.outcome)});
     }},
    {"priority", ValueKind::number,
     [](auto&, auto& row) { return row.priority ? from(double(*row.priority)) : std::nullopt; }},
    {"date", ValueKind::date,
     [](auto&, auto& row) {
         return from(double(local_time(row.arrived_at).day.time_since_epoch().count()));
     }},
    {"weekday", ValueKind::weekday,
     [](auto&, auto& row) {
         return from(double(std::chrono::weekday(local_time(row.arrived_at).day).iso_encoding()));
     }},
    {"month", ValueKind::number,
     [](auto&, auto& row) { return from(double(unsigned(Date(local_time(row.arrived_at).day).month()))); }},
    {"hour", ValueKind::number,
     [](auto&, auto& row) { return from(double(int(local_time(row.arrived_at).second_of_day / 3600.0))); }},
    {"time", ValueKind::clock,
     [](auto&, auto& row) { return from(local_time(row.arrived_at).second_of_day); }},
    {"wait", ValueKind::seconds, [](auto&, auto& row) { return from(row.wait_s); }},
    {"ring", ValueKind::seconds, [](auto&, auto& row) { return from(row.ring_s); }},
    {"talk", ValueKind::seconds, [](auto&, auto& row) { return from(row.talk_s); }},
    {"hold", ValueKind::seconds, [](auto&, auto& row) { return from(row.hold_s); }},
    {"wrap_up", ValueKind::seconds, [](auto&, auto& row) { return from(row.wrap_s); }},
    {"handle", ValueKind::seconds, [](auto&, auto& row) { return from(handle_s(row)); }},
    {"queued", ValueKind::truth, [](auto&, auto& row) { return from(double(row.queued())); }},
    {"retry", ValueKind::truth, [](auto&, auto& row) { return from(double(row.retry_of.has_value())); }},
};

/// "20s", "2min", "1h", or plain seconds.
std::optional<double> parse_seconds(const std::string& text)
{
    constexpr std::pair<std::string_view, double> units[] = {
        {"min", 60.0}, {"ms", 0.001}, {"s", 1.0}, {"h", 3600.0}};
    for (const auto& [unit, factor] : units)
        if (text.size() > unit.size() && text.ends_with(unit)) {
            const auto number = parse_number(std::string_view(text).substr(0, text.size() - unit.size()));
            return number ? std::optional(*number * factor) : std::nullopt;
        }
    return parse_number(text);
}

/// "1999-01-15" as days since 1970.
std::optional<double> parse_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = parse_integer(text.substr(0, 4)), m = parse_integer(text.substr(5, 2)),
               d = parse_integer(text.substr(8));
    if (!y || !m || !d || *m < 0 || *d < 0)
        return std::nullopt;
    const Date date{std::chrono::year(static_cast<int>(*y)), std::chrono::month(static_cast<unsigned>(*m)),
                    std::chrono::day(static_cast<unsigned>(*d))};
    if (!date.ok())
        return std::nullopt;
    return static_cast<double>(std::chrono::local_days(date).time_since_epoch().count());
}

/// "07:30" or "07:30:15" as seconds of the day.
std::optional<double> parse_time_of_day(std::string_view text)
{
    if ((text.size() != 5 && text.size() != 8) || text[2] != ':' || (text.size() == 8 && text[5] != ':'))
        return std::nullopt;
    const auto h = parse_integer(text.substr(0, 2)), m = parse_integer(text.substr(3, 2));
    const auto s = text.size() == 8 ? parse_integer(text.substr(6)) : std::optional<std::int64_t>(0);
    if (!h || !m || !s || *h < 0 || *h > 24 || *m < 0 || *m > 59 || *s < 0 || *s > 59)
        return std::nullopt;
    return static_cast<double>(*h * 3600 + *m * 60 + *s);
}

std::optional<double> parse_weekday(std::string_view text)
{
    const auto found = std::find(weekday_words.begin(), weekday_words.end(), text);
    if (found == weekday_words.end())
        return std::nullopt;
    return static_cast<double>(found - weekday_words.begin() + 1);
}

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const RowColumn* find_row_column(std::string_view name)
{
    const auto found = std::find_if(std::begin(columns), std::end(columns),
                                    [&](const RowColumn& c) { return c.name == name; });
    return found == std::end(columns) ? nullptr : &*found;
}

std::string nearest_row_column(std::string_view name)
{
    return std::string(std::min_element(std::begin(columns), std::end(columns), [&](auto& a, auto& b) {
                           return edit_distance(a.name, name) < edit_distance(b.name, name);
                       })->name);
}

std::string row_column_names()
{
    std::string names;
    for (const RowColumn& column : columns)
        names += (names.empty() ? "" : ", ") + std::string(column.name);
    return names;
}

std::optional<RowValue> parse_row_value(const RowColumn& column, const std::string& text)
{
    switch (column.kind) {
    case ValueKind::text:
        return RowValue{0.0, text};
    case ValueKind::outcome:
        return call_outcome(text) ? std::optional(RowValue{0.0, text}) : std::nullopt;
    case ValueKind::weekday:
        return from(parse_weekday(text));
    case ValueKind::number:
        return from(parse_number(text));
    case ValueKind::seconds:
        return from(parse_seconds(text));
    case ValueKind::date:
        return from(parse_day(text));
    case ValueKind::clock:
        return from(parse_time_of_day(text));
    case ValueKind::truth:
        return text == "true" || text == "false" ? from(text == "true" ? 1.0 : 0.0) : std::nullopt;
    }
    return std::nullopt;
}

std::string expected_value(const RowColumn& column)
{
    switch (column.kind) {
    case ValueKind::text:
        return "a word";
    case ValueKind::outcome:
        return "one of answered, abandoned, voicemail, callback, transferred, blocked, bot";
    case ValueKind::weekday:
        return "one of mon, tue, wed, thu, fri, sat, sun";
    case ValueKind::number:
        return "a number";
    case ValueKind::seconds:
        return "a duration such as 20s or 2min";
    case ValueKind::date:
        return "a date such as 1999-01-15";
    case ValueKind::clock:
        return "a time such as 07:30";
    case ValueKind::truth:
        return "true or false";
    }
    return "";
}

std::optional<RowValue> row_value(const RowColumn& column, const CallLog& log, const CallRow& row)
{
    return column.of(log, row);
}

} // namespace switchroom
