#include "gui/widgets/flow.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/form.h"

#include <imgui.h>

namespace switchroom::gui {

namespace {

class FlowDrawing {
public:
    FlowDrawing(Ui& ui, const RouteFlow& flow) : ui_(ui), flow_(flow), origin_(ImGui::GetCursorScreenPos()) {}

    void arrows() const
    {
        for (const FlowArrow& arrow : flow_.arrows)
            draw(arrow);
    }

    std::string boxes(const std::string& chosen)
    {
        std::string picked;
        for (std::size_t i = 0; i < flow_.boxes.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            if (box(flow_.boxes[i], chosen))
                picked = flow_.boxes[i].path;
            ImGui::PopID();
        }
        return picked;
    }

    void take_space() const
    {
        ImGui::SetCursorScreenPos(origin_);
        ImGui::Dummy(ImVec2(px(flow_.width), px(flow_.height)));
    }

private:
    float px(double points) const { return ui_.px(static_cast<float>(points)); }
    ImVec2 at(double x, double y) const { return {origin_.x + px(x), origin_.y + px(y)}; }

    void head(ImVec2 tip, ImVec2 along, ImU32 colour) const
    {
        const float size = ui_.px(4.5F);
        const ImVec2 back(tip.x - along.x * 1.6F * size, tip.y - along.y * 1.6F * size);
        ImGui::GetWindowDrawList()->AddTriangleFilled(
            tip, ImVec2(back.x - along.y * size, back.y + along.x * size),
            ImVec2(back.x + along.y * size, back.y - along.x * size), colour);
    }

    void label(ImVec2 where, const std::string& words) const
    {
        ImGui::GetWindowDrawList()->AddText(ui_.fonts.small, ui_.fonts.small->FontSize, where,
                                            ui_.look().muted.packed(), words.c_str());
    }

    void draw(const FlowArrow& arrow) const
    {
        const FlowBox& from = flow_.boxes[arrow.from];
        const FlowBox& to = flow_.boxes[arrow.to];
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ImU32 colour = ui_.look().muted.packed();
        const float thick = ui_.px(1.5F);
        if (arrow.way == FlowWay::down) {
            const double x = from.x + from.width / 2;
            const ImVec2 begin = at(x, from.y + from.height);
            const ImVec2 end = at(x, to.y);
            list->AddLine(begin, ImVec2(end.x, end.y - ui_.px(6)), colour, thick);
            head(end, ImVec2(0, 1), colour);
            label(ImVec2(end.x + ui_.px(9), end.y - ui_.px(23)), arrow.label);
        } else if (arrow.way == FlowWay::right) {
            const double y = to.y + to.height / 2;
            const ImVec2 begin = at(from.x + from.width, y);
            const ImVec2 end = at(to.x, y);
            list->AddLine(begin, ImVec2(end.x - ui_.px(6), end.y), colour, thick);
            head(end, ImVec2(1, 0), colour);
        } else {
            around(from, to, arrow.label, colour, thick);
        }
    }

    /// Past the step in between, on its left.
    void around(const FlowBox& from, const FlowBox& to, const std::string& words, ImU32 colour,
                float thick) const
    {
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ImVec2 begin = at(from.x, from.y + from.height / 2);
        const ImVec2 end = at(to.x, to.y + to.height / 2);
        const float left = at(from.x - 16.0, 0).x;
        list->AddLine(begin, ImVec2(left, begin.y), colour, thick);
        list->AddLine(ImVec2(left, begin.y), ImVec2(left, end.y), colour, thick);
        list->AddLine(ImVec2(left, end.y), ImVec2(end.x - ui_.px(6), end.y), colour, thick);
        head(end, ImVec2(1, 0), colour);
        label(ImVec2(left + ui_.px(3), end.y - ui_.px(20)), words);
    }

    bool box(const FlowBox& box, const std::string& chosen)
    {
        const ImVec2 min = at(box.x, box.y);
        const ImVec2 max = at(box.x + box.width, box.y + box.height);
        const bool step = !box.path.empty();
        bool pressed = false;
        bool hot = false;
        ImGui::SetCursorScreenPos(min);
        if (step) {
            pressed = ImGui::InvisibleButton("box", ImVec2(max.x - min.x, max.y - min.y));
            hot = ImGui::IsItemHovered() || (ImGui::IsItemFocused() && keyboard_is_used());
        } else {
            ImGui::Dummy(ImVec2(max.x - min.x, max.y - min.y));
        }
        std::string content;
        for (const std::string& line : box.lines)
            content += (content.empty() ? "" : " ") + line;
        note_item(ui_, step ? ItemKind::button : ItemKind::text, box.title, content);
        paint(box, min, max, hot, step && box.path == chosen);
        return pressed;
    }

    void paint(const FlowBox& box, ImVec2 min, ImVec2 max, bool hot, bool chosen) const
    {
        const Palette& look = ui_.look();
        ImDrawList* list = ImGui::GetWindowDrawList();
        const bool round = box.kind == FlowKind::start || box.kind == FlowKind::end;
        const float rounding = round ? 0.5F * (max.y - min.y) : ui_.px(box.kind == FlowKind::outcome ? 4 : 8);
        const bool step = !box.path.empty();
        if (step || round)
            list->AddRectFilled(min, max, (hot ? look.hovered : look.raised).packed(), rounding);
        const Colour edge = chosen ? look.accent : box.kind == FlowKind::outcome ? look.border : look.muted;
        list->AddRect(min, max, edge.packed(), rounding, 0, ui_.px(chosen ? 2.5F : 1.0F));
        const float inset = ui_.px(round ? 18.0F : 12.0F);
        const float width = max.x - min.x - 2 * inset;
        ImVec2 cursor(min.x + inset, min.y + ui_.px(10.0F));
        ImFont* strong = box.kind == FlowKind::outcome ? ui_.fonts.body : ui_.fonts.strong;
        ImGui::PushFont(strong);
        list->AddText(cursor, look.text.packed(), fitted(box.title, width).c_str());
        ImGui::PopFont();
        for (const std::string& line : box.lines) {
            cursor.y += ui_.px(18.0F);
            list->AddText(cursor, look.text.packed(), fitted(line, width).c_str());
        }
    }

    Ui& ui_;
    const RouteFlow& flow_;
    ImVec2 origin_;
};

} // namespace

std::string draw_flow(Ui& ui, const char* id, const RouteFlow& flow, const std::string& chosen)
{
    ImGui::PushID(id);
    FlowDrawing drawing(ui, flow);
    drawing.arrows();
    std::string picked = drawing.boxes(chosen);
    drawing.take_space();
    ImGui::PopID();
    return picked;
}

} // namespace switchroom::gui
