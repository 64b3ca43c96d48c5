#pragma once
/// Where lines of running text may break: at spaces alone, and not at those that hold a figure and its unit
/// together, nor before the signs that French sets apart.

#include <functional>
#include <string>
#include <string_view>

namespace switchroom::gui {

/// The text with a line feed wherever it has to break to stay within `limit`; `width_of` measures a piece in
/// the same unit (0 of nothing, and of two pieces the sum). A word longer than the limit has a line of its
/// own. Line feeds of the text stay.
std::string wrapped_text(std::string_view words, float limit,
                         const std::function<float(std::string_view)>& width_of);

} // namespace switchroom::gui
