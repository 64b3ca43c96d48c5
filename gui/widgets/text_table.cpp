#include "gui/widgets/text_table.h"
#include "gui/widgets/imgui_values.h"

#include "gui/widgets/controls.h"

#include <imgui.h>

#include <algorithm>
#include <string_view>

namespace switchroom::gui {

namespace {

/// Each line of the words at the right edge.
void lines_at_right(std::string_view words)
{
    const float left_px = ImGui::GetCursorPosX();
    const float width = ImGui::GetContentRegionAvail().x;
    while (true) {
        const std::string_view line = words.substr(0, words.find('\n'));
        const float line_width = ImGui::CalcTextSize(line.data(), line.data() + line.size()).x;
        ImGui::SetCursorPosX(left_px + std::max(width - line_width, 0.0F));
        ImGui::TextUnformatted(line.data(), line.data() + line.size());
        if (line.size() == words.size())
            return;
        words.remove_prefix(line.size() + 1);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
    }
}

void cell_text(const std::string& words, ImFont* font, Colour colour, bool at_right)
{
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, vec(colour));
    const std::string lines = wrapped_here(words, ImGui::GetContentRegionAvail().x);
    if (at_right) {
        lines_at_right(lines);
    } else {
        ImGui::PushTextWrapPos(0.0F); // of words that are longer than a line
        ImGui::TextUnformatted(lines.c_str());
        ImGui::PopTextWrapPos();
    }
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void headings(Ui& ui, std::span<const TextColumn> columns)
{
    if (std::all_of(columns.begin(), columns.end(), [](const TextColumn& c) { return c.heading.empty(); }))
        return;
    ImGui::TableNextRow();
    for (const TextColumn& column : columns) {
        ImGui::TableNextColumn();
        cell_text(column.heading, ui.fonts.small, ui.look().muted, column.is_number);
        note_item(ui, ItemKind::text, column.heading);
    }
}

void note_cell(Ui& ui, const TextRow& row, const TextColumn& column, std::size_t at)
{
    if (at == 0)
        return note_item(ui, ItemKind::text, row.cells.front());
    const std::string heading = column.heading.empty() ? "" : " / " + column.heading;
    note_item(ui, ItemKind::cell, row.cells.front() + heading, row.cells[at]);
}

} // namespace

void text_table(Ui& ui, const char* id, std::span<const TextColumn> columns, std::span<const TextRow> rows)
{
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui.px(6), ui.px(4)));
    ImGui::PushStyleColor(ImGuiCol_TableBorderLight, vec(ui.look().grid));
    const bool open = ImGui::BeginTable(id, static_cast<int>(columns.size()),
                                        ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX |
                                            ImGuiTableFlags_BordersInnerH);
    if (open) {
        for (const TextColumn& column : columns)
            ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, column.share);
        headings(ui, columns);
        for (const TextRow& row : rows) {
            ImGui::TableNextRow();
            for (std::size_t k = 0; k < columns.size(); ++k) {
                ImGui::TableNextColumn();
                cell_text(row.cells[k], row.strong ? ui.fonts.strong : ui.fonts.body, ui.look().text,
                          columns[k].is_number);
                note_cell(ui, row, columns[k], k);
            }
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

} // namespace switchroom::gui
