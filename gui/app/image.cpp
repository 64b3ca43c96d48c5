#include "gui/app/image.h"

#include <stb/stb_image_write.h>

#include <algorithm>

namespace switchroom::gui {

Image cropped(const Image& image, int left, int top, int width, int height)
{
    const int x0 = std::clamp(left, 0, image.width);
    const int y0 = std::clamp(top, 0, image.height);
    const int x1 = std::clamp(left + width, x0, image.width);
    const int y1 = std::clamp(top + height, y0, image.height);
    Image part(x1 - x0, y1 - y0);
    const auto row_bytes = static_cast<std::ptrdiff_t>(part.width) * 4;
    for (int y = y0; y < y1 && row_bytes > 0; ++y)
        std::copy_n(image.at(x0, y), row_bytes, part.pixels.begin() + (y - y0) * row_bytes);
    return part;
}

std::string to_png(const Image& image)
{
    std::string bytes;
    const auto append = [](void* to, void* data, int size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
    };
    stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.pixels.data(),
                           image.width * 4);
    return bytes;
}

} // namespace switchroom::gui
