#include "sim/calllog/time_format.h"

#include "sim/calllog/csv.h"

#include <cctype>
#include <charconv>
#include <cmath>

namespace switchroom {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// What a format has read so far, and the text that is left.
struct Scan {
    std::string_view rest;
    std::int64_t year = 1970, month = 1, day = 1, hour = 0, minute = 0;
    double second = 0.0;
    std::optional<bool> afternoon = {};
    std::optional<std::int32_t> offset_s = {};
    std::optional<double> epoch_s = {};

    void skip_blanks()
    {
        while (rest.starts_with(' '))
            rest.remove_prefix(1);
    }

    /// 1 … most digits.
    bool number(std::int64_t& value, std::size_t most)
    {
        std::size_t length = 0;
        while (length < most && length < rest.size() && is_digit(rest[length]))
            ++length;
        if (length == 0)
            return false;
        std::from_chars(rest.data(), rest.data() + length, value);
        rest.remove_prefix(length);
        return true;
    }

    /// Whole seconds and, where a mark and digits follow, a fraction.
    bool seconds(double& value, std::size_t most)
    {
        std::int64_t whole = 0;
        if (!number(whole, most))
            return false;
        value = static_cast<double>(whole);
        if (rest.size() < 2 || (rest[0] != '.' && rest[0] != ',') || !is_digit(rest[1]))
            return true;
        rest.remove_prefix(1);
        for (double unit = 0.1; !rest.empty() && is_digit(rest[0]); unit /= 10.0, rest.remove_prefix(1))
            value += unit * (rest[0] - '0');
        return true;
    }

    bool half_of_day()
    {
        if (rest.size() < 2 || std::toupper(static_cast<unsigned char>(rest[1])) != 'M')
            return false;
        const int first = std::toupper(static_cast<unsigned char>(rest[0]));
        if (first != 'A' && first != 'P')
            return false;
        afternoon = first == 'P';
        rest.remove_prefix(2);
        return true;
    }

    /// Z, +02:00, +0200 or +02.
    bool offset()
    {
        if (rest.starts_with('Z')) {
            rest.remove_prefix(1);
            offset_s = 0;
            return true;
        }
        if (!rest.starts_with('+') && !rest.starts_with('-'))
            return false;
        const int sign = rest[0] == '-' ? -1 : 1;
        rest.remove_prefix(1);
        std::int64_t h = 0, m = 0;
        if (!number(h, 2))
            return false;
        if (rest.starts_with(':'))
            rest.remove_prefix(1);
        if (!rest.empty() && is_digit(rest[0]) && !number(m, 2))
            return false;
        offset_s = sign * static_cast<std::int32_t>(h * 3600 + m * 60);
        return h <= 18 && m < 60;
    }

    bool directive(char letter)
    {
        switch (letter) {
        case 'Y':
            return number(year, 4);
        case 'y':
            if (!number(year, 2))
                return false;
            year += year < 70 ? 2000 : 1900;
            return true;
        case 'm':
            return number(month, 2);
        case 'd':
            return number(day, 2);
        case 'H':
        case 'I':
            return number(hour, 2) && (letter == 'H' || (hour >= 1 && hour <= 12));
        case 'M':
            return number(minute, 2);
        case 'S':
            return seconds(second, 2);
        case 'p':
            return half_of_day();
        case 'z':
            return offset();
        case 's':
            return seconds(epoch_s.emplace(), 12);
        default:
            return false;
        }
    }

    bool literal(char c)
    {
        if (c == ' ') {
            skip_blanks();
            return true;
        }
        if (!rest.starts_with(c))
            return false;
        rest.remove_prefix(1);
        return true;
    }
};

std::optional<WrittenTime> finished(Scan& scan)
{
    scan.skip_blanks();
    if (!scan.rest.empty())
        return std::nullopt;
    if (scan.epoch_s) {
        const double days = std::floor(*scan.epoch_s / 86400.0);
        return WrittenTime{std::chrono::local_days(std::chrono::days(static_cast<int>(days))),
                           *scan.epoch_s - days * 86400.0, 0};
    }
    if (scan.afternoon)
        scan.hour = scan.hour % 12 + (*scan.afternoon ? 12 : 0);
    const Date date{std::chrono::year(static_cast<int>(scan.year)),
                    std::chrono::month(static_cast<unsigned>(scan.month)),
                    std::chrono::day(static_cast<unsigned>(scan.day))};
    if (!date.ok() || scan.hour > 23 || scan.minute > 59 || scan.second >= 61.0)
        return std::nullopt;
    return WrittenTime{std::chrono::local_days(date),
                       static_cast<double>(scan.hour * 3600 + scan.minute * 60) + scan.second, scan.offset_s};
}

std::optional<WrittenTime> parse_iso(std::string_view text)
{
    Scan scan{.rest = text};
    const bool day = scan.number(scan.year, 4) && scan.literal('-') && scan.number(scan.month, 2) &&
                     scan.literal('-') && scan.number(scan.day, 2);
    if (!day || scan.rest.empty() || (scan.rest[0] != 'T' && scan.rest[0] != ' '))
        return std::nullopt;
    scan.rest.remove_prefix(1);
    if (!scan.number(scan.hour, 2) || !scan.literal(':') || !scan.number(scan.minute, 2))
        return std::nullopt;
    if (scan.rest.starts_with(':') && !(scan.literal(':') && scan.seconds(scan.second, 2)))
        return std::nullopt;
    scan.skip_blanks();
    if (!scan.rest.empty() && !scan.offset())
        return std::nullopt;
    return finished(scan);
}

} // namespace

std::optional<WrittenTime> parse_time(std::string_view text, std::string_view format)
{
    text = trimmed(text);
    if (format.empty())
        return parse_iso(text);
    Scan scan{.rest = text};
    for (std::size_t i = 0; i < format.size(); ++i) {
        const bool directive = format[i] == '%' && i + 1 < format.size() && format[i + 1] != '%';
        if (format[i] == '%')
            ++i;
        if (directive ? !scan.directive(format[i]) : !scan.literal(format[std::min(i, format.size() - 1)]))
            return std::nullopt;
    }
    return finished(scan);
}

bool is_time_format(std::string_view format)
{
    const auto has = [&](std::string_view directive) {
        return format.find(directive) != std::string_view::npos;
    };
    for (std::size_t i = 0; i < format.size(); ++i)
        if (format[i] == '%' && (++i == format.size() ||
                                 std::string_view("YymdHIMSpzs%").find(format[i]) == std::string_view::npos))
            return false;
    const bool date = (has("%Y") || has("%y")) && has("%m") && has("%d");
    const bool time = (has("%H") || (has("%I") && has("%p"))) && has("%M");
    return format.empty() || has("%s") || (date && time);
}

TimeZone::Placed place(const WrittenTime& time, const std::optional<TimeZone>& zone)
{
    if (!time.offset_s)
        return zone.value_or(TimeZone{}).place(time.day, time.second_of_day);
    const std::int64_t local_ms = std::int64_t{time.day.time_since_epoch().count()} * 86'400'000 +
                                  std::llround(time.second_of_day * 1000.0);
    const std::int64_t utc_ms = local_ms - std::int64_t{1000} * *time.offset_s;
    return {zone ? zone->at_utc(utc_ms) : Instant{utc_ms, *time.offset_s}};
}

} // namespace switchroom
