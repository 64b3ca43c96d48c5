#include "gui/widgets/plot/figure.h"

#include "gui/view_models/show_given.h"

#include <cmath>

namespace switchroom::gui::plot {

namespace {

Locale with_currency(const report::Scale& scale, const Locale& locale)
{
    return {locale.language, scale.currency};
}

} // namespace

Figure figure_of(const PlotSpec& spec, const Look& look)
{
    return std::visit([&](const auto& plot) { return figure_of(plot, look); }, spec.plot);
}

void Extent::add(double value)
{
    if (!std::isfinite(value))
        return;
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
}

void Extent::add(const std::vector<double>& values)
{
    for (const double value : values)
        add(value);
}

AxisRange fitted(const Extent& extent, const report::Scale& scale)
{
    if (extent.empty())
        return {0.0, 1.0};
    AxisRange range = extent.range();
    const bool zero_is_near = range.low > 0.0 && range.low < 0.6 * range.high;
    if (zero_is_near || (range.low > 0.0 && range.low == range.high))
        range.low = 0.0;
    return rounded_out(range, scale);
}

AxisRange fitted_from_zero(Extent extent, const report::Scale& scale)
{
    extent.add(0.0);
    return rounded_out(extent.range(), scale);
}

AxisRange with_headroom(AxisRange fitted, const Extent& extent)
{
    if (extent.empty())
        return fitted;
    const double room = 0.12 * fitted.span();
    const AxisRange range = extent.range();
    return {range.low < 0.0 ? std::min(fitted.low, range.low - room) : fitted.low,
            range.high > 0.0 ? std::max(fitted.high, range.high + room) : fitted.high};
}

std::string figure_text(const report::Scale& scale, double value, const Locale& locale)
{
    return show_figure(scale.unit, value, with_currency(scale, locale));
}

std::string figure_text_within(const report::Scale& scale, double value, double difference,
                               const Locale& locale)
{
    return show_to_within(scale.unit, value, difference, with_currency(scale, locale));
}

std::string estimate_text(const report::Scale& scale, double value, double half_width, const Locale& locale)
{
    return show_estimate(scale.unit, {value, half_width, 0}, with_currency(scale, locale));
}

std::string difference_text(const report::Scale& scale, double value, double half_width, const Locale& locale)
{
    return show_difference(scale.unit, value, half_width, with_currency(scale, locale));
}

} // namespace switchroom::gui::plot
