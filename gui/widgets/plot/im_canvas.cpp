#include "gui/widgets/plot/im_canvas.h"

#include "gui/widgets/plot/reduce.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

ImVec2 vec(Point point)
{
    return {point.x, point.y};
}

} // namespace

ImCanvas::ImCanvas(Ui& ui) : ui_(ui), draw_(ImGui::GetWindowDrawList()) {}

void ImCanvas::line(std::span<const Point> points, Colour colour, float width)
{
    static_assert(sizeof(Point) == sizeof(ImVec2) && alignof(Point) == alignof(ImVec2));
    while (points.size() >= 2) {
        const std::size_t count = std::min(points.size(), most_points);
        std::vector<ImVec2> part(count);
        std::transform(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(count), part.begin(),
                       vec);
        draw_->AddPolyline(part.data(), static_cast<int>(count), colour.packed(), ImDrawFlags_None, width);
        points = points.subspan(count - 1);
    }
}

void ImCanvas::band(std::span<const Point> upper, std::span<const Point> lower, Colour colour)
{
    const ImDrawListFlags flags = draw_->Flags;
    draw_->Flags &= ~ImDrawListFlags_AntiAliasedFill; // else the seams between the quads show
    for (std::size_t i = 0; i + 1 < upper.size(); ++i)
        if (upper[i].x != upper[i + 1].x)
            draw_->AddQuadFilled(vec(upper[i]), vec(upper[i + 1]), vec(lower[i + 1]), vec(lower[i]),
                                 colour.packed());
    draw_->Flags = flags;
}

void ImCanvas::box(const Rect& rect, Colour colour, float rounding)
{
    draw_->AddRectFilled(vec(rect.min), vec(rect.max), colour.packed(), rounding);
}

void ImCanvas::frame(const Rect& rect, Colour colour, float width)
{
    draw_->AddRect(vec(rect.min), vec(rect.max), colour.packed(), 0.0F, ImDrawFlags_None, width);
}

void ImCanvas::disc(Point centre, float radius, Colour colour)
{
    draw_->AddCircleFilled(vec(centre), radius, colour.packed());
}

void ImCanvas::text(Point at, std::string_view words, Font font, Colour colour, Anchor anchor)
{
    if (words.empty())
        return;
    ImFont* face = font_of(font);
    const float width = text_width(words, font);
    const float left = anchor == Anchor::start ? at.x
                       : anchor == Anchor::end ? at.x - width
                                               : at.x - width / 2;
    const ImVec2 min(std::round(left), std::round(at.y - face->FontSize / 2));
    draw_->AddText(face, face->FontSize, min, colour.packed(), words.data(), words.data() + words.size());
    ImRect rect(min, ImVec2(min.x + width, min.y + face->FontSize));
    const bool visible = ImGui::IsRectVisible(rect.Min, rect.Max);
    rect.ClipWith(ImGui::GetCurrentWindow()->ClipRect);
    ui_.items.add({.kind = ItemKind::text,
                   .label = std::string(words),
                   .value = "",
                   .id = 0,
                   .rect = {{rect.Min.x, rect.Min.y}, {rect.Max.x, rect.Max.y}},
                   .enabled = true,
                   .visible = visible});
}

float ImCanvas::text_width(std::string_view words, Font font) const
{
    ImFont* face = font_of(font);
    return face->CalcTextSizeA(face->FontSize, FLT_MAX, 0.0F, words.data(), words.data() + words.size()).x;
}

float ImCanvas::line_height(Font font) const
{
    return std::ceil(1.3F * font_of(font)->FontSize);
}

void ImCanvas::clip(const Rect& rect)
{
    draw_->PushClipRect(vec(rect.min), vec(rect.max), true);
}

void ImCanvas::unclip()
{
    draw_->PopClipRect();
}

ImFont* ImCanvas::font_of(Font font) const
{
    return font == Font::small ? ui_.fonts.small : font == Font::strong ? ui_.fonts.strong : ui_.fonts.body;
}

} // namespace switchroom::gui::plot
