#include "gui/widgets/figure_table.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

ImFont* font_of(const Ui& ui, TextStyle style)
{
    return style == TextStyle::small    ? ui.fonts.small
           : style == TextStyle::strong ? ui.fonts.strong
                                        : ui.fonts.body;
}

float width_of(const Ui& ui, std::string_view words, TextStyle style)
{
    ImGui::PushFont(font_of(ui, style));
    const float width = ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
    ImGui::PopFont();
    return width;
}

/// How much lower the line's text stands, beside a button.
float base_offset()
{
    return ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset;
}

void draw_headings(Ui& ui, const std::vector<TableHeading>& headings)
{
    ImGui::TableNextRow();
    for (std::size_t i = 0; i < headings.size(); ++i) {
        ImGui::TableNextColumn();
        const TableHeading& heading = headings[i];
        const bool has_sign = heading.series >= 0 || heading.is_locked;
        const float sign = (heading.series >= 0 ? ui.px(16) : 0.0F) + (heading.is_locked ? ui.px(18) : 0.0F);
        const float free =
            ImGui::GetContentRegionAvail().x - sign - width_of(ui, heading.words, TextStyle::strong);
        if (i > 0 && free > 0.0F)
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
        if (heading.series >= 0)
            series_dot(ui, static_cast<std::size_t>(heading.series));
        if (heading.is_locked)
            padlock(ui);
        if (has_sign || i > 0)
            paragraph(ui, heading.words, TextStyle::strong);
        else
            text(ui, heading.words, TextStyle::muted);
    }
}

} // namespace

FigureTable::FigureTable(Ui& ui, const char* id, const std::vector<TableHeading>& headings)
    : ui_(ui), columns_(static_cast<int>(headings.size()))
{
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui.px(8), ui.px(5)));
    open_ = ImGui::BeginTable(id, columns_, ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_BordersInnerH);
    if (!open_) {
        ImGui::PopStyleVar();
        return;
    }
    for (const TableHeading& heading : headings)
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, heading.share);
    draw_headings(ui, headings);
}

FigureTable::~FigureTable()
{
    if (!open_)
        return;
    ImGui::EndTable();
    ImGui::PopStyleVar();
}

void FigureTable::row()
{
    if (open_)
        ImGui::TableNextRow();
    column_ = -1;
}

void FigureTable::line(std::string_view words, TextStyle style)
{
    if (column_ == 0) {
        paragraph(ui_, words, style);
        return;
    }
    const float free = ImGui::GetContentRegionAvail().x - width_of(ui_, words, style);
    if (free > 0.0F)
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
    if (free < 0.0F)
        paragraph(ui_, words, style);
    else
        text(ui_, words, style);
}

void FigureTable::cell(std::string_view words, TextStyle style)
{
    if (!open_)
        return;
    ImGui::TableNextColumn();
    ++column_;
    if (!words.empty())
        line(words, style);
}

void FigureTable::more(std::string_view words, TextStyle style)
{
    if (open_ && !words.empty())
        line(words, style);
}

void series_dot(Ui& ui, std::size_t series)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetTextLineHeight();
    ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + ui.px(5), at.y + base_offset() + height / 2),
                                                ui.px(5), ui.look().of_series(series).packed());
    ImGui::Dummy(ImVec2(ui.px(10), height));
    ImGui::SameLine(0, ui.px(6));
}

void padlock(Ui& ui)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetTextLineHeight();
    const float middle = at.y + base_offset() + height / 2;
    const auto colour = ui.look().text.packed();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float shackle = ui.px(3.2F);
    draw->PathLineTo(ImVec2(at.x + ui.px(6) - shackle, middle));
    draw->PathArcTo(ImVec2(at.x + ui.px(6), middle - ui.px(3)), shackle, 3.1416F, 6.2832F, 12);
    draw->PathLineTo(ImVec2(at.x + ui.px(6) + shackle, middle));
    draw->PathStroke(colour, 0, ui.px(1.6F));
    draw->AddRectFilled(ImVec2(at.x + ui.px(1), middle - ui.px(1)),
                        ImVec2(at.x + ui.px(11), middle + ui.px(6)), colour, ui.px(1.5F));
    ImGui::Dummy(ImVec2(ui.px(12), height));
    ImGui::SameLine(0, ui.px(6));
}

} // namespace switchroom::gui
