#include "gui/panels/live_parts.h"

#include "gui/widgets/controls.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

constexpr float hour_s = 3600.0F;
constexpr float label_height = 16.0F; ///< points, below the curve

float x_of(const LiveDayOutline& outline, const ImRect& area, double at_s)
{
    return area.Min.x +
           area.GetWidth() * static_cast<float>((at_s - outline.from_s) / (outline.to_s - outline.from_s));
}

/// Lines and labels at whole hours, as many as there is room for.
void draw_hours(const LiveView& view, Ui& ui, const ImRect& area)
{
    const LiveDayOutline& outline = view.outline();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const double hours = (outline.to_s - outline.from_s) / hour_s;
    const double room = std::max(static_cast<double>(area.GetWidth() / ui.px(58)), 1.0);
    const double step = hours / room <= 1.0 ? 1.0 : hours / room <= 2.0 ? 2.0 : 4.0;
    ImGui::PushFont(ui.fonts.small);
    for (double at_s = outline.from_s; at_s <= outline.to_s; at_s += step * hour_s) {
        const float x = std::floor(x_of(outline, area, at_s));
        draw->AddLine(ImVec2(x, area.Min.y), ImVec2(x, area.Max.y), ui.look().grid.packed());
        const std::string label = clock_words(view.show()->recording, at_s, false);
        const float width = ImGui::CalcTextSize(label.c_str()).x;
        const float left = std::clamp(x - width / 2, area.Min.x, area.Max.x - width);
        draw->AddText(ImVec2(left, area.Max.y + ui.px(2)), ui.look().muted.packed(), label.c_str());
    }
    ImGui::PopFont();
}

void draw_curve(const LiveDayOutline& outline, const Ui& ui, const ImRect& area)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const double most = std::max(*std::max_element(outline.curve.begin(), outline.curve.end()), 1.0);
    const float part = area.GetWidth() / static_cast<float>(outline.curve.size());
    const Colour colour = ui.look().accent;
    for (std::size_t i = 0; i < outline.curve.size(); ++i) {
        if (outline.curve[i] <= 0.0)
            continue;
        const float left = area.Min.x + part * static_cast<float>(i);
        const float top =
            area.Max.y - (area.GetHeight() - ui.px(4)) * static_cast<float>(outline.curve[i] / most);
        draw->AddRectFilled(ImVec2(left, top), ImVec2(left + part, area.Max.y),
                            colour.with_alpha(150).packed());
    }
    draw->AddLine(ImVec2(area.Min.x, area.Max.y), ImVec2(area.Max.x, area.Max.y), ui.look().border.packed());
}

void draw_mark(const ImVec2& at, float size, Colour colour)
{
    ImGui::GetWindowDrawList()->AddTriangleFilled(ImVec2(at.x - size, at.y), ImVec2(at.x + size, at.y),
                                                  ImVec2(at.x, at.y + 1.4F * size), colour.packed());
}

} // namespace

void draw_live_timeline(LiveView& view, Ui& ui, float height_pt)
{
    const LiveDayOutline& outline = view.outline();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
    const ImRect area(at.x, at.y, at.x + width, at.y + ui.px(height_pt - label_height));
    ImGui::InvisibleButton("timeline", ImVec2(width, ui.px(height_pt)));
    note_item(ui, ItemKind::canvas, ui.say(Text::live_timeline),
              clock_words(view.show()->recording, view.now_s()));
    if (ImGui::IsItemActive()) {
        const double share = std::clamp((ImGui::GetIO().MousePos.x - area.Min.x) / width, 0.0F, 1.0F);
        view.seek(std::min(outline.from_s + share * (outline.to_s - outline.from_s),
                           std::nextafter(outline.to_s, 0.0)));
    } else if (ImGui::IsItemHovered()) {
        tooltip(ui, ui.say(Text::live_timeline_help));
    }
    draw_hours(view, ui, area);
    draw_curve(outline, ui, area);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (outline.worst.waiting > 0)
        draw_mark(ImVec2(x_of(outline, area, outline.worst.at_s), area.Min.y), ui.px(4), ui.look().bad);
    const float x = std::clamp(x_of(outline, area, view.now_s()), area.Min.x, area.Max.x);
    draw->AddRectFilled(ImVec2(x - ui.px(1), area.Min.y), ImVec2(x + ui.px(1), area.Max.y),
                        ui.look().text.packed());
    draw->AddCircleFilled(ImVec2(x, area.Max.y), ui.px(5), ui.look().text.packed());
}

} // namespace switchroom::gui
