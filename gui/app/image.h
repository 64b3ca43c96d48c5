#pragma once
/// A picture in memory.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace switchroom::gui {

/// Rows from the top, four bytes a pixel: R, G, B, A.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    Image() = default;
    Image(int w, int h)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4)
    {
    }
    const std::uint8_t* at(int x, int y) const
    {
        return &pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                        static_cast<std::size_t>(x)) *
                       4];
    }
};

/// The part of a picture that lies in both.
Image cropped(const Image& image, int left, int top, int width, int height);

/// The bytes of a PNG file.
std::string to_png(const Image& image);

} // namespace switchroom::gui
