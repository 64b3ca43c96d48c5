#include "gui/widgets/plot/axis.h"

#include "sim/base/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

constexpr double minute_s = 60.0;
constexpr double hour_s = 3600.0;
/// Steps by which people read lengths of time, in seconds.
constexpr std::array lengths_s{1.0,   2.0,   5.0,   10.0,   15.0,   30.0,   60.0,    120.0,   300.0,
                               600.0, 900.0, 1800., 3600.0, 7200.0, 10800., 21600.0, 43200.0, 86400.0};
constexpr std::array clock_steps_s{900.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0, 43200.0, 86400.0};

template <std::size_t n>
double step_among(const std::array<double, n>& steps, double span, int most)
{
    for (const double step : steps)
        if (span / step <= most)
            return step;
    return nice_step(span / steps.back(), most) * steps.back();
}

double number_step(const report::Scale& scale, double span, int most)
{
    if (scale.unit == KpiUnit::seconds && span >= 2.0)
        return step_among(lengths_s, span, most);
    return nice_step(span, most);
}

/// As few decimals as tell ticks of this distance apart.
int decimals_of(double step)
{
    return std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
}

std::string length_text(double value, double step, const Locale& locale)
{
    if (step >= hour_s)
        return show_number(value / hour_s, 0, locale) + " h";
    if (step >= minute_s)
        return show_number(value / minute_s, 0, locale) + " min";
    return show_number(value, decimals_of(step), locale) + " s";
}

std::string number_text(const report::Scale& scale, double value, double step, const Locale& locale)
{
    switch (scale.unit) {
    case KpiUnit::share:
        return show_number(100.0 * value, decimals_of(100.0 * step), locale) + " %";
    case KpiUnit::seconds:
        return length_text(value, step, locale);
    case KpiUnit::hours:
        return show_number(value, decimals_of(step), locale) + " h";
    case KpiUnit::money:
        return show_number(value, step < 1.0 ? std::max(decimals_of(step), 2) : 0, locale) + " " +
               currency_sign(scale.currency);
    default:
        return show_number(value, decimals_of(step), locale);
    }
}

template <class Text>
std::vector<Tick> multiples(AxisRange shown, double step, Text text)
{
    std::vector<Tick> ticks;
    const double slack = 1e-9 * shown.span();
    const double first = std::ceil((shown.low - slack) / step);
    const double last = std::floor((shown.high + slack) / step);
    for (double i = first; i <= last && ticks.size() < 200; i += 1.0)
        ticks.push_back({i * step, text(i * step)});
    return ticks;
}

bool are_times(const std::vector<std::string>& labels)
{
    return labels.size() > 1 && std::all_of(labels.begin(), labels.end(),
                                            [](const auto& label) { return minutes_of(label) >= 0; });
}

std::vector<Tick> label_ticks(const Axis& axis, AxisRange shown, int most)
{
    const std::vector<std::string>& labels = *axis.labels;
    const auto count = static_cast<double>(labels.size());
    const double from = std::max(std::ceil(shown.low - 1e-9), 0.0);
    const double to = std::min(std::floor(shown.high + 1e-9), count - 1.0);
    std::vector<Tick> ticks;
    if (to < from)
        return ticks;
    const auto first = static_cast<std::size_t>(from);
    const auto last = static_cast<std::size_t>(to);
    const auto add_every = [&](auto wanted) {
        for (std::size_t i = first; i <= last; ++i)
            if (wanted(i))
                ticks.push_back({static_cast<double>(i), labels[i]});
    };
    const bool end_in_sight = axis.ends_after_last && shown.high > count - 0.5;
    const bool all_fit = last - first < static_cast<std::size_t>(most);
    if (labels.size() < 3000 && are_times(labels) && !(axis.centred && all_fit)) {
        const double between_s =
            std::max(1.0, std::abs(minutes_of(labels[1]) - minutes_of(labels[0])) * minute_s);
        const int step = static_cast<int>(time_step_s((to - from + 1.0) * between_s, most) / minute_s);
        add_every([&](std::size_t i) { return minutes_of(labels[i]) % step == 0; });
        const int end = 2 * minutes_of(labels.back()) - minutes_of(labels[labels.size() - 2]);
        if (end_in_sight && end % step == 0)
            ticks.push_back({count, time_text(end * minute_s)});
        if (ticks.size() >= 2 && ticks.size() <= static_cast<std::size_t>(most) + 1)
            return ticks;
        ticks.clear();
    }
    const auto every = static_cast<std::size_t>(std::max(1.0, nice_step(to - from + 1.0, most)));
    add_every([&](std::size_t i) { return i % every == 0; });
    return ticks;
}

} // namespace

double nice_step(double span, int most)
{
    SWITCHROOM_CHECK(span > 0.0 && most >= 1, "an axis is longer than nothing and has ticks");
    const double least = span / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * (1.0 - 1e-9))
            return factor * power;
    return 10.0 * power;
}

double time_step_s(double span_s, int most)
{
    return step_among(clock_steps_s, span_s, most);
}

std::vector<Tick> ticks_of(const Axis& axis, AxisRange shown, int most, const Locale& locale)
{
    most = std::max(most, 1);
    if (axis.kind == AxisKind::labels)
        return label_ticks(axis, shown, most);
    if (axis.kind == AxisKind::time_of_day)
        return multiples(shown, time_step_s(shown.span(), most), time_text);
    const double step = number_step(axis.scale, shown.span(), most);
    return multiples(shown, step, [&](double value) { return number_text(axis.scale, value, step, locale); });
}

std::string time_text(double seconds)
{
    if (!std::isfinite(seconds))
        return "–";
    constexpr double most_s = 1e12; // what is beyond is no time of a day, and no whole number
    const auto minutes = static_cast<long>(std::floor(std::clamp(seconds, -most_s, most_s) / minute_s + 0.5));
    const long positive = std::abs(minutes);
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? "−" : "", positive / 60, positive % 60);
}

int minutes_of(const std::string& label)
{
    const auto digit = [&](std::size_t i) { return label[i] >= '0' && label[i] <= '9'; };
    if (label.size() != 5 || label[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return -1;
    const int hours = 10 * (label[0] - '0') + (label[1] - '0');
    const int minutes = 10 * (label[3] - '0') + (label[4] - '0');
    return hours <= 24 && minutes < 60 ? 60 * hours + minutes : -1;
}

AxisRange drawable(AxisRange range)
{
    constexpr double most = 1e15;
    if (!std::isfinite(range.low) || !std::isfinite(range.high) || range.low > range.high)
        return {0.0, 1.0};
    range = {std::clamp(range.low, -most, most), std::clamp(range.high, -most, most)};
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    if (range.span() > 1e-12 * size && range.span() > 1e-12)
        return range;
    const double around = size > 0.0 ? 0.1 * size : 1.0;
    return {range.low - around, range.high + around};
}

AxisRange rounded_out(AxisRange range, const report::Scale& scale, int most)
{
    range = drawable(range);
    const double step = number_step(scale, range.span(), most);
    AxisRange out{std::floor(range.low / step + 1e-9) * step, std::ceil(range.high / step - 1e-9) * step};
    if (scale.unit == KpiUnit::share && range.high <= 1.0)
        out.high = std::min(out.high, 1.0);
    return drawable(out);
}

float Transform::pixel(double value) const
{
    const double share = (value - range.low) / (range.high - range.low);
    const double at = low_px + share * (static_cast<double>(high_px) - low_px);
    return static_cast<float>(std::clamp(at, -1e6, 1e6));
}

double Transform::value(float pixel) const
{
    const double length = static_cast<double>(high_px) - low_px;
    const double share = length == 0.0 ? 0.0 : (static_cast<double>(pixel) - low_px) / length;
    return range.low + share * (range.high - range.low);
}

std::optional<AxisRange> zoomed(AxisRange range, double centre, double factor, AxisRange all)
{
    AxisRange next{centre + (range.low - centre) * factor, centre + (range.high - centre) * factor};
    next = {std::max(next.low, all.low), std::min(next.high, all.high)};
    if (next.span() >= all.span() * (1.0 - 1e-6))
        return std::nullopt;
    return next.span() > 1e-6 * all.span() ? next : range;
}

AxisRange panned(AxisRange range, double distance, AxisRange all)
{
    distance = std::clamp(distance, std::min(all.low - range.low, 0.0), std::max(all.high - range.high, 0.0));
    return {range.low + distance, range.high + distance};
}

} // namespace switchroom::gui::plot
