#include "gui/widgets/plot/render.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

void draw_entry(Canvas& canvas, const Entry& entry, const Rect& rect, const Palette& look)
{
    const float middle = rect.centre().y;
    const float left = rect.min.x + canvas.px(2);
    const Colour colour = entry.shown ? entry.colour : look.border;
    if (entry.swatch == Swatch::line)
        canvas.box({{left, middle - canvas.px(1.5F)}, {left + canvas.px(16), middle + canvas.px(1.5F)}},
                   colour, canvas.px(1.5F));
    else
        canvas.box(
            {{left + canvas.px(2), middle - canvas.px(5)}, {left + canvas.px(13), middle + canvas.px(5)}},
            colour, canvas.px(2));
    const float text_left = rect.min.x + canvas.px(23);
    const std::string words = shortened(canvas, entry.name, Font::small, rect.max.x - text_left);
    canvas.text({text_left, middle}, words, Font::small, entry.shown ? look.text : look.muted, Anchor::start);
    if (!entry.shown) {
        const float y = std::round(middle) + 0.5F;
        const Point points[]{{text_left, y}, {text_left + canvas.text_width(words, Font::small), y}};
        canvas.line(points, look.muted, canvas.px(1));
    }
}

void draw_heat_scale(Canvas& canvas, const HeatScale& heat, const Rect& rect, const Palette& look)
{
    constexpr int parts = 32;
    const float width = rect.width() / parts;
    for (int i = 0; i < parts; ++i) {
        const float at = (static_cast<float>(i) + 0.5F) / parts;
        const Colour colour =
            at < heat.middle_at ? mixed(heat.low, heat.middle, at / heat.middle_at)
                                : mixed(heat.middle, heat.high, (at - heat.middle_at) / (1 - heat.middle_at));
        const float left = rect.min.x + static_cast<float>(i) * width;
        canvas.box({{left, rect.min.y}, rect.max}, colour); // to the end, so that no seam shows
    }
    const float middle = rect.centre().y;
    const float away = canvas.px(6);
    canvas.text({rect.min.x - away, middle}, heat.worst, Font::small, look.muted, Anchor::end);
    canvas.text({rect.max.x + away, middle}, heat.best, Font::small, look.muted, Anchor::start);
    if (heat.target.empty())
        return;
    const float x = std::round(rect.min.x + heat.middle_at * rect.width()) + 0.5F;
    const Point points[]{{x, rect.min.y - canvas.px(2)}, {x, rect.max.y + canvas.px(4)}};
    canvas.line(points, look.text, canvas.px(1.5F));
    canvas.text({x, rect.max.y + canvas.px(5) + canvas.line_height(Font::small) / 2}, heat.target,
                Font::small, look.text, Anchor::middle);
}

} // namespace

void draw_header(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look)
{
    canvas.text(layout.title_at, layout.title, Font::strong, look.text, Anchor::start);
    for (const PlacedText& line : layout.caption)
        canvas.text(line.at, line.words, Font::small, look.muted, Anchor::start);
    for (std::size_t i = 0; i < layout.legend.size(); ++i)
        draw_entry(canvas, figure.legend[i], layout.legend[i], look);
    if (figure.heat)
        draw_heat_scale(canvas, *figure.heat, layout.heat, look);
    if (!figure.y.scale.title.empty())
        canvas.text(layout.y_title_at,
                    shortened(canvas, figure.y.scale.title, Font::small, layout.whole.width()), Font::small,
                    look.muted, Anchor::start);
}

} // namespace switchroom::gui::plot
