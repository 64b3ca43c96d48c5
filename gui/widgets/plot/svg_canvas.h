#pragma once
/// Draws an SVG picture (SVG 1.1, no scripts, no links): one pixel is one user unit. Texts are text, set in
/// Inter, else in what the viewer has; their widths are Inter's.

#include "gui/widgets/plot/canvas.h"

#include <string>

namespace switchroom::gui::plot {

class SvgCanvas final : public Canvas {
public:
    SvgCanvas(float width, float height, std::string_view title);
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
    float px(float points) const override { return points; }
    /// The document.
    std::string finish() &&;

private:
    std::string svg_;
    int clips_ = 0;
};

} // namespace switchroom::gui::plot
