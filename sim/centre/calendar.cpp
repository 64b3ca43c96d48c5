#include "sim/centre/calendar.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <date/tz.h>
#include <fmt/core.h>

namespace switchroom {

namespace {

using std::chrono::seconds;

/// Days of 86 400 s; needs no zone rules, so the tz database is never opened for UTC.
std::vector<LocalDay> plain_days(std::chrono::sys_days start, int first_day, int last_day)
{
    std::vector<LocalDay> days;
    for (int d = first_day; d <= last_day; ++d)
        days.push_back({Date(start + std::chrono::days(d)), 86400.0 * d, 86400.0, 0.0, 0.0});
    return days;
}

/// The first instant of a local day.
date::sys_seconds begin_of(const date::time_zone& zone, date::local_days day)
{
    const date::local_info info = zone.get_info(date::local_seconds(day));
    if (info.result == date::local_info::nonexistent)
        return info.first.end;
    return date::sys_seconds(date::local_seconds(day).time_since_epoch() - info.first.offset);
}

double to_seconds(date::sys_seconds instant, date::sys_seconds origin)
{
    return static_cast<double>((instant - origin).count());
}

/// One day between two midnights, with its change of clocks. Zones change at most once a day.
LocalDay zoned_day(const date::time_zone& zone, date::local_days day, date::sys_seconds begin,
                   date::sys_seconds end)
{
    LocalDay result;
    const date::sys_info at_begin = zone.get_info(begin);
    const auto missing = begin.time_since_epoch() + at_begin.offset - seconds(day.time_since_epoch());
    if (missing != seconds(0)) { // midnight itself is left out
        result.change_s = static_cast<double>(missing.count());
    } else if (at_begin.end < end) {
        result.change_at_s = to_seconds(at_begin.end, begin);
        result.change_s = static_cast<double>((zone.get_info(at_begin.end).offset - at_begin.offset).count());
    }
    result.length_s = to_seconds(end, begin);
    return result;
}

std::vector<LocalDay> zoned_days(const date::time_zone& zone, std::chrono::sys_days start, int first_day,
                                 int last_day)
{
    const auto local_day = [&](int d) {
        return date::local_days(date::days(start.time_since_epoch().count() + d));
    };
    const date::sys_seconds origin = begin_of(zone, local_day(0));
    std::vector<LocalDay> days;
    date::sys_seconds begin = begin_of(zone, local_day(first_day));
    for (int d = first_day; d <= last_day; ++d) {
        const date::sys_seconds end = begin_of(zone, local_day(d + 1));
        LocalDay day = zoned_day(zone, local_day(d), begin, end);
        day.date = Date(start + std::chrono::days(d));
        day.start_s = to_seconds(begin, origin);
        days.push_back(day);
        begin = end;
    }
    return days;
}

bool is_utc(const std::string& zone)
{
    return zone.empty() || zone == "UTC" || zone == "Etc/UTC";
}

} // namespace

Result<Calendar> Calendar::make(const std::string& zone, Date start, int first_day, int last_day)
{
    SWITCHROOM_CHECK(first_day <= 0 && last_day >= 0, "a calendar holds day 0");
    Calendar calendar;
    calendar.first_day_ = first_day;
    const std::chrono::sys_days origin(start);
    if (is_utc(zone)) {
        calendar.origin_utc_s_ = std::chrono::seconds(origin.time_since_epoch()).count();
        calendar.days_ = plain_days(origin, first_day, last_day);
        return calendar;
    }
    try {
        const date::time_zone& rules = *date::locate_zone(zone);
        calendar.days_ = zoned_days(rules, origin, first_day, last_day);
        const date::local_days midnight(date::days(origin.time_since_epoch().count()));
        calendar.origin_utc_s_ = begin_of(rules, midnight).time_since_epoch().count();
    } catch (const std::runtime_error&) {
        return error_in("",
                        fmt::format("timezone \"{}\" is unknown on this machine; expected a name of the tz "
                                    "database such as \"Europe/Paris\"",
                                    zone));
    }
    return calendar;
}

const LocalDay& Calendar::day(int day) const
{
    SWITCHROOM_CHECK(day >= first_day() && day <= last_day(), "a day outside the calendar");
    return days_[static_cast<std::size_t>(day - first_day_)];
}

double Calendar::at(int day_number, ClockTime time) const
{
    const LocalDay& d = day(day_number);
    const double clock = time.second_of_day;
    if (d.change_s == 0.0 || clock < d.change_at_s)
        return d.start_s + clock;
    return d.start_s + std::max(d.change_at_s, clock - d.change_s);
}

double Calendar::clock_s(int day_number, double instant_s) const
{
    const LocalDay& d = day(day_number);
    const double elapsed = instant_s - d.start_s;
    return elapsed < d.change_at_s || d.change_s == 0.0 ? elapsed : elapsed + d.change_s;
}

int Calendar::day_at(double instant_s) const
{
    const auto after = std::upper_bound(days_.begin(), days_.end(), instant_s,
                                        [](double t, const LocalDay& d) { return t < d.start_s; });
    return first_day_ + static_cast<int>(std::max<std::ptrdiff_t>(0, after - days_.begin() - 1));
}

double Calendar::instant_of(std::int64_t utc_ms) const
{
    return static_cast<double>(utc_ms - origin_utc_s_ * 1000) / 1000.0;
}

int Calendar::number_of(Date date) const
{
    return first_day_ +
           static_cast<int>(
               (std::chrono::sys_days(date) - std::chrono::sys_days(days_.front().date)).count());
}

} // namespace switchroom
