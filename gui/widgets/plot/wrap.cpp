#include "gui/widgets/plot/layout.h"

namespace switchroom::gui::plot {

namespace {

bool continues_a_sign(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

std::string shortened(const Canvas& canvas, std::string_view words, Font font, float width)
{
    if (canvas.text_width(words, font) <= width)
        return std::string(words);
    std::size_t length = std::min<std::size_t>(words.size(), 400);
    while (length > 0) {
        --length;
        while (length > 0 && continues_a_sign(words[length]))
            --length;
        std::string_view kept = words.substr(0, length);
        while (kept.ends_with(' '))
            kept.remove_suffix(1);
        const std::string out = std::string(kept) + "…";
        if (canvas.text_width(out, font) <= width)
            return length == 0 ? "" : out;
    }
    return "";
}

std::vector<std::string> wrapped(const Canvas& canvas, std::string_view words, Font font, float width,
                                 std::size_t most)
{
    std::vector<std::string> lines;
    while (!words.empty() && lines.size() + 1 < most && canvas.text_width(words, font) > width) {
        std::size_t cut = 0;
        for (std::size_t space = words.find(' '); space != std::string_view::npos;
             space = words.find(' ', space + 1)) {
            if (canvas.text_width(words.substr(0, space), font) > width)
                break;
            cut = space;
        }
        if (cut == 0)
            cut = std::min(words.find(' '), words.size());
        lines.push_back(shortened(canvas, words.substr(0, cut), font, width));
        words.remove_prefix(std::min(cut + 1, words.size()));
    }
    if (!words.empty())
        lines.push_back(shortened(canvas, words, font, width));
    return lines;
}

} // namespace switchroom::gui::plot
