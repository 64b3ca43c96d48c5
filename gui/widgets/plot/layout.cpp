#include "gui/widgets/plot/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace switchroom::gui::plot {

namespace {

constexpr float gap_pt = 8.0F;
constexpr float least_area_pt = 24.0F;

/// The rows above the data; `rest` becomes what is left.
class Header {
public:
    Header(const Canvas& canvas, Layout& layout, Rect& rest, float menu_width)
        : canvas_(canvas), layout_(layout), rest_(rest), menu_width_(menu_width)
    {
    }

    void title(const std::string& words)
    {
        if (words.empty())
            return;
        const float height = canvas_.line_height(Font::strong) + canvas_.px(2);
        layout_.title = shortened(canvas_, words, Font::strong, right() - rest_.min.x);
        layout_.title_at = {rest_.min.x, rest_.min.y + height / 2};
        take(height);
    }

    void caption(const std::string& words)
    {
        if (words.empty() || rest_.height() < canvas_.px(150))
            return;
        const float height = canvas_.line_height(Font::small);
        for (auto& line : wrapped(canvas_, words, Font::small, right() - rest_.min.x, 3)) {
            layout_.caption.push_back({{rest_.min.x, rest_.min.y + height / 2}, std::move(line)});
            take(height);
        }
        rest_.min.y += canvas_.px(4);
    }

    void legend(const std::vector<Entry>& entries)
    {
        if (entries.empty())
            return;
        const float height = canvas_.line_height(Font::small) + canvas_.px(4);
        float x = rest_.min.x;
        for (const Entry& entry : entries) {
            const float room = std::max(right() - rest_.min.x, 0.0F);
            const float width = std::min(canvas_.text_width(entry.name, Font::small) + canvas_.px(32), room);
            if (x > rest_.min.x && x + width > right()) {
                take(height);
                x = rest_.min.x;
            }
            layout_.legend.push_back({{x, rest_.min.y}, {x + width, rest_.min.y + height}});
            x += width + canvas_.px(2);
        }
        take(height + canvas_.px(2));
    }

    void heat(const HeatScale& scale)
    {
        const float height = canvas_.line_height(Font::small) + canvas_.px(4);
        const float words = canvas_.text_width(scale.worst, Font::small) + canvas_.px(gap_pt);
        const float width = std::min(canvas_.px(180), 0.4F * rest_.width());
        const float top = rest_.min.y + height / 2 - canvas_.px(4);
        layout_.heat = {{rest_.min.x + words, top}, {rest_.min.x + words + width, top + canvas_.px(8)}};
        const bool target = !scale.target.empty();
        take(target ? 2.0F * height - canvas_.px(6) : height);
        rest_.min.y += canvas_.px(4);
    }

    void y_title(const std::string& words)
    {
        if (words.empty() && first_row_)
            return take(menu_width_ > 0.0F ? canvas_.px(26) : 0.0F);
        if (words.empty())
            return;
        const float height = canvas_.line_height(Font::small) + canvas_.px(first_row_ ? 8 : 4);
        layout_.y_title_at = {rest_.min.x, rest_.min.y + height / 2 - canvas_.px(1)};
        take(height);
    }

private:
    float right() const { return rest_.max.x - (first_row_ ? menu_width_ : 0.0F); }

    void take(float height)
    {
        rest_.min.y += height;
        first_row_ = false;
    }

    const Canvas& canvas_;
    Layout& layout_;
    Rect& rest_;
    float menu_width_;
    bool first_row_ = true;
};

float widest(const Canvas& canvas, const std::vector<Tick>& ticks)
{
    float width = 0.0F;
    for (const Tick& tick : ticks)
        width = std::max(width, canvas.text_width(tick.text, Font::small));
    return width;
}

/// The widest of labels, of a sample where there are very many.
float widest_label(const Canvas& canvas, const std::vector<std::string>& labels)
{
    float width = 0.0F;
    const std::size_t every = 1 + labels.size() / 500;
    for (std::size_t i = 0; i < labels.size(); i += every)
        width = std::max(width, canvas.text_width(labels[i], Font::small));
    return width;
}

int most_x_ticks(const Canvas& canvas, const Axis& axis, AxisRange shown, float width)
{
    const float gap = canvas.px(14);
    if (axis.kind == AxisKind::time_of_day)
        return static_cast<int>(width / (canvas.text_width("00:00", Font::small) + 1.2F * gap));
    if (axis.kind == AxisKind::number)
        return std::min(static_cast<int>(width / canvas.px(84)), 12);
    const float band = width / static_cast<float>(shown.span());
    const float label = widest_label(canvas, *axis.labels);
    const bool can_wrap = axis.centred && band >= canvas.px(58);
    if (can_wrap || (axis.centred && label + canvas.px(4) <= band))
        return static_cast<int>(std::min(shown.span() + 1.0, 1000.0));
    return static_cast<int>(width / (std::min(label, 0.3F * width) + gap));
}

/// Lines that the labels below the plot take.
std::size_t x_label_lines(const Canvas& canvas, const Axis& axis, const std::vector<Tick>& ticks, float band)
{
    std::size_t lines = 1;
    if (axis.kind == AxisKind::labels && axis.centred)
        for (const Tick& tick : ticks)
            lines = std::max(lines, wrapped(canvas, tick.text, Font::small, band, 3).size());
    return lines;
}

/// Labels of upright lines in rows above the area, none over another; returns the height of the rows.
float place_rules(const Canvas& canvas, const Figure& figure, Layout& layout)
{
    const float row_height = canvas.line_height(Font::small);
    std::vector<std::size_t> order(figure.rules.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return figure.rules[a].at < figure.rules[b].at; });
    layout.rules.resize(figure.rules.size());
    std::vector<float> row_ends; // the lowest row first
    for (const std::size_t i : order) {
        const Rule& rule = figure.rules[i];
        if (!rule.upright)
            continue;
        PlacedRule& placed = layout.rules[i];
        placed.at = layout.x.pixel(rule.at);
        const float half = canvas.text_width(rule.label, Font::small) / 2 + canvas.px(4);
        const float middle =
            std::clamp(placed.at, std::min(layout.area.min.x + half, layout.area.max.x - half),
                       std::max(layout.area.max.x - half, layout.area.min.x + half));
        if (rule.label.empty() || placed.at < layout.area.min.x - 1 || placed.at > layout.area.max.x + 1)
            continue;
        std::size_t row = 0;
        while (row < row_ends.size() && row_ends[row] > middle - half)
            ++row;
        if (row == row_ends.size())
            row_ends.push_back(0.0F);
        row_ends[row] = middle + half;
        placed.label = {middle, -(static_cast<float>(row) + 0.5F) * row_height};
        placed.backing = {{middle - half, placed.label.y - row_height / 2},
                          {middle + half, placed.label.y + row_height / 2}};
    }
    return static_cast<float>(row_ends.size()) * row_height;
}

/// How far the nearest line is from a height, in pixels, at the left or right end of the data.
float distance_at(const Figure& figure, const Layout& layout, bool left, float height)
{
    float nearest = 1e6F;
    for (const Line& line : figure.lines) {
        if (line.y->empty())
            continue;
        const double value = left ? line.y->front() : line.y->back();
        if (std::isfinite(value))
            nearest = std::min(nearest, std::abs(layout.y.pixel(value) - height));
    }
    return nearest;
}

void place_levels(const Canvas& canvas, const Figure& figure, Layout& layout)
{
    const float height = canvas.line_height(Font::small);
    for (std::size_t i = 0; i < figure.rules.size(); ++i) {
        const Rule& rule = figure.rules[i];
        PlacedRule& placed = layout.rules[i];
        if (rule.upright) { // rows were counted upwards from the area
            placed.label.y += layout.area.min.y;
            placed.backing.min.y += layout.area.min.y;
            placed.backing.max.y += layout.area.min.y;
            continue;
        }
        placed.at = layout.y.pixel(rule.at);
        const float width = canvas.text_width(rule.label, Font::small) + canvas.px(8);
        const bool below = placed.at - height < layout.area.min.y;
        const bool left =
            distance_at(figure, layout, true, placed.at) > distance_at(figure, layout, false, placed.at);
        placed.label = {left ? layout.area.min.x + width / 2 : layout.area.max.x - width / 2,
                        placed.at + (below ? 0.5F : -0.5F) * height};
        placed.backing = {{placed.label.x - width / 2, placed.label.y - height / 2},
                          {placed.label.x + width / 2, placed.label.y + height / 2}};
    }
}

/// The area of the data between the labels of its axes.
void place_axes(const Canvas& canvas, const Figure& figure, const Wanted& wanted, const Locale& locale,
                const Rect& rest, Layout& layout)
{
    const float small = canvas.line_height(Font::small);
    const float x_title = figure.x.scale.title.empty() || rest.height() < canvas.px(140) ? 0.0F : small;
    Rect area = rest;
    area.min.y += canvas.px(6);
    area.max.y -= small + canvas.px(6) + x_title;
    const bool rows = figure.y.kind == AxisKind::labels;
    const auto most_y = static_cast<int>(area.height() / (rows ? small : canvas.px(28)));
    layout.y_ticks = ticks_of(figure.y, wanted.y, rows ? most_y : std::clamp(most_y, 2, 8), locale);
    area.min.x += std::min(widest(canvas, layout.y_ticks), 0.36F * rest.width()) + canvas.px(gap_pt);
    area.max.x -= canvas.px(rows ? 4 : 14);
    layout.x_ticks =
        ticks_of(figure.x, wanted.x, most_x_ticks(canvas, figure.x, wanted.x, area.width()), locale);
    const float band = area.width() / static_cast<float>(wanted.x.span()) - canvas.px(6);
    const std::size_t lines = x_label_lines(canvas, figure.x, layout.x_ticks, band);
    area.max.y -= static_cast<float>(lines - 1) * small;
    layout.area = area;
    layout.x = {wanted.x, area.min.x, area.max.x};
    layout.area.min.y += place_rules(canvas, figure, layout);
    layout.y = figure.y.upside_down ? Transform{wanted.y, layout.area.min.y, layout.area.max.y}
                                    : Transform{wanted.y, layout.area.max.y, layout.area.min.y};
    place_levels(canvas, figure, layout);
}

} // namespace

Layout lay_out(const Canvas& canvas, const Figure& figure, const Rect& whole, const Wanted& wanted,
               const Locale& locale)
{
    Layout layout;
    layout.whole = whole;
    Rect rest = whole;
    Header header(canvas, layout, rest, wanted.menu_width);
    header.title(wanted.title);
    header.caption(wanted.caption);
    header.legend(figure.legend);
    if (figure.heat)
        header.heat(*figure.heat);
    header.y_title(figure.y.scale.title);
    const float least = canvas.px(least_area_pt);
    layout.area = rest;
    if (rest.width() < 3 * least || rest.height() < 2 * least)
        return layout;
    place_axes(canvas, figure, wanted, locale, rest, layout);
    layout.drawable = layout.area.width() >= least && layout.area.height() >= least;
    return layout;
}

} // namespace switchroom::gui::plot
