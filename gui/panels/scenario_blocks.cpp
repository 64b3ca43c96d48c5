#include "gui/panels/scenario_blocks.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/form.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"

#include <imgui.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

constexpr float field_width = 220.0F; ///< points; so many columns as find room
constexpr float gantt_frame = 110.0F;
constexpr float gantt_row = 26.0F;

} // namespace

void draw_field(ScenarioView& view, Desk& desk, Ui& ui, const Field& field, bool labelled, float width_pt)
{
    std::string typed = view.shown(field);
    const FieldLook look{labelled, view.takes_focus(field), width_pt};
    switch (form_field(ui, field, typed, view.error_of(field), look)) {
    case FieldEvent::none:
        break;
    case FieldEvent::typed:
        view.type(field, std::move(typed));
        break;
    case FieldEvent::left:
        view.type(field, std::move(typed));
        view.commit(desk, field);
        break;
    case FieldEvent::chosen:
        view.put(desk, field, typed);
        break;
    }
}

void draw_fields(ScenarioView& view, Desk& desk, Ui& ui, const std::vector<Field>& fields, const char* id)
{
    if (fields.empty())
        return;
    const int columns = std::clamp(static_cast<int>(width_left(ui) / field_width), 1, 4);
    Columns grid(ui, id, columns);
    for (const Field& field : fields) {
        grid.next();
        draw_field(view, desk, ui, field, true);
        gap(ui, 9);
    }
}

void draw_block(ScenarioView& view, Desk& desk, Ui& ui, const FormBlock& block)
{
    Card card(ui, block.title);
    if (!block.note.empty())
        paragraph(ui, block.note, TextStyle::small);
    draw_fields(view, desk, ui, block.fields, "fields");
    if (block.plot && !std::get<Gantt>(block.plot->plot).rows.empty()) {
        const auto rows = static_cast<float>(std::get<Gantt>(block.plot->plot).rows.size());
        draw_plot(ui, "plot", *block.plot, view.plot_state(block.title), 0.0F,
                  gantt_frame + gantt_row * rows);
    }
    if (block.steps)
        draw_steps(view, desk, ui, *block.steps);
    if (block.records)
        draw_records(view, desk, ui, *block.records);
    for (const Rewriting& rewriting : block.rewritings)
        if (button(ui, rewriting.label))
            view.rewrite(desk, rewriting);
    if (!block.removable.empty() && button(ui, block.remove_label))
        view.remove(desk, block.removable);
}

} // namespace switchroom::gui
