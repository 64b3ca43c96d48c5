#include "gui/widgets/plot/interaction.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/plot/render.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

constexpr double wheel_factor = 0.85;

Point pointer()
{
    const ImVec2 at = ImGui::GetIO().MousePos;
    return {at.x, at.y};
}

/// Whether some window around would rather scroll by the wheel.
bool page_scrolls()
{
    for (const ImGuiWindow* window = ImGui::GetCurrentWindow(); window; window = window->ParentWindow) {
        if (window->ScrollMax.y > 0.0F && !(window->Flags & ImGuiWindowFlags_NoScrollWithMouse))
            return true;
        if (!(window->Flags & ImGuiWindowFlags_ChildWindow))
            break;
    }
    return false;
}

void zoom_by_wheel(const Figure& figure, const Layout& layout, PlotState& state)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (page_scrolls() && !io.KeyCtrl && !state.zoomed())
        return;
    ImGui::SetItemUsingMouseWheel();
    if (io.MouseWheel == 0.0F)
        return;
    const double factor = std::pow(wheel_factor, static_cast<double>(io.MouseWheel));
    const Point at = pointer();
    state.x = zoomed(layout.x.range, layout.x.value(at.x), factor, figure.x.all);
    if (figure.heat)
        state.y = zoomed(layout.y.range, layout.y.value(at.y), factor, figure.y.all);
}

/// Ends of a dragged rectangle on one axis; nothing where it was only a click.
std::optional<AxisRange> dragged(const Transform& transform, double from, float to_px)
{
    if (std::abs(transform.pixel(from) - to_px) < 6.0F)
        return std::nullopt;
    const double to = transform.value(to_px);
    const AxisRange range{std::max(std::min(from, to), transform.range.low),
                          std::min(std::max(from, to), transform.range.high)};
    return range.span() > 1e-9 * std::max(std::abs(range.high), 1e-3) ? std::optional(range) : std::nullopt;
}

/// The cell of a heat map that holds the pointer.
std::optional<PlotCell> cell_at(const Figure& figure, const Layout& layout, Point at)
{
    const double column = std::round(layout.x.value(at.x)); // cells stand around whole numbers
    const double row = std::round(layout.y.value(at.y));
    if (!figure.heat || !layout.area.contains(at) || column < std::ceil(figure.x.all.low) ||
        column > std::floor(figure.x.all.high) || row < std::ceil(figure.y.all.low) ||
        row > std::floor(figure.y.all.high))
        return std::nullopt;
    return PlotCell{static_cast<std::size_t>(row), static_cast<std::size_t>(column)};
}

void end_rectangle(const Figure& figure, const Layout& layout, PlotState& state)
{
    const Point at = pointer();
    const auto x = dragged(layout.x, state.drag_x, at.x);
    const auto y = dragged(layout.y, state.drag_y, at.y);
    if (!x && !y)
        state.clicked = cell_at(figure, layout, at);
    if (x)
        state.x = x;
    // A drag along the axis means that axis alone.
    if (x && y && std::abs(layout.y.pixel(state.drag_y) - at.y) > 0.15F * layout.area.height())
        state.y = y;
}

void pan(const Figure& figure, const Layout& layout, PlotState& state)
{
    const Point at = pointer();
    if (state.x)
        state.x = panned(*state.x, state.drag_x - layout.x.value(at.x), figure.x.all);
    if (state.y)
        state.y = panned(*state.y, state.drag_y - layout.y.value(at.y), figure.y.all);
}

void begin_drag(const Layout& layout, PlotState& state, PlotDrag drag)
{
    state.drag = drag;
    state.drag_x = layout.x.value(pointer().x);
    state.drag_y = layout.y.value(pointer().y);
}

} // namespace

void follow_pointer(const Figure& figure, const Layout& layout, PlotState& state)
{
    const bool hovered = ImGui::IsItemHovered();
    if (hovered)
        zoom_by_wheel(figure, layout, state);
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        state.x.reset();
        state.y.reset();
        state.drag = PlotDrag::none;
        return;
    }
    const bool left = ImGui::IsMouseDown(ImGuiMouseButton_Left);
    const bool right = ImGui::IsMouseDown(ImGuiMouseButton_Right);
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        begin_drag(layout, state, ImGui::GetIO().KeyShift ? PlotDrag::pan : PlotDrag::rectangle);
    else if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right))
        begin_drag(layout, state, PlotDrag::pan);
    if (state.drag == PlotDrag::pan)
        pan(figure, layout, state);
    if (state.drag != PlotDrag::none && !left && !right) {
        if (state.drag == PlotDrag::rectangle)
            end_rectangle(figure, layout, state);
        state.drag = PlotDrag::none;
    }
}

void draw_drag(Canvas& canvas, const Layout& layout, const PlotState& state, const Palette& look)
{
    if (state.drag != PlotDrag::rectangle)
        return;
    const Point from{layout.x.pixel(state.drag_x), layout.y.pixel(state.drag_y)};
    const Point to = pointer();
    Rect rect{{std::min(from.x, to.x), std::min(from.y, to.y)},
              {std::max(from.x, to.x), std::max(from.y, to.y)}};
    if (rect.width() < 6.0F)
        return;
    if (rect.height() <= 0.15F * layout.area.height()) {
        rect.min.y = layout.area.min.y;
        rect.max.y = layout.area.max.y;
    }
    canvas.clip(layout.area);
    canvas.box(rect, look.accent.with_alpha(36), 0.0F);
    canvas.frame(rect, look.accent, canvas.px(1));
    canvas.unclip();
}

void draw_hover(Canvas& canvas, const Layout& layout, const Tip& tip, const Palette& look)
{
    canvas.clip(layout.area);
    const Rect& area = layout.area;
    const Colour wash = look.text.with_alpha(20);
    if (tip.lit_columns)
        canvas.box({{layout.x.pixel(tip.lit_columns->low), area.min.y},
                    {layout.x.pixel(tip.lit_columns->high), area.max.y}},
                   wash);
    if (tip.lit_rows)
        canvas.box({{area.min.x, layout.y.pixel(tip.lit_rows->low)},
                    {area.max.x, layout.y.pixel(tip.lit_rows->high)}},
                   wash);
    if (tip.x) {
        const float x = std::round(layout.x.pixel(*tip.x)) + 0.5F;
        const std::array points{Point{x, layout.area.min.y}, Point{x, layout.area.max.y}};
        canvas.line(points, look.muted, canvas.px(1));
    }
    for (const TipDot& dot : tip.dots) {
        const Point at{layout.x.pixel(dot.x), layout.y.pixel(dot.y)};
        canvas.disc(at, canvas.px(5.5F), look.card);
        canvas.disc(at, canvas.px(4), dot.colour);
    }
    canvas.unclip();
    if (tip.box)
        canvas.frame(pixels_of(*tip.box, layout), look.text, canvas.px(2));
}

void show_tip(Ui& ui, const Tip& tip)
{
    ImGui::BeginTooltip();
    text(ui, tip.title, TextStyle::strong);
    float widest = 0.0F;
    for (const TipRow& row : tip.rows)
        widest = std::max(widest, ImGui::CalcTextSize(row.name.c_str()).x);
    for (const TipRow& row : tip.rows) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float line = ImGui::GetTextLineHeight();
        if (row.colour)
            ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(at.x, at.y + line / 2 - ui.px(5)),
                                                      ImVec2(at.x + ui.px(10), at.y + line / 2 + ui.px(5)),
                                                      row.colour->packed(), ui.px(2));
        if (!row.name.empty()) {
            ImGui::SetCursorScreenPos(ImVec2(at.x + ui.px(17), at.y));
            text(ui, row.name, TextStyle::muted);
            ImGui::SameLine();
            ImGui::SetCursorScreenPos(ImVec2(at.x + ui.px(33) + widest, at.y));
        }
        text(ui, row.value);
    }
    ImGui::EndTooltip();
}

void zoom_by(const Figure& figure, PlotState& state, double factor)
{
    const AxisRange x = state.x.value_or(figure.x.all);
    state.x = zoomed(x, 0.5 * (x.low + x.high), factor, figure.x.all);
    if (!state.x)
        state.y.reset();
}

} // namespace switchroom::gui::plot
