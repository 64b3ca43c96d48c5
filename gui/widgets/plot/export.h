#pragma once
/// Plots as files: a picture that scales, and the figures for a spreadsheet.

#include "gui/view_models/plot_spec.h"
#include "gui/view_models/plot_state.h"
#include "gui/view_models/show.h"
#include "gui/widgets/palette.h"
#include "planner/report/render_csv.h"

#include <string>

namespace switchroom::gui {

/// An SVG picture of width × height pixels on the colour of cards, everything shown unless `state` says
/// otherwise. The same plot gives the same bytes.
std::string to_svg(const PlotSpec& spec, const Palette& look, const Locale& locale, float width, float height,
                   const PlotState& state = {});

/// The plot's figures as one table: the report's own tables of its charts (document.h).
std::string to_csv(const PlotSpec& spec, report::CsvStyle style = report::CsvStyle::comma);

} // namespace switchroom::gui
