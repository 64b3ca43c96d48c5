#include "sim/centre/schedule_files.h"

#include "sim/calllog/csv.h"
#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/core.h>

namespace switchroom {

namespace {

/// One table with named columns, read record by record; errors are collected with their lines.
class Table {
public:
    Table(std::string_view csv, std::string file) : reader_(csv), file_(std::move(file))
    {
        if (!reader_.next(header_))
            fail("the file is empty; expected a line of column names");
        for (std::string& name : header_)
            name = std::string(trimmed(name));
    }

    /// Position of a column; missing columns are an error unless `optional`.
    std::optional<std::size_t> column(std::string_view name, bool optional = false)
    {
        const auto found = std::find(header_.begin(), header_.end(), name);
        if (found != header_.end())
            return static_cast<std::size_t>(found - header_.begin());
        if (!optional)
            fail(fmt::format("there is no column \"{}\"", name));
        return std::nullopt;
    }

    bool next() { return reader_.next(record_); }

    /// The field, or an empty one where the record is short.
    std::string_view field(std::size_t column) const
    {
        return column < record_.size() ? trimmed(record_[column]) : std::string_view{};
    }

    void fail(std::string message)
    {
        errors_.push_back({Severity::error, {file_, std::max(1, reader_.line()), 0}, std::move(message)});
    }

    const std::vector<std::string>& header() const { return header_; }
    const Diagnostics& errors() const { return errors_; }

private:
    CsvReader reader_;
    std::string file_;
    std::vector<std::string> header_;
    std::vector<std::string> record_;
    Diagnostics errors_;
};

std::optional<DayKey> day_key(std::string_view word)
{
    const auto& names = EnumNames<DayKey>::names;
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end())
        return std::nullopt;
    return static_cast<DayKey>(found - names.begin());
}

std::optional<std::chrono::sys_days> parse_date(std::string_view word)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int used = 0;
    const std::string text(word);
    if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &used) != 3 ||
        used != static_cast<int>(text.size()))
        return std::nullopt;
    const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date);
}

/// Appends a step to a day; the rows of a day must ascend.
template <class T>
void add_step(Table& table, DaySteps<T>& steps, std::string_view time, T value)
{
    const auto from = parse_clock_time(time);
    if (!from)
        return table.fail(fmt::format("\"{}\" is no clock time; expected one like \"08:30\"", time));
    if (!steps.empty() && *from <= steps.back().from)
        return table.fail(fmt::format("{} does not come after {}, the time before it on the same day", time,
                                      to_text(steps.back().from)));
    steps.push_back({*from, value});
}

template <class T>
DaySteps<T>* weekday_steps(Table& table, WeekSteps<T>& week, std::string_view word)
{
    const auto key = day_key(word);
    if (!key) {
        table.fail(fmt::format("\"{}\" is no day; expected mon … sun, weekdays, weekend or every_day", word));
        return nullptr;
    }
    auto& steps = week[*key];
    return steps ? &*steps : &steps.emplace();
}

} // namespace

Result<WeekSteps<double>> read_profile_table(std::string_view csv, const std::string& file)
{
    Table table(csv, file);
    const auto day = table.column("day");
    const auto time = table.column("time");
    const auto rate = table.column("per_hour");
    WeekSteps<double> week;
    while (day && time && rate && table.next()) {
        const auto value = parse_number(table.field(*rate));
        if (!value || *value < 0.0)
            table.fail(
                fmt::format("\"{}\" is no rate; expected contacts per hour, 0 or more", table.field(*rate)));
        else if (DaySteps<double>* steps = weekday_steps(table, week, table.field(*day)))
            add_step(table, *steps, table.field(*time), *value);
    }
    if (!table.errors().empty())
        return table.errors();
    return week;
}

Result<StaffingTable> read_staffing_table(std::string_view csv, const std::string& file)
{
    Table table(csv, file);
    const auto date = table.column("date", true);
    const auto day = date ? std::nullopt : table.column("day");
    const auto time = table.column("time");
    const auto agents = table.column("agents");
    StaffingTable staffing;
    while ((date || day) && time && agents && table.next()) {
        const auto value = parse_integer(table.field(*agents));
        if (!value || *value < 0) {
            table.fail(fmt::format("\"{}\" is no number of agents; expected a whole number, 0 or more",
                                   table.field(*agents)));
            continue;
        }
        DaySteps<int>* steps = nullptr;
        if (day) {
            steps = weekday_steps(table, staffing.by_weekday, table.field(*day));
        } else if (const auto parsed = parse_date(table.field(*date))) {
            steps = &staffing.by_date[*parsed];
        } else {
            table.fail(fmt::format("\"{}\" is no date; expected one like 2026-03-02", table.field(*date)));
        }
        if (steps)
            add_step(table, *steps, table.field(*time), static_cast<int>(*value));
    }
    if (!table.errors().empty())
        return table.errors();
    return staffing;
}

Result<std::map<std::chrono::sys_days, double>> read_forecast_table(std::string_view csv,
                                                                    const std::string& file)
{
    Table table(csv, file);
    const auto date = table.column("date");
    const auto contacts = table.column("contacts");
    std::map<std::chrono::sys_days, double> forecast;
    while (date && contacts && table.next()) {
        const auto day = parse_date(table.field(*date));
        const auto value = parse_number(table.field(*contacts));
        if (!day)
            table.fail(fmt::format("\"{}\" is no date; expected one like 2026-03-02", table.field(*date)));
        else if (!value || *value < 0.0)
            table.fail(fmt::format("\"{}\" is no volume; expected contacts a day, 0 or more",
                                   table.field(*contacts)));
        else if (!forecast.emplace(*day, *value).second)
            table.fail(fmt::format("{} stands twice", table.field(*date)));
    }
    if (!table.errors().empty())
        return table.errors();
    return forecast;
}

Result<std::vector<double>> read_value_column(std::string_view csv, const std::string& column,
                                              const std::string& file)
{
    Table table(csv, file);
    std::optional<std::size_t> at;
    if (!column.empty())
        at = table.column(column);
    else if (table.header().size() == 1)
        at = 0;
    else
        table.fail(
            fmt::format("the file has {} columns; `column` must name one of them", table.header().size()));
    std::vector<double> values;
    while (at && table.next()) {
        const auto value = parse_number(table.field(*at));
        if (!value || *value < 0.0)
            table.fail(fmt::format("\"{}\" is no duration; expected seconds, 0 or more", table.field(*at)));
        else
            values.push_back(*value);
    }
    if (table.errors().empty() && values.empty())
        table.fail("there is no value in it");
    if (!table.errors().empty())
        return table.errors();
    return values;
}

} // namespace switchroom
