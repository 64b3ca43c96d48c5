#include "gui/widgets/plot/render.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

/// The one of black and white letters that reads better on a colour.
Colour letters_on(Colour ground)
{
    const Colour dark = rgb(0x10151B);
    const Colour light = rgb(0xFFFFFF);
    return contrast(ground, dark) >= contrast(ground, light) ? dark : light;
}

bool is_finite(const Box& box)
{
    return std::isfinite(box.x0) && std::isfinite(box.x1) && std::isfinite(box.y0) && std::isfinite(box.y1);
}

bool in_sight(const Rect& rect, const Rect& area)
{
    return rect.max.x >= area.min.x && rect.min.x <= area.max.x && rect.max.y >= area.min.y &&
           rect.min.y <= area.max.y;
}

enum class Wording { full, short_text, none };

/// Boxes speak alike: all with full texts, else all with short ones, else none.
Wording wording_of(const Canvas& canvas, const Figure& figure, const Layout& layout)
{
    bool full = true;
    bool brief = true;
    const float lines = canvas.line_height(Font::small);
    for (const Box& box : figure.boxes) {
        if (box.text.empty() || !is_finite(box) || !(full || brief))
            continue;
        const Rect rect = pixels_of(box, layout);
        const bool sideways = box.beside == Beside::left || box.beside == Beside::right;
        const float room =
            sideways ? 1e6F
                     : rect.width() * (box.beside == Beside::inside || !figure.legend.empty() ? 1.0F : 1.45F);
        const bool high = box.beside != Beside::inside || rect.height() >= lines;
        full = full && high && canvas.text_width(box.text, Font::small) + canvas.px(6) <= room;
        brief = brief && high && !box.short_text.empty() &&
                canvas.text_width(box.short_text, Font::small) + canvas.px(2) <= room;
    }
    return full ? Wording::full : brief ? Wording::short_text : Wording::none;
}

void draw_text(Canvas& canvas, const Box& box, const Rect& rect, const std::string& words,
               const Palette& look)
{
    const float away = canvas.px(5);
    const float line = canvas.line_height(Font::small);
    const Point middle = rect.centre();
    switch (box.beside) {
    case Beside::inside:
        return canvas.text(middle, words, Font::small, letters_on(box.colour), Anchor::middle);
    case Beside::above:
        return canvas.text({middle.x, rect.min.y - line / 2 - 1}, words, Font::small, look.text,
                           Anchor::middle);
    case Beside::below:
        return canvas.text({middle.x, rect.max.y + line / 2 + 1}, words, Font::small, look.text,
                           Anchor::middle);
    case Beside::left:
        return canvas.text({rect.min.x - away, middle.y}, words, Font::small, look.text, Anchor::end);
    case Beside::right:
        return canvas.text({rect.max.x + away, middle.y}, words, Font::small, look.text, Anchor::start);
    }
}

/// The middle line with a bar at either end; returns where it ends, in pixels.
void draw_whisker(Canvas& canvas, const Box& box, Rect& rect, const Layout& layout, const Palette& look)
{
    const float low = layout.y.pixel(box.low);
    const float high = layout.y.pixel(box.high);
    const float middle = std::round(rect.centre().x) + 0.5F;
    const float half = std::min(canvas.px(5), rect.width() / 2);
    const auto stroke = [&](Point from, Point to) {
        const std::array points{from, to};
        canvas.line(points, look.text, canvas.px(1.5F));
    };
    stroke({middle, low}, {middle, high});
    stroke({middle - half, low}, {middle + half, low});
    stroke({middle - half, high}, {middle + half, high});
    rect.min.y = std::min({rect.min.y, low, high});
    rect.max.y = std::max({rect.max.y, low, high});
}

/// A gap between neighbours where there is room for one.
Rect with_gap(const Canvas& canvas, Rect rect, bool cells)
{
    const float gap = rect.width() > canvas.px(8) ? canvas.px(1) : rect.width() > 3.0F ? 0.5F : 0.0F;
    rect.min.x += gap / 2;
    rect.max.x -= gap / 2;
    if (cells) {
        rect.min.y += gap / 2;
        rect.max.y -= gap / 2;
    }
    return rect;
}

} // namespace

Rect pixels_of(const Box& box, const Layout& layout)
{
    const float x0 = layout.x.pixel(box.x0);
    const float x1 = layout.x.pixel(box.x1);
    const float y0 = layout.y.pixel(box.y0);
    const float y1 = layout.y.pixel(box.y1);
    return {{std::min(x0, x1), std::min(y0, y1)}, {std::max(x0, x1), std::max(y0, y1)}};
}

void draw_boxes(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look)
{
    const Wording wording = wording_of(canvas, figure, layout);
    const bool cells = figure.heat.has_value();
    const bool rows = figure.y.kind == AxisKind::labels;
    for (const Box& box : figure.boxes) {
        if (!is_finite(box))
            continue;
        Rect rect = pixels_of(box, layout);
        if (!in_sight(rect, layout.area))
            continue;
        const bool nothing = rect.width() < 0.01F || rect.height() < 0.01F;
        if (!nothing)
            canvas.box(with_gap(canvas, rect, cells), box.colour,
                       rect.width() > canvas.px(12) ? canvas.px(2) : 0.0F);
        if (std::isfinite(box.low) && std::isfinite(box.high))
            draw_whisker(canvas, box, rect, layout, look);
        const bool each_for_itself = rows && !cells && box.beside == Beside::inside;
        const bool fits = canvas.text_width(box.text, Font::small) + canvas.px(8) <= rect.width() &&
                          canvas.line_height(Font::small) <= rect.height();
        if (each_for_itself ? fits : wording == Wording::full)
            draw_text(canvas, box, rect, box.text, look);
        else if (!each_for_itself && wording == Wording::short_text)
            draw_text(canvas, box, rect, box.short_text, look);
    }
}

} // namespace switchroom::gui::plot
