#include "sim/experiment/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

/// How a unit is written: value × factor, decimals, then the word.
struct Scale {
    double factor = 1.0;
    int plain_decimals = 1; ///< where no half-width says how many
    int most_decimals = 2;
    std::string word;
};

Scale scale_of(KpiUnit unit, double value, const NumberStyle& style)
{
    switch (unit) {
    case KpiUnit::count:
        return {1.0, std::abs(value) < 10.0 && value != std::floor(value) ? 1 : 0, 1, ""};
    case KpiUnit::share:
        return {100.0, 1, 2, " %"};
    case KpiUnit::seconds:
        return std::abs(value) < 600.0 ? Scale{1.0, 1, 2, " s"} : Scale{1.0 / 60.0, 1, 2, " min"};
    case KpiUnit::hours:
        return {1.0, 1, 1, " h"};
    case KpiUnit::calls:
        return {1.0, 2, 3, ""};
    case KpiUnit::agents:
        return {1.0, 1, 2, ""};
    case KpiUnit::money:
        return {1.0, std::abs(value) < 100.0 ? 2 : 0, std::abs(value) < 10.0 ? 3 : 2, " " + style.currency};
    }
    return {};
}

int decimals_of(const Scale& scale, double half_width)
{
    if (std::isnan(half_width) || half_width == 0.0)
        return scale.plain_decimals;
    const int two_digits = 1 - static_cast<int>(std::floor(std::log10(half_width * scale.factor)));
    return std::clamp(two_digits, 0, scale.most_decimals);
}

std::string half_width_text(double half_width, const Scale& scale, int decimals)
{
    return std::isnan(half_width) || half_width == 0.0
               ? ""
               : " ± " + grouped_number(half_width * scale.factor, decimals);
}

} // namespace

std::string grouped_number(double value, int decimals)
{
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    for (std::size_t at = whole; at > 3; at -= 3)
        digits.insert(at - 3, " ");
    return (value < 0.0 && !is_zero ? "−" : "") + digits;
}

std::string figure_text(KpiUnit unit, double value, const NumberStyle& style)
{
    return estimate_text(unit, value, std::nan(""), style);
}

std::string estimate_text(KpiUnit unit, double mean, double half_width, const NumberStyle& style)
{
    if (std::isnan(mean))
        return "–";
    const Scale scale = scale_of(unit, mean, style);
    const int decimals = decimals_of(scale, half_width);
    return grouped_number(mean * scale.factor, decimals) + scale.word +
           half_width_text(half_width, scale, decimals);
}

std::string difference_text(KpiUnit unit, double mean, double half_width, const NumberStyle& style)
{
    if (std::isnan(mean))
        return "–";
    if (mean == 0.0)
        return "0";
    Scale scale = scale_of(unit, mean, style);
    if (unit == KpiUnit::share)
        scale.word = " points";
    const int decimals = decimals_of(scale, half_width);
    return (mean > 0.0 ? "+" : "") + grouped_number(mean * scale.factor, decimals) + scale.word +
           half_width_text(half_width, scale, decimals);
}

} // namespace switchroom
