#include "gui/app/rasteriser.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui {

namespace {

struct Texture {
    const std::uint8_t* alpha = nullptr;
    int width = 0;
    int height = 0;
};

struct Clip {
    int x0, y0, x1, y1;
};

/// Bilinear, clamped at the edges; 0 … 1.
float sampled(const Texture& texture, float u, float v)
{
    const float x = u * static_cast<float>(texture.width) - 0.5F;
    const float y = v * static_cast<float>(texture.height) - 0.5F;
    const float fx = std::floor(x);
    const float fy = std::floor(y);
    const auto texel = [&](int ix, int iy) {
        ix = std::clamp(ix, 0, texture.width - 1);
        iy = std::clamp(iy, 0, texture.height - 1);
        return static_cast<float>(texture.alpha[iy * texture.width + ix]);
    };
    const auto ix = static_cast<int>(fx);
    const auto iy = static_cast<int>(fy);
    const float ax = x - fx;
    const float ay = y - fy;
    const float top = texel(ix, iy) * (1 - ax) + texel(ix + 1, iy) * ax;
    const float bottom = texel(ix, iy + 1) * (1 - ax) + texel(ix + 1, iy + 1) * ax;
    return (top * (1 - ay) + bottom * ay) / 255.0F;
}

void blend(std::uint8_t* pixel, const std::array<float, 4>& colour, float coverage)
{
    const float alpha = colour[3] * coverage;
    for (std::size_t c = 0; c < 3; ++c) {
        const float under = pixel[c];
        pixel[c] = static_cast<std::uint8_t>(under + (colour[c] * 255.0F - under) * alpha + 0.5F);
    }
}

std::array<float, 4> unpacked(ImU32 packed)
{
    return {static_cast<float>(packed & 0xFFU) / 255.0F, static_cast<float>(packed >> 8U & 0xFFU) / 255.0F,
            static_cast<float>(packed >> 16U & 0xFFU) / 255.0F, static_cast<float>(packed >> 24U) / 255.0F};
}

/// One edge of a triangle: weight(x, y) is twice the area that the point spans with the edge. In double, from
/// differences of floats, its sign is exact: a pixel on the edge of two triangles belongs to exactly one.
struct Edge {
    double from_x, from_y, dx, dy;
    bool includes_zero; ///< top or left: points on the edge are inside

    Edge(ImVec2 from, ImVec2 to)
        : from_x(from.x), from_y(from.y), dx(static_cast<double>(to.x) - from.x),
          dy(static_cast<double>(to.y) - from.y), includes_zero(dy < 0 || (dy == 0 && dx > 0))
    {
    }
    double at(double x, double y) const { return dx * (y - from_y) - dy * (x - from_x); }
    bool inside(double weight) const { return weight > 0 || (weight == 0 && includes_zero); }
};

class Painter {
public:
    Painter(Image& image, Texture texture) : image_(image), texture_(texture) {}

    void triangle(ImDrawVert v0, ImDrawVert v1, ImDrawVert v2, const Clip& clip)
    {
        double area = Edge(v0.pos, v1.pos).at(v2.pos.x, v2.pos.y);
        if (!(std::abs(area) > 1e-6))
            return;
        if (area < 0) {
            std::swap(v1, v2);
            area = -area;
        }
        const auto [left, right] = std::minmax({v0.pos.x, v1.pos.x, v2.pos.x});
        const auto [top, bottom] = std::minmax({v0.pos.y, v1.pos.y, v2.pos.y});
        const int x0 = std::max(clip.x0, static_cast<int>(std::floor(std::max(left, -1.0F))));
        const int y0 = std::max(clip.y0, static_cast<int>(std::floor(std::max(top, -1.0F))));
        const int x1 = std::min(clip.x1, static_cast<int>(std::ceil(std::min(right, 1e6F))) + 1);
        const int y1 = std::min(clip.y1, static_cast<int>(std::ceil(std::min(bottom, 1e6F))) + 1);
        const Edge e0(v1.pos, v2.pos);
        const Edge e1(v2.pos, v0.pos);
        const Edge e2(v0.pos, v1.pos);
        const bool flat_colour = v0.col == v1.col && v1.col == v2.col;
        const bool flat_texture =
            v0.uv.x == v1.uv.x && v1.uv.x == v2.uv.x && v0.uv.y == v1.uv.y && v1.uv.y == v2.uv.y;
        const std::array<float, 4> c0 = unpacked(v0.col);
        const std::array<float, 4> c1 = unpacked(v1.col);
        const std::array<float, 4> c2 = unpacked(v2.col);
        const float flat_alpha = flat_texture ? sampled(texture_, v0.uv.x, v0.uv.y) : 1.0F;
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x) {
                const double w0 = e0.at(x + 0.5, y + 0.5);
                const double w1 = e1.at(x + 0.5, y + 0.5);
                const double w2 = e2.at(x + 0.5, y + 0.5);
                if (!e0.inside(w0) || !e1.inside(w1) || !e2.inside(w2))
                    continue;
                const auto b0 = static_cast<float>(w0 / area);
                const auto b1 = static_cast<float>(w1 / area);
                const auto b2 = static_cast<float>(w2 / area);
                std::array<float, 4> colour = c0;
                if (!flat_colour)
                    for (std::size_t c = 0; c < 4; ++c)
                        colour[c] = b0 * c0[c] + b1 * c1[c] + b2 * c2[c];
                const float coverage = flat_texture
                                           ? flat_alpha
                                           : sampled(texture_, b0 * v0.uv.x + b1 * v1.uv.x + b2 * v2.uv.x,
                                                     b0 * v0.uv.y + b1 * v1.uv.y + b2 * v2.uv.y);
                blend(pixel(x, y), colour, coverage);
            }
    }

private:
    std::uint8_t* pixel(int x, int y)
    {
        return &image_.pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) +
                               static_cast<std::size_t>(x)) *
                              4];
    }
    Image& image_;
    Texture texture_;
};

Texture font_texture()
{
    unsigned char* alpha = nullptr;
    Texture texture;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&alpha, &texture.width, &texture.height);
    texture.alpha = alpha;
    return texture;
}

void fill(Image& image, Colour colour)
{
    for (std::size_t i = 0; i < image.pixels.size(); i += 4) {
        image.pixels[i] = colour.r;
        image.pixels[i + 1] = colour.g;
        image.pixels[i + 2] = colour.b;
        image.pixels[i + 3] = 255;
    }
}

void paint_list(const ImDrawList& list, const ImDrawData& data, ImTextureID atlas, const Image& image,
                Painter& painter)
{
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback || command.GetTexID() != atlas)
            continue;
        const ImVec4 rect = command.ClipRect;
        const Clip clip{std::clamp(static_cast<int>(rect.x - data.DisplayPos.x), 0, image.width),
                        std::clamp(static_cast<int>(rect.y - data.DisplayPos.y), 0, image.height),
                        std::clamp(static_cast<int>(rect.z - data.DisplayPos.x), 0, image.width),
                        std::clamp(static_cast<int>(rect.w - data.DisplayPos.y), 0, image.height)};
        for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) {
            const auto vertex = [&](unsigned int k) {
                const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
                return list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
            };
            painter.triangle(vertex(0), vertex(1), vertex(2), clip);
        }
    }
}

} // namespace

Image rasterised(const ImDrawData& data, Colour ground)
{
    Image image(static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y));
    fill(image, ground);
    Painter painter(image, font_texture());
    for (int i = 0; i < data.CmdListsCount; ++i)
        paint_list(*data.CmdLists[i], data, ImGui::GetIO().Fonts->TexID, image, painter);
    return image;
}

} // namespace switchroom::gui
