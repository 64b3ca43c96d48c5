#include "gui/view_models/show.h"

#include "sim/experiment/number_text.h"

#include <cctype>
#include <cstddef>
#include <utility>

namespace switchroom::gui {

std::string currency_sign(const std::string& code)
{
    if (code == "EUR")
        return "€";
    if (code == "USD")
        return "$";
    if (code == "GBP")
        return "£";
    return code;
}

std::string localised(std::string text, const Locale& locale)
{
    const std::size_t at = locale.currency.empty() ? std::string::npos : text.find(locale.currency);
    if (at != std::string::npos)
        text.replace(at, locale.currency.size(), currency_sign(locale.currency));
    if (locale.language == Language::english)
        return text;
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == '.' && std::isdigit(static_cast<unsigned char>(text[i - 1])) &&
            std::isdigit(static_cast<unsigned char>(text[i + 1])))
            text[i] = ',';
    return text;
}

std::string show_figure(KpiUnit unit, double value, const Locale& locale)
{
    return localised(figure_text(unit, value, {.currency = locale.currency}), locale);
}

std::string show_estimate(KpiUnit unit, const Estimate& estimate, const Locale& locale)
{
    return localised(estimate_text(unit, estimate.mean, estimate.half_width, {.currency = locale.currency}),
                     locale);
}

std::string show_difference(KpiUnit unit, double mean, double half_width, const Locale& locale)
{
    return localised(difference_text(unit, mean, half_width, {.currency = locale.currency}), locale);
}

std::string show_number(double value, int decimals, const Locale& locale)
{
    return localised(grouped_number(value, decimals), locale);
}

} // namespace switchroom::gui
