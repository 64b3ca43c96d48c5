#pragma once
/// Draws into the current window of Dear ImGui and records every text as an item.

#include "gui/widgets/plot/canvas.h"
#include "gui/widgets/ui.h"

struct ImDrawList;

namespace switchroom::gui::plot {

/// Lives within one frame and one window.
class ImCanvas final : public Canvas {
public:
    explicit ImCanvas(Ui& ui);
    void line(std::span<const Point> points, Colour colour, float width) override;
    void band(std::span<const Point> upper, std::span<const Point> lower, Colour colour) override;
    void box(const Rect& rect, Colour colour, float rounding) override;
    void frame(const Rect& rect, Colour colour, float width) override;
    void disc(Point centre, float radius, Colour colour) override;
    void text(Point at, std::string_view words, Font font, Colour colour, Anchor anchor) override;
    float text_width(std::string_view words, Font font) const override;
    float line_height(Font font) const override;
    void clip(const Rect& rect) override;
    void unclip() override;
    float px(float points) const override { return ui_.px(points); }

private:
    ImFont* font_of(Font font) const;
    Ui& ui_;
    ImDrawList* draw_;
};

} // namespace switchroom::gui::plot
