#pragma once
/// Draws one key figure: title, value with its doubt, a bar with band and target, its change, its course.

#include "gui/view_models/kpi_tile.h"
#include "gui/widgets/controls.h"

namespace switchroom::gui {

/// The style in which it is said how things stand; `otherwise` where there is no target.
TextStyle style_of(Standing standing, TextStyle otherwise);

/// As wide as what is left; every tile is as high as every other, whatever is known of it.
void draw_kpi_tile(const KpiTile& tile, Ui& ui);

} // namespace switchroom::gui
