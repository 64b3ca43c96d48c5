#pragma once
/// Every text of the window, in every language, in one table (texts/*.inc, a file a screen). To add one: a
/// line there. Places for values are {} or {0}, {1} …, as in fmt; both languages take the same values.

#include "gui/view_models/language.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace switchroom::gui {

enum class Text {
#define SWITCHROOM_TEXT(name, english, french) name,
#include "gui/view_models/texts/all.inc"
#undef SWITCHROOM_TEXT
    count
};

/// Zero-terminated, alive for ever.
const char* text_of(Text text, Language language);

/// The text's name in the table, for tests.
std::string_view name_of(Text text);

/// With its places filled. Precondition: as many arguments as the text has places.
template <class... Args>
std::string filled(Text text, Language language, const Args&... args)
{
    return fmt::format(fmt::runtime(text_of(text, language)), args...);
}

} // namespace switchroom::gui
