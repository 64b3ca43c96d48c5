#pragma once
/// Points, rectangles and colours, so that headers of widgets need no header of Dear ImGui. Points are pixels
/// from the window's upper left corner.

#include <cstdint>

namespace switchroom::gui {

struct Point {
    float x = 0.0F;
    float y = 0.0F;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
    Point min;
    Point max;
    float width() const { return max.x - min.x; }
    float height() const { return max.y - min.y; }
    Point centre() const { return {0.5F * (min.x + max.x), 0.5F * (min.y + max.y)}; }
    bool contains(Point p) const { return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// sRGB with straight alpha.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    /// As Dear ImGui packs it: ABGR in one word.
    constexpr std::uint32_t packed() const
    {
        return static_cast<std::uint32_t>(r) | static_cast<std::uint32_t>(g) << 8U |
               static_cast<std::uint32_t>(b) << 16U | static_cast<std::uint32_t>(a) << 24U;
    }
    constexpr Colour with_alpha(std::uint8_t alpha) const { return {r, g, b, alpha}; }
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// 0xRRGGBB.
constexpr Colour rgb(std::uint32_t hex)
{
    return {static_cast<std::uint8_t>(hex >> 16U & 0xFFU), static_cast<std::uint8_t>(hex >> 8U & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

} // namespace switchroom::gui
