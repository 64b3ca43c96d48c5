#include "gui/widgets/plot/svg_canvas.h"

#include "planner/report/html_escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace switchroom::gui::plot {

namespace {

/// Advance widths of Inter Regular in thousandths of the size: U+0020 … U+007E.
constexpr std::array<int, 95> ascii_widths{
    281, 278, 403, 631, 638, 813, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 625, 464, 605,
    636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727, 719, 598,
    587, 743, 740, 264, 543, 652, 563, 889, 753, 761, 635, 761, 639, 638, 642, 741, 676, 949, 642,
    665, 625, 362, 357, 362, 469, 452, 497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544,
    237, 869, 585, 597, 609, 609, 372, 523, 364, 581, 557, 813, 540, 557, 541, 362, 327, 362, 659};
constexpr int other_width = 620; ///< about what letters with accents and signs have

float size_of(Font font)
{
    return font == Font::small ? 12.5F : 15.0F;
}

std::string paint(const char* what, Colour colour)
{
    const std::string solid = fmt::format(R"({}="#{:02x}{:02x}{:02x}")", what, colour.r, colour.g, colour.b);
    return colour.a == 255 ? solid : solid + fmt::format(R"( {}-opacity="{:.3f}")", what, colour.a / 255.0);
}

/// Bytes of the sign of UTF-8 that begins here; 0: none does.
std::size_t sign_length(std::string_view words)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(words[i]); };
    const std::size_t length = byte(0) < 0x80   ? 1
                               : byte(0) < 0xC2 ? 0
                               : byte(0) < 0xE0 ? 2
                               : byte(0) < 0xF0 ? 3
                               : byte(0) < 0xF5 ? 4
                                                : 0;
    if (length > words.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
    return length;
}

/// XML 1.0 knows no control signs but tab and line ends, not even as references, and nothing but UTF-8.
std::string xml_text(std::string_view words)
{
    std::string clean;
    while (!words.empty()) {
        const std::size_t length = sign_length(words);
        const bool control = length == 1 && static_cast<unsigned char>(words[0]) < 0x20;
        clean += length == 0 ? "?" : control ? " " : words.substr(0, length);
        words.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return report::html_text(clean);
}

} // namespace

SvgCanvas::SvgCanvas(float width, float height, std::string_view title)
    : svg_(fmt::format(
          R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0:.0f}" height="{1:.0f}" viewBox="0 0 {0:.0f} {1:.0f}" font-family="Inter, Roboto, 'Segoe UI', sans-serif">
<title>{2}</title>
)",
          width, height, xml_text(title)))
{
}

void SvgCanvas::line(std::span<const Point> points, Colour colour, float width)
{
    if (points.size() < 2)
        return;
    svg_ += R"(<polyline points=")";
    for (const Point& point : points)
        fmt::format_to(std::back_inserter(svg_), "{:.2f},{:.2f} ", point.x, point.y);
    svg_.back() = '"';
    svg_ += fmt::format(R"( fill="none" stroke-width="{:.2f}" stroke-linejoin="round" {}/>)", width,
                        paint("stroke", colour)) +
            "\n";
}

void SvgCanvas::band(std::span<const Point> upper, std::span<const Point> lower, Colour colour)
{
    if (upper.size() < 2)
        return;
    svg_ += R"(<polygon points=")";
    for (const Point& point : upper)
        fmt::format_to(std::back_inserter(svg_), "{:.2f},{:.2f} ", point.x, point.y);
    for (auto point = lower.rbegin(); point != lower.rend(); ++point)
        fmt::format_to(std::back_inserter(svg_), "{:.2f},{:.2f} ", point->x, point->y);
    svg_.back() = '"';
    svg_ += " " + paint("fill", colour) + "/>\n";
}

void SvgCanvas::box(const Rect& rect, Colour colour, float rounding)
{
    if (rect.width() <= 0.0F || rect.height() <= 0.0F)
        return;
    const std::string round = rounding > 0.0F ? fmt::format(R"( rx="{:.2f}")", rounding) : "";
    svg_ += fmt::format(R"(<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}"{} {}/>)", rect.min.x,
                        rect.min.y, rect.width(), rect.height(), round, paint("fill", colour)) +
            "\n";
}

void SvgCanvas::frame(const Rect& rect, Colour colour, float width)
{
    if (rect.width() <= 0.0F || rect.height() <= 0.0F)
        return;
    svg_ +=
        fmt::format(
            R"(<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" fill="none" stroke-width="{:.2f}" {}/>)",
            rect.min.x, rect.min.y, rect.width(), rect.height(), width, paint("stroke", colour)) +
        "\n";
}

void SvgCanvas::disc(Point centre, float radius, Colour colour)
{
    svg_ += fmt::format(R"(<circle cx="{:.2f}" cy="{:.2f}" r="{:.2f}" {}/>)", centre.x, centre.y, radius,
                        paint("fill", colour)) +
            "\n";
}

void SvgCanvas::text(Point at, std::string_view words, Font font, Colour colour, Anchor anchor)
{
    if (words.empty())
        return;
    const char* name = anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
    const float size = size_of(font);
    const float baseline = at.y + 0.364F * size; // half of Inter's capitals
    svg_ += fmt::format(R"(<text x="{:.2f}" y="{:.2f}" font-size="{}" text-anchor="{}"{} {}>{}</text>)", at.x,
                        baseline, size, name, font == Font::strong ? R"( font-weight="600")" : "",
                        paint("fill", colour), xml_text(words)) +
            "\n";
}

float SvgCanvas::text_width(std::string_view words, Font font) const
{
    int width = 0;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F)
            width += ascii_widths[byte - 0x20U];
        else if (byte >= 0xC0)
            width += other_width; // one a sign: the bytes that continue it are below
    }
    const float bold = font == Font::strong ? 1.05F : 1.0F;
    return bold * static_cast<float>(width) * size_of(font) / 1000.0F;
}

float SvgCanvas::line_height(Font font) const
{
    return std::ceil(1.3F * size_of(font));
}

void SvgCanvas::clip(const Rect& rect)
{
    ++clips_;
    svg_ += fmt::format(
        R"svg(<clipPath id="c{0}"><rect x="{1:.2f}" y="{2:.2f}" width="{3:.2f}" height="{4:.2f}"/></clipPath>
<g clip-path="url(#c{0})">
)svg",
        clips_, rect.min.x, rect.min.y, std::max(rect.width(), 0.0F), std::max(rect.height(), 0.0F));
}

void SvgCanvas::unclip()
{
    svg_ += "</g>\n";
}

std::string SvgCanvas::finish() &&
{
    return std::move(svg_) + "</svg>\n";
}

} // namespace switchroom::gui::plot
