#pragma once
/// Draws the Report screen.

#include "gui/view_models/report_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_report(ReportView& view, Desk& desk, Ui& ui);

/// What the report says, as a page of text.
void draw_report_preview(const ReportView& view, Ui& ui);

} // namespace switchroom::gui
