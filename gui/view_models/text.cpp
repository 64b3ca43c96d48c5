#include "gui/view_models/text.h"

#include <array>

namespace switchroom::gui {

namespace {

struct Entry {
    const char* name;
    const char* english;
    const char* french;
};

constexpr std::array table{
#define SWITCHROOM_TEXT(name, english, french) Entry{#name, english, french},
#include "gui/view_models/texts/all.inc"
#undef SWITCHROOM_TEXT
};

} // namespace

const char* text_of(Text text, Language language)
{
    const Entry& entry = table[static_cast<std::size_t>(text)];
    return language == Language::french ? entry.french : entry.english;
}

std::string_view name_of(Text text)
{
    return table[static_cast<std::size_t>(text)].name;
}

std::string_view code_of(Language language)
{
    return language == Language::french ? "fr" : "en";
}

std::optional<Language> language_of(std::string_view code)
{
    for (const Language language : all_languages)
        if (code_of(language) == code)
            return language;
    return std::nullopt;
}

} // namespace switchroom::gui
