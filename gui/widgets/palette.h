#pragma once
/// The colours of the window, light and dark. Text on its ground keeps a contrast of at least 4.5 : 1 (WCAG
/// 2.1, 1.4.3; a test computes it). Good and bad are a blue-green and a vermilion, which colour-blind people
/// tell apart, and never stand without a sign or a word. Series follow Okabe & Ito (2008).

#include "gui/view_models/settings.h"
#include "gui/widgets/geometry.h"

#include <array>
#include <cstddef>

namespace switchroom::gui {

struct Palette {
    Colour ground;  ///< of the window
    Colour card;    ///< of what stands on it
    Colour raised;  ///< fields, buttons, the chosen row
    Colour hovered; ///< the same under the pointer
    Colour border;
    Colour grid; ///< lines of plots
    Colour text;
    Colour muted;     ///< secondary text
    Colour accent;    ///< what can be done, what is chosen
    Colour on_accent; ///< text on accent
    Colour good;
    Colour bad;
    Colour warning; ///< text of cautions
    Colour tooltip;
    std::array<Colour, 6> series; ///< of plots, by the order of scenarios
    Colour heat_low;              ///< ends and middle of heat maps
    Colour heat_middle;
    Colour heat_high;

    Colour of_series(std::size_t index) const { return series[index % series.size()]; }
};

const Palette& palette_of(Theme theme);

/// Between two opaque colours: 0 the first, 1 the second.
Colour mixed(Colour from, Colour to, double share);

/// (L1 + 0.05) / (L2 + 0.05), relative luminances as WCAG 2.1 defines them; 1 … 21.
double contrast(Colour a, Colour b);

} // namespace switchroom::gui
