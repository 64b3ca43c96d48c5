#pragma once
/// The blocks of a form.

#include "gui/view_models/scenario_view.h"
#include "gui/widgets/ui.h"

namespace switchroom::gui {

/// Fields in columns; each in its place for what is typed into it.
void draw_fields(ScenarioView& view, Desk& desk, Ui& ui, const std::vector<Field>& fields, const char* id);
/// A card with everything that the block has.
void draw_block(ScenarioView& view, Desk& desk, Ui& ui, const FormBlock& block);
/// One field, labelled or in a table; what was typed goes to the view.
void draw_field(ScenarioView& view, Desk& desk, Ui& ui, const Field& field, bool labelled,
                float width_pt = 0.0F);

/// Steps by day with their curve.
void draw_steps(ScenarioView& view, Desk& desk, Ui& ui, const StepTable& table);
/// Rows of a list.
void draw_records(ScenarioView& view, Desk& desk, Ui& ui, const RecordTable& table);
/// The two drawings of a route, and the step that is chosen.
void draw_route(ScenarioView& view, Desk& desk, Ui& ui);
/// The text with its line numbers and problems.
void draw_text_tab(ScenarioView& view, Desk& desk, Ui& ui);

} // namespace switchroom::gui
