#include "gui/view_models/text.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace switchroom::gui;

namespace {

/// The places of a text, in any order: "{}" or "{1:.2f}".
std::multiset<std::string> places(const std::string& text)
{
    std::multiset<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
        found.insert(text.substr(at, text.find('}', at) + 1 - at));
    return found;
}

} // namespace

TEST_CASE("every text is there in every language, and takes the same values in all of them")
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(Text::count); ++i) {
        const auto text = static_cast<Text>(i);
        INFO(name_of(text));
        const std::string english = text_of(text, Language::english);
        for (const Language language : all_languages) {
            const std::string words = text_of(text, language);
            CHECK_FALSE(words.empty());
            CHECK(places(words) == places(english));
        }
    }
}

TEST_CASE("French texts use the typographic apostrophe")
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(Text::count); ++i) {
        const auto text = static_cast<Text>(i);
        INFO(name_of(text));
        CHECK(std::string(text_of(text, Language::french)).find('\'') == std::string::npos);
    }
}
