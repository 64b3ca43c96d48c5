#pragma once
/// A long text to read and change, with the numbers of its lines and marks at those that are wrong.

#include "gui/widgets/ui.h"

#include <span>
#include <string>
#include <string_view>

namespace switchroom::gui {

/// What is wrong with a line, from 1.
struct LineMark {
    int line = 0;
    std::string message;
    bool is_error = true; ///< false: a warning
};

/// Fills what is left of the window, and scrolls. True in the frame in which a change is complete: by
/// Ctrl+Enter, or because the text was left.
bool text_area(Ui& ui, std::string_view label, std::string& content, std::span<const LineMark> marks);

} // namespace switchroom::gui
