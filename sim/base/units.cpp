#include "sim/base/units.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

std::string to_text(Duration duration)
{
    double rest = duration.seconds;
    if (std::isinf(rest))
        return "inf";
    if (rest < 1.0 && rest > 0.0)
        return fmt::format("{}ms", rest * 1000.0);
    std::string text;
    const auto take = [&](double unit, const char* name) {
        const double count = std::floor(rest / unit);
        if (count < 1.0)
            return;
        text += fmt::format("{}{}", static_cast<long long>(count), name);
        rest -= count * unit;
    };
    take(86400.0, "d");
    take(3600.0, "h");
    take(60.0, "min");
    if (rest > 0.0 || text.empty())
        text += fmt::format("{}s", rest);
    return text;
}

std::string to_text(ClockTime time)
{
    const int s = time.second_of_day;
    if (s % 60 != 0)
        return fmt::format("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
    return fmt::format("{:02}:{:02}", s / 3600, s / 60 % 60);
}

std::string to_text(Date date)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace switchroom
