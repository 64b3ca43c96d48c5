#include "tests/gui/driver.h"

#include "gui/view_models/commands.h"
#include "gui/widgets/palette.h"

#include <doctest/doctest.h>

using namespace switchroom::gui;
using switchroom::gui::test::Driver;

TEST_CASE("a first start offers receptions, and one click opens one")
{
    Driver driver;
    CHECK(driver.items().shows("Who should answer which calls?"));
    driver.click("Voicemail only");
    REQUIRE(driver.bench().desk.scenarios.size() == 1);
    CHECK(driver.bench().desk.shown().title() == "Voicemail only");
    CHECK(driver.items().find(ItemKind::tab, "Overview")->value == "on");
}

TEST_CASE("every screen is reached by its name, by its shortcut and by the palette")
{
    Driver driver;
    driver.open("minimal");
    for (std::size_t i = 0; i < all_screens.size(); ++i) {
        const Screen screen = all_screens[i];
        driver.bench().show(Screen::overview);
        driver.frame();
        driver.click(ItemKind::tab, text_of(title_of(screen), Language::english));
        CHECK(driver.bench().screen() == screen);
        driver.bench().show(i == 0 ? Screen::day : Screen::overview);
        driver.press('0' + static_cast<int>((i + 1) % 10), true);
        CHECK(driver.bench().screen() == screen);
    }
    driver.press('K', true);
    driver.frame(2);
    driver.type("sensi");
    driver.press(257);
    CHECK(driver.bench().screen() == Screen::sensitivity);
}

TEST_CASE("the language changes every word of the frame at once")
{
    Driver driver;
    driver.click("Français");
    driver.frame();
    CHECK(driver.items().shows("Qui doit répondre à quels appels ?"));
    CHECK_FALSE(driver.items().shows("Who should answer"));
}

TEST_CASE("text keeps a contrast of 4.5 : 1 on every ground it stands on, light and dark")
{
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const Palette& look = palette_of(theme);
        for (const Colour ground : {look.ground, look.card, look.raised, look.hovered, look.tooltip}) {
            CHECK(contrast(look.text, ground) >= 4.5);
            CHECK(contrast(look.muted, ground) >= 4.5);
        }
        for (const Colour ground : {look.ground, look.card, look.raised})
            for (const Colour words : {look.accent, look.good, look.bad, look.warning})
                CHECK(contrast(words, ground) >= 4.5);
        CHECK(contrast(look.on_accent, look.accent) >= 4.5);
    }
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0)); // WCAG's own example
}

TEST_CASE("no two commands share a shortcut")
{
    Driver driver;
    driver.open("minimal");
    const auto all = commands(driver.bench());
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            INFO(all[i].words, " and ", all[j].words);
            CHECK((all[i].shortcut.key == 0 || all[i].shortcut != all[j].shortcut));
        }
}
