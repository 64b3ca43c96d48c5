#include "gui/widgets/palette.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

constexpr Palette light{
    .ground = rgb(0xF3F5F8),
    .card = rgb(0xFFFFFF),
    .raised = rgb(0xE9EDF2),
    .hovered = rgb(0xDCE3EB),
    .border = rgb(0xD5DBE3),
    .grid = rgb(0xE4E8ED),
    .text = rgb(0x1A1F26),
    .muted = rgb(0x525C69),
    .accent = rgb(0x0B5CAD),
    .on_accent = rgb(0xFFFFFF),
    .good = rgb(0x00695F),
    .bad = rgb(0xB23A0E),
    .warning = rgb(0x8A5300),
    .tooltip = rgb(0xFFFFFF),
    .series = {rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0xB4568F), rgb(0xC78500), rgb(0x3A9BD6)},
    .heat_low = rgb(0xC7501B),
    .heat_middle = rgb(0xF2EBDD),
    .heat_high = rgb(0x1173B5),
};

constexpr Palette dark{
    .ground = rgb(0x14171C),
    .card = rgb(0x1D2128),
    .raised = rgb(0x2A303A),
    .hovered = rgb(0x363E4A),
    .border = rgb(0x3A424E),
    .grid = rgb(0x2E353F),
    .text = rgb(0xE9ECF1),
    .muted = rgb(0xA7B1BE),
    .accent = rgb(0x72B5FF),
    .on_accent = rgb(0x0C1520),
    .good = rgb(0x53CFC3),
    .bad = rgb(0xFF9A6B),
    .warning = rgb(0xF0B45A),
    .tooltip = rgb(0x2A303A),
    .series = {rgb(0x56B4E9), rgb(0xF08A4B), rgb(0x2EC4A0), rgb(0xD892BC), rgb(0xE9B44C), rgb(0x9CCBF0)},
    .heat_low = rgb(0xE0763F),
    .heat_middle = rgb(0x39404A),
    .heat_high = rgb(0x4EA6E6),
};

double linear(std::uint8_t channel)
{
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

} // namespace

const Palette& palette_of(Theme theme)
{
    return theme == Theme::dark ? dark : light;
}

Colour mixed(Colour from, Colour to, double share)
{
    const auto channel = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
    };
    return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), 255};
}

double contrast(Colour a, Colour b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace switchroom::gui
