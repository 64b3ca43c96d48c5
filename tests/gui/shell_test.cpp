#include "tests/gui/driver.h"

#include "gui/view_models/commands.h"
#include "gui/widgets/palette.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>

using namespace switchroom::gui;
using switchroom::gui::test::Driver;

namespace {

/// A folder that is gone with the test.
struct TemporaryFolder {
    TemporaryFolder()
        : path((std::filesystem::temp_directory_path() /
                ("switchroom-window-" + std::to_string(std::random_device{}())))
                   .string())
    {
        std::filesystem::create_directories(path);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    std::string path;
};

} // namespace

TEST_CASE("work that was not saved when the program ended is offered at the next start, and comes back")
{
    const TemporaryFolder folder;
    std::string unsaved;
    {
        Driver driver;
        driver.bench().memory.emplace(driver.bench().desk, folder.path, folder.path);
        driver.open("minimal");
        REQUIRE(driver.bench().desk.shown().set("run.seed", "77").empty());
        unsaved = driver.bench().desk.shown().text();
        driver.frame();
    } // ends without a goodbye
    Driver driver;
    driver.bench().memory.emplace(driver.bench().desk, folder.path, folder.path);
    driver.frame();
    CHECK(driver.items().shows("Unsaved work was found"));
    driver.click("Take back");
    REQUIRE_FALSE(driver.bench().desk.empty());
    CHECK(driver.bench().desk.shown().text() == unsaved);
    CHECK(driver.bench().desk.shown().has_unsaved_changes());
    driver.bench().memory->close();
}

TEST_CASE("a reception of the library is never written over: saving asks where")
{
    Driver driver;
    driver.open("minimal");
    REQUIRE(driver.bench().desk.shown().set("run.seed", "77").empty());
    driver.press('S', true);
    driver.frame();
    CHECK(driver.files().written().empty());
    CHECK(driver.items().shows("Save here"));
}

TEST_CASE("settings come back at the next start")
{
    const TemporaryFolder folder;
    {
        Driver driver;
        driver.bench().memory.emplace(driver.bench().desk, folder.path, folder.path);
        driver.click("Français");
        driver.press('D', true);
        driver.bench().memory->close();
        CHECK(driver.files().written().contains(folder.path + "/settings.json"));
        std::ofstream(folder.path + "/settings.json")
            << driver.files().written().at(folder.path + "/settings.json");
    }
    Driver driver;
    driver.bench().memory.emplace(driver.bench().desk, folder.path, folder.path);
    CHECK(driver.bench().desk.settings.language == Language::french);
    CHECK(driver.bench().desk.settings.theme == Theme::dark);
}

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
