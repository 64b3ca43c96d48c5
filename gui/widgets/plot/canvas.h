#pragma once
/// What plots are drawn on: a window's draw list (im_canvas.h) or an SVG picture (svg_canvas.h). Coordinates
/// are pixels, y downwards.

#include "gui/widgets/geometry.h"

#include <span>
#include <string_view>

namespace switchroom::gui::plot {

enum class Font { body, small, strong };

/// Which point of a text stands at the given one; its middle in height always does.
enum class Anchor { start, middle, end };

class Canvas {
public:
    virtual ~Canvas() = default;
    /// A line through the points. Fewer than 16 000 of them (reduce.h).
    virtual void line(std::span<const Point> points, Colour colour, float width) = 0;
    /// The area between two lines that share their x. Precondition: equally many points.
    virtual void band(std::span<const Point> upper, std::span<const Point> lower, Colour colour) = 0;
    virtual void box(const Rect& rect, Colour colour, float rounding = 0.0F) = 0;
    virtual void frame(const Rect& rect, Colour colour, float width) = 0;
    virtual void disc(Point centre, float radius, Colour colour) = 0;
    /// One line of text.
    virtual void text(Point at, std::string_view words, Font font, Colour colour, Anchor anchor) = 0;
    virtual float text_width(std::string_view words, Font font) const = 0;
    virtual float line_height(Font font) const = 0;
    /// Until the matching unclip() nothing is drawn outside. Not nested.
    virtual void clip(const Rect& rect) = 0;
    virtual void unclip() = 0;
    /// Points to pixels.
    virtual float px(float points) const = 0;
};

} // namespace switchroom::gui::plot
