#pragma once
/// Draws one key figure: title, value with its doubt, a bar with band and target, its change, its course.

#include "gui/view_models/kpi_tile.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

/// As wide as what is left; every tile is as high as every other, whatever is known of it.
void draw_kpi_tile(const KpiTile& tile, Ui& ui);

} // namespace switchroom::gui
