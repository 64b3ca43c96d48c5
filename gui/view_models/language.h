#pragma once
/// The languages that the window speaks.

#include <array>
#include <optional>
#include <string_view>

namespace switchroom::gui {

enum class Language { english, french };
inline constexpr std::array all_languages{Language::english, Language::french};

/// "en", "fr".
std::string_view code_of(Language language);
std::optional<Language> language_of(std::string_view code);

} // namespace switchroom::gui
