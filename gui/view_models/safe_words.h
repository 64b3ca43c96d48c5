#pragma once
/// Words that come out of a call log, before a screen shows them: telephone numbers never do.

#include <string>
#include <string_view>

namespace switchroom::gui {

/// Whether there are seven digits or more in a row, blanks and the signs of telephone numbers between them.
bool holds_telephone_number(std::string_view words);

/// The same words with "…" for each such number.
std::string without_telephone_numbers(std::string_view words);

} // namespace switchroom::gui
