#pragma once
/// The tables of screen Promise: what a clause comes to, staffings, invoices.

#include "gui/view_models/promise_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

void draw_clause_figures(const ClauseVerdict& clause, const SlaClause& terms, Ui& ui);
/// Precondition: the curve has a point.
void draw_staffings(const PromiseView& view, Ui& ui);
void draw_invoices(const PromiseStudy& study, Ui& ui);

} // namespace switchroom::gui
