#include "gui/view_models/wrap_text.h"

#include <cctype>
#include <cstddef>

namespace switchroom::gui {

namespace {

bool is_digit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// "11.2 %", "1 234 €", "14.5 % ± 0.3", « mot » : these spaces hold.
bool holds_together(std::string_view before, std::string_view after)
{
    if (before.ends_with("«") || before.ends_with("±"))
        return true;
    for (const std::string_view sign : {":", ";", "?", "!", "%", "»", "€", "£", "$", "±"})
        if (after.starts_with(sign))
            return true;
    return !before.empty() && !after.empty() && is_digit(before.back()) && is_digit(after.front());
}

/// The length of the first piece of `words` that stays on one line, without the space behind it.
std::size_t piece_length(std::string_view words)
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == '\n' ||
            (words[i] == ' ' && i > 0 && !holds_together(words.substr(0, i), words.substr(i + 1))))
            return i;
    return words.size();
}

} // namespace

std::string wrapped_text(std::string_view words, float limit,
                         const std::function<float(std::string_view)>& width_of)
{
    std::string out;
    const float space = width_of(" ");
    float used = 0.0F; // of the line that is being filled
    while (!words.empty()) {
        const std::string_view piece = words.substr(0, piece_length(words));
        const float width = width_of(piece);
        const bool begins_line = out.empty() || out.back() == '\n';
        if (!begins_line && used + space + width > limit) {
            out += '\n';
            used = width;
        } else {
            out += begins_line ? "" : " ";
            used += width + (begins_line ? 0.0F : space);
        }
        out += piece;
        words.remove_prefix(piece.size());
        if (words.starts_with('\n')) {
            out += '\n';
            used = 0.0F;
        }
        if (!words.empty())
            words.remove_prefix(1);
    }
    return out;
}

} // namespace switchroom::gui
