#include "sim/scenario/validation.h"

#include <date/tz.h>

#include <cmath>

namespace switchroom {

namespace {

void validate_timezone(Validation& v)
{
    const std::string& zone = v.scenario.timezone;
    if (zone == "UTC" || v.report.broken("timezone"))
        return;
    try {
        date::locate_zone(zone);
    } catch (const std::exception&) {
        std::vector<std::string_view> known;
        try {
            for (const auto& each : date::get_tzdb().zones)
                known.push_back(each.name());
        } catch (const std::exception&) {
            return v.error("timezone",
                           "this machine has no time-zone database, expected the package tzdata or \"UTC\"");
        }
        std::string hint = did_you_mean(zone, known);
        if (hint.empty())
            hint = ", expected a name such as \"Europe/Paris\"";
        v.error("timezone", "there is no time zone called \"{}\"{}", zone, hint);
    }
}

void validate_time_frame(Validation& v)
{
    const TimeFrame& time = v.scenario.time;
    const double interval = time.interval.seconds;
    if (!v.report.broken("time.interval")) {
        const double parts = 86400.0 / interval;
        if (interval < 60.0 || interval > 86400.0 || interval != std::floor(interval) ||
            parts != std::floor(parts))
            v.error("time.interval",
                    "found {}, expected whole seconds, at least 1min, that divide the day, such as \"15min\"",
                    to_text(time.interval));
    }
    if (std::isinf(time.warm_up.seconds) || time.warm_up.seconds > 366 * 86400.0)
        v.error("time.warm_up", "found a warm-up of more than a year, expected less");
    const int year = static_cast<int>(time.start.year());
    if (year < 1900 || year > 2200)
        v.error("time.start", "found the year {}, expected one from 1900 to 2200", year);
}

void validate_hours(Validation& v, const Hours& hours)
{
    validate_windows(v, "hours", hours.open);
    using std::chrono::sys_days;
    const auto first = sys_days(v.scenario.time.start);
    const auto last = first + std::chrono::days(v.scenario.time.days);
    std::set<Date> seen;
    for (std::size_t i = 0; i < hours.closures.size(); ++i) {
        const Date& day = hours.closures[i];
        const std::string path = join_path("hours.closures", i);
        if (v.report.broken(path))
            continue;
        if (!seen.insert(day).second)
            v.warning(path, "{} is closed already", to_text(day));
        else if (sys_days(day) < first || sys_days(day) >= last)
            v.warning(path, "{} is not among the simulated days ({} days from {})", to_text(day),
                      v.scenario.time.days, to_text(v.scenario.time.start));
    }
    for (std::size_t i = 0; i < hours.away.size(); ++i) {
        const std::string path = join_path("hours.away", i);
        const Away& away = hours.away[i];
        v.need_groups(path + ".groups", away.groups);
        if (away.windows.empty() && !v.report.broken(path))
            v.error(path, "\"{}\" has no time, expected a day such as tue = [\"12:00-12:30\"]", away.name);
        validate_windows(v, path, away.windows);
    }
}

} // namespace

void validate_time(Validation& v)
{
    validate_timezone(v);
    validate_time_frame(v);
    if (v.scenario.hours)
        validate_hours(v, *v.scenario.hours);
}

} // namespace switchroom
