#include "gui/panels/scenario_blocks.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "sim/scenario/reporter.h"

#include <imgui.h>

namespace switchroom::gui {

namespace {

constexpr ImGuiTableFlags plain_table =
    ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_SizingStretchSame;

void draw_header(Ui& ui, const RecordTable& table)
{
    ImGui::TableNextRow();
    for (const std::string& column : table.columns) {
        ImGui::TableNextColumn();
        text(ui, column, TextStyle::small);
    }
}

} // namespace

void draw_records(ScenarioView& view, Desk& desk, Ui& ui, const RecordTable& table)
{
    ImGui::PushID(table.path.c_str());
    const auto columns = static_cast<int>(table.columns.size());
    if (!table.rows.empty() && ImGui::BeginTable("rows", columns + 1, plain_table)) {
        for (int i = 0; i < columns; ++i)
            ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, ui.px(36));
        draw_header(ui, table);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            ImGui::TableNextRow();
            for (const Field& field : table.rows[i]) {
                ImGui::TableNextColumn();
                draw_field(view, desk, ui, field, false);
            }
            ImGui::TableNextColumn();
            if (button(ui, "×"))
                view.remove(desk, join_path(table.path, i));
            tooltip(ui, ui.say(Text::sc_remove));
            ImGui::PopID();
        }
        ImGui::EndTable();
    }
    if (!table.fresh.empty() && button(ui, table.add_label))
        view.add_record(desk, table);
    ImGui::PopID();
}

} // namespace switchroom::gui
