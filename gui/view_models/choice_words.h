#pragma once
/// The fixed words of scenario files ("longest-idle", "in-person") as people read them.

#include "gui/view_models/language.h"

#include <string>
#include <string_view>

namespace switchroom::gui {

/// In the language; a word that is not known stays as it is.
std::string choice_title(std::string_view word, Language language);

} // namespace switchroom::gui
