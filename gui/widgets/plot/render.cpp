#include "gui/widgets/plot/render.h"

#include "gui/widgets/plot/reduce.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui::plot {

namespace {

constexpr float line_pt = 2.0F;
constexpr std::uint8_t band_alpha = 54;
constexpr std::uint8_t fill_alpha = 40;

void straight(Canvas& canvas, Point from, Point to, Colour colour, float width)
{
    const std::array points{from, to};
    canvas.line(points, colour, width);
}

void dashed(Canvas& canvas, Point from, Point to, Colour colour, float width)
{
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float dash = canvas.px(5);
    const float period = canvas.px(8);
    if (length > 1e5F)
        return;
    for (float at = 0.0F; at < length; at += period) {
        const float until = std::min(at + dash, length);
        const auto along = [&](float way) {
            return Point{from.x + (to.x - from.x) * way / length, from.y + (to.y - from.y) * way / length};
        };
        straight(canvas, along(at), along(until), colour, width);
    }
}

/// Where a line's value i stands, and the ends of what has to be drawn.
class Values {
public:
    Values(const Line& line, const Layout& layout) : line_(line), layout_(layout)
    {
        count_ = line.x ? std::min(line.x->size(), line.y->size()) : line.y->size();
        const AxisRange shown = layout.x.range;
        if (line.x) {
            const auto end = line.x->begin() + static_cast<std::ptrdiff_t>(count_);
            first_ =
                static_cast<std::size_t>(std::lower_bound(line.x->begin(), end, shown.low) - line.x->begin());
            last_ = static_cast<std::size_t>(std::upper_bound(line.x->begin(), end, shown.high) -
                                             line.x->begin());
        } else {
            const auto count = static_cast<double>(count_);
            first_ = static_cast<std::size_t>(std::clamp(shown.low, 0.0, count));
            last_ = static_cast<std::size_t>(std::clamp(std::ceil(shown.high), 0.0, count));
        }
        first_ -= first_ > 0 ? 1 : 0;
        last_ = std::min(last_ + 2, count_);
    }

    std::size_t first() const { return first_; }
    std::size_t end() const { return last_; }
    double x(std::size_t i) const { return line_.x ? (*line_.x)[i] : static_cast<double>(i); }
    /// Where a step that begins at i ends.
    double next_x(std::size_t i) const
    {
        if (i + 1 < count_)
            return x(i + 1);
        return i > 0 ? 2.0 * x(i) - x(i - 1) : x(i) + 1.0;
    }

    /// Points of one run of finite values from `i` on; `i` becomes the first index after the run.
    std::vector<Point> run(const std::vector<double>& values, std::size_t& i) const
    {
        std::vector<Point> points;
        for (; i < last_ && i < values.size() && std::isfinite(values[i]) && std::isfinite(x(i)); ++i) {
            const Point at{layout_.x.pixel(x(i)), layout_.y.pixel(values[i])};
            points.push_back(at);
            if (line_.step)
                points.push_back({layout_.x.pixel(next_x(i)), at.y});
        }
        return points;
    }

private:
    const Line& line_;
    const Layout& layout_;
    std::size_t count_ = 0;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
};

/// Strokes of no length spoil the corners of a line: points at the same place become one.
std::vector<Point> without_twins(std::vector<Point> points)
{
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

void draw_band(Canvas& canvas, const Line& line, const Layout& layout)
{
    const Values values(line, layout);
    for (std::size_t i = values.first(); i < values.end();) {
        std::size_t i_low = i;
        std::size_t i_high = i;
        std::vector<Point> lower = values.run(*line.low, i_low);
        std::vector<Point> upper = values.run(*line.high, i_high);
        const std::size_t count = std::min(lower.size(), upper.size());
        lower.resize(count);
        upper.resize(count);
        reduce_band(upper, lower);
        canvas.band(upper, lower, line.colour.with_alpha(band_alpha));
        i = std::max(std::min(i_low, i_high), i + 1);
    }
}

void draw_line(Canvas& canvas, const Line& line, const Layout& layout)
{
    const Values values(line, layout);
    const float zero = layout.y.pixel(0.0);
    const auto shown = static_cast<float>(values.end() - std::min(values.first(), values.end()));
    const bool dots = !line.step && shown * canvas.px(26) < layout.area.width();
    for (std::size_t i = values.first(); i < values.end();) {
        std::vector<Point> points = reduced(values.run(*line.y, i));
        ++i;
        if (line.filled) {
            std::vector<Point> ground = points;
            for (Point& point : ground)
                point.y = zero;
            canvas.band(points, ground, line.colour.with_alpha(fill_alpha));
        }
        canvas.line(without_twins(points), line.colour, canvas.px(line_pt));
        const auto level = [&](Point point) { return point.y == points.front().y; };
        const bool flat = std::all_of(points.begin(), points.end(), level); // a target, rather than values
        if ((dots && !flat) || points.size() == 1)
            for (const Point& point : points)
                canvas.disc(point, canvas.px(3), line.colour);
    }
}

void draw_rules(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look)
{
    for (std::size_t i = 0; i < figure.rules.size(); ++i) {
        const Rule& rule = figure.rules[i];
        const PlacedRule& placed = layout.rules[i];
        const Rect& area = layout.area;
        if (!std::isfinite(rule.at))
            continue;
        const float at = std::round(placed.at) + 0.5F;
        const bool outside = rule.upright ? at < area.min.x - 1 || at > area.max.x + 1
                                          : at < area.min.y - 1 || at > area.max.y + 1;
        if (outside)
            continue;
        const float top = rule.label.empty() ? area.min.y : placed.backing.max.y;
        const Point from = rule.upright ? Point{at, top} : Point{area.min.x, at};
        const Point to = rule.upright ? Point{at, area.max.y} : Point{area.max.x, at};
        if (rule.dashed)
            dashed(canvas, from, to, look.text, canvas.px(1));
        else
            straight(canvas, from, to, look.muted, canvas.px(1.0F));
    }
    for (std::size_t i = 0; i < figure.rules.size(); ++i) {
        const PlacedRule& placed = layout.rules[i];
        if (placed.backing.width() <= 0.0F || !std::isfinite(figure.rules[i].at))
            continue;
        canvas.box(placed.backing, look.card.with_alpha(220));
        canvas.text(placed.label, figure.rules[i].label, Font::small, look.text, Anchor::middle);
    }
}

} // namespace

void draw_axes(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look)
{
    const Rect& area = layout.area;
    const float hair = canvas.px(1);
    const float small = canvas.line_height(Font::small);
    const auto crisp = [](float at) { return std::round(at) + 0.5F; };
    for (const Tick& tick : layout.y_ticks) {
        const float y = crisp(layout.y.pixel(tick.value));
        if (figure.grid_y)
            straight(canvas, {area.min.x, y}, {area.max.x, y}, tick.value == 0.0 ? look.border : look.grid,
                     hair);
        const float room = area.min.x - layout.whole.min.x - canvas.px(7);
        canvas.text({area.min.x - canvas.px(7), y}, shortened(canvas, tick.text, Font::small, room),
                    Font::small, figure.y.kind == AxisKind::labels ? look.text : look.muted, Anchor::end);
    }
    const float band = area.width() / static_cast<float>(layout.x.range.span()) - canvas.px(6);
    std::size_t most_lines = 1;
    for (const Tick& tick : layout.x_ticks) {
        const float x = crisp(layout.x.pixel(tick.value));
        if (figure.grid_x)
            straight(canvas, {x, area.min.y}, {x, area.max.y}, look.grid, hair);
        const bool wraps = figure.x.centred && band >= canvas.px(52);
        const std::vector<std::string> lines =
            wraps ? wrapped(canvas, tick.text, Font::small, band, 3)
                  : std::vector<std::string>{shortened(canvas, tick.text, Font::small, 0.3F * area.width())};
        if (!figure.x.centred)
            straight(canvas, {x, area.max.y}, {x, area.max.y + canvas.px(4)}, look.border, hair);
        for (std::size_t i = 0; i < lines.size(); ++i)
            canvas.text({x, area.max.y + canvas.px(6) + (static_cast<float>(i) + 0.5F) * small}, lines[i],
                        Font::small, look.muted, Anchor::middle);
        most_lines = std::max(most_lines, lines.size());
    }
    if (figure.grid_y)
        straight(canvas, {area.min.x, crisp(area.max.y)}, {area.max.x, crisp(area.max.y)}, look.border, hair);
    if (!figure.x.scale.title.empty() && layout.whole.max.y - area.max.y > canvas.px(6) + 1.9F * small)
        canvas.text({area.centre().x, layout.whole.max.y - small / 2},
                    shortened(canvas, figure.x.scale.title, Font::small, area.width()), Font::small,
                    look.muted, Anchor::middle);
}

void draw_marks(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look)
{
    canvas.clip(layout.area);
    for (const Line& line : figure.lines)
        if (line.low)
            draw_band(canvas, line, layout);
    draw_boxes(canvas, figure, layout, look);
    for (const Link& link : figure.links) {
        const float y = std::round(layout.y.pixel(link.y)) + 0.5F;
        straight(canvas, {layout.x.pixel(link.x0), y}, {layout.x.pixel(link.x1), y}, look.muted,
                 canvas.px(1));
    }
    canvas.unclip();
    // Dots and strokes at the edges keep their full size.
    const float over = canvas.px(4);
    const Rect& area = layout.area;
    canvas.clip({{area.min.x - over, area.min.y - over}, {area.max.x + over, area.max.y + over}});
    for (const Line& line : figure.lines)
        draw_line(canvas, line, layout);
    canvas.unclip();
    draw_rules(canvas, figure, layout, look);
}

void draw_words(Canvas& canvas, const Layout& layout, const Palette& look, std::string_view words)
{
    const Rect& area = layout.area;
    canvas.text(area.centre(), shortened(canvas, words, Font::body, std::max(area.width(), 0.0F)), Font::body,
                look.muted, Anchor::middle);
}

void draw_figure(Canvas& canvas, const Figure& figure, const Layout& layout, const Palette& look,
                 std::string_view empty_words)
{
    draw_header(canvas, figure, layout, look);
    if (figure.empty)
        return draw_words(canvas, layout, look, empty_words);
    if (!layout.drawable)
        return;
    draw_axes(canvas, figure, layout, look);
    draw_marks(canvas, figure, layout, look);
}

} // namespace switchroom::gui::plot
