#include "gui/widgets/text_area.h"

#include "gui/widgets/controls.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

constexpr float numbers_width = 48.0F; ///< points

/// Where the cursor stood before this frame and stands now: lines from 0.
struct Cursor {
    int byte = -1;
    int line = -1; ///< −1: the text does not have the keyboard
};

int note_cursor(ImGuiInputTextCallbackData* data)
{
    auto& cursor = *static_cast<Cursor*>(data->UserData);
    cursor.byte = data->CursorPos;
    cursor.line = static_cast<int>(std::count(data->Buf, data->Buf + data->CursorPos, '\n'));
    return 0;
}

const LineMark* mark_of(std::span<const LineMark> marks, int line)
{
    const auto at =
        std::find_if(marks.begin(), marks.end(), [&](const LineMark& mark) { return mark.line == line; });
    return at == marks.end() ? nullptr : &*at;
}

/// The number of a line, before the text itself is drawn over its ground.
void draw_number(Ui& ui, ImVec2 at, int line, const LineMark* mark)
{
    const Palette& look = ui.look();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float height = ImGui::GetTextLineHeight();
    const Colour of_mark = mark && mark->is_error ? look.bad : look.warning;
    if (mark)
        draw->AddRectFilled(at, ImVec2(at.x + ImGui::GetContentRegionAvail().x, at.y + height),
                            of_mark.with_alpha(40).packed());
    const std::string number = fmt::format("{}{}", mark ? "! " : "", line);
    const float x = at.x + ui.px(numbers_width - 10.0F) - ImGui::CalcTextSize(number.c_str()).x;
    draw->AddText(ImVec2(x, at.y), (mark ? of_mark : look.muted).packed(), number.c_str());
}

void draw_numbers(Ui& ui, std::span<const LineMark> marks, int lines)
{
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetTextLineHeight();
    ImGuiListClipper clipper;
    clipper.Begin(lines, height);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const ImVec2 at(origin.x, origin.y + static_cast<float>(i) * height);
            const LineMark* mark = mark_of(marks, i + 1);
            draw_number(ui, at, i + 1, mark);
            if (!mark)
                continue;
            const ImVec2 end(at.x + ImGui::GetContentRegionAvail().x, at.y + height);
            if (ImGui::IsMouseHoveringRect(at, end))
                ImGui::SetTooltip("%s", mark->message.c_str());
        }
    clipper.End();
    ImGui::SetCursorScreenPos(origin);
}

/// The window around the text follows the cursor when that moves.
void keep_in_sight(int line)
{
    const float height = ImGui::GetTextLineHeight();
    const float top = static_cast<float>(line) * height;
    const float seen = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY())
        ImGui::SetScrollY(top);
    else if (top + 2 * height > ImGui::GetScrollY() + seen)
        ImGui::SetScrollY(top + 2 * height - seen);
}

} // namespace

bool text_area(Ui& ui, std::string_view label, std::string& content, std::span<const LineMark> marks)
{
    const std::string id(label);
    ImGui::BeginChild((id + " area").c_str());
    const int lines = 1 + static_cast<int>(std::count(content.begin(), content.end(), '\n'));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, ImVec4(0, 0, 0, 0));
    draw_numbers(ui, marks, lines);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(numbers_width));
    // As high as all its lines, so that this window scrolls and not the one inside; a line more for a new
    // one.
    const ImVec2 size(-FLT_MIN, static_cast<float>(lines + 2) * ImGui::GetTextLineHeight());
    Cursor cursor;
    ImGui::InputTextMultiline(("##" + id).c_str(), &content, size, ImGuiInputTextFlags_CallbackAlways,
                              note_cursor, &cursor);
    const bool complete = ImGui::IsItemDeactivatedAfterEdit();
    note_item(ui, ItemKind::input, label, content);
    ImGuiStorage* memory = ImGui::GetStateStorage();
    const ImGuiID last = ImGui::GetID("cursor");
    if (cursor.byte >= 0 && cursor.byte != memory->GetInt(last, -1))
        keep_in_sight(cursor.line);
    memory->SetInt(last, cursor.byte);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    for (const LineMark& mark : marks)
        note_item(ui, ItemKind::text, mark.message, std::to_string(mark.line));
    ImGui::EndChild();
    return complete;
}

} // namespace switchroom::gui
