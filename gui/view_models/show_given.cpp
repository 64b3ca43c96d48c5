#include "gui/view_models/show_given.h"

#include <cmath>

namespace switchroom::gui {

namespace {

bool is_whole(double value)
{
    return std::abs(value - std::round(value)) < 1e-9;
}

} // namespace

std::string show_given(KpiUnit unit, double value, const Locale& locale)
{
    if (unit == KpiUnit::share && is_whole(100.0 * value))
        return show_number(100.0 * value, 0, locale) + " %";
    if (unit == KpiUnit::seconds && value < 120.0 && is_whole(value))
        return show_number(value, 0, locale) + " s";
    if (unit == KpiUnit::seconds && value < 7200.0 && is_whole(value / 60.0))
        return show_number(value / 60.0, 0, locale) + " min";
    return show_figure(unit, value, locale);
}

std::string show_to_within(KpiUnit unit, double value, double difference, const Locale& locale)
{
    const std::string text = show_estimate(unit, {value, difference, 0}, locale);
    return text.substr(0, text.find(" ±"));
}

} // namespace switchroom::gui
