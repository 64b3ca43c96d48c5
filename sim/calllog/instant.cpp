#include "sim/calllog/instant.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <cmath>
#include <exception>

namespace switchroom {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

const date::time_zone* as_zone(const void* zone)
{
    return static_cast<const date::time_zone*>(zone);
}

} // namespace

LocalTime local_time(Instant instant)
{
    const std::int64_t ms = instant.utc_ms + std::int64_t{1000} * instant.offset_s;
    const std::int64_t day = floor_div(ms, ms_per_day);
    return {std::chrono::local_days(std::chrono::days(day)),
            static_cast<double>(ms - day * ms_per_day) / 1000.0};
}

std::string to_text(Instant instant)
{
    const LocalTime local = local_time(instant);
    const auto ms = static_cast<std::int64_t>(std::llround(local.second_of_day * 1000.0));
    const std::int64_t s = ms / 1000;
    std::string text =
        fmt::format("{}T{:02}:{:02}:{:02}", to_text(Date(local.day)), s / 3600, s / 60 % 60, s % 60);
    if (ms % 1000 != 0)
        text += fmt::format(".{:03}", ms % 1000);
    const int offset = std::abs(instant.offset_s);
    return text +
           fmt::format("{}{:02}:{:02}", instant.offset_s < 0 ? '-' : '+', offset / 3600, offset / 60 % 60);
}

TimeZone::Placed TimeZone::place(std::chrono::local_days day, double second_of_day) const
{
    const std::int64_t local_ms =
        std::int64_t{day.time_since_epoch().count()} * ms_per_day + std::llround(second_of_day * 1000.0);
    if (zone_ == nullptr)
        return {{local_ms, 0}};
    const date::local_seconds at{std::chrono::seconds(floor_div(local_ms, 1000))};
    const date::local_info info = as_zone(zone_)->get_info(at);
    const auto offset = static_cast<std::int32_t>(info.first.offset.count());
    Placed placed{{local_ms - std::int64_t{1000} * offset, offset}};
    placed.skipped = info.result == date::local_info::nonexistent;
    placed.ambiguous = info.result == date::local_info::ambiguous;
    // A skipped 02:30 is 02:30 by the old clock, which the new one shows as 03:30.
    return placed.skipped ? Placed{at_utc(placed.instant.utc_ms), true, false} : placed;
}

Instant TimeZone::at_utc(std::int64_t utc_ms) const
{
    if (zone_ == nullptr)
        return {utc_ms, 0};
    const date::sys_seconds at{std::chrono::seconds(floor_div(utc_ms, 1000))};
    return {utc_ms, static_cast<std::int32_t>(as_zone(zone_)->get_info(at).offset.count())};
}

Result<TimeZone> find_time_zone(const std::string& name)
{
    TimeZone zone;
    if (name == "UTC")
        return zone;
    try {
        zone.zone_ = date::locate_zone(name);
        zone.name_ = name;
        return zone;
    } catch (const std::exception&) {
        return error_in(
            "", fmt::format("found time zone \"{}\", expected a name of the time-zone database such as "
                            "\"Europe/Paris\" or \"UTC\"",
                            name));
    }
}

} // namespace switchroom
