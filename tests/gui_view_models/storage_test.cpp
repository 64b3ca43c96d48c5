#include "gui/view_models/storage.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

Settings some_settings()
{
    Settings settings;
    settings.language = Language::french;
    settings.theme = Theme::dark;
    settings.text_size = 1.25;
    settings.recent_files = {"/home/a/Mon cabinet « été ».toml", "/tmp/\"b\".toml"};
    settings.last_screen = "promise";
    settings.width = 1920;
    settings.height = 1080;
    settings.welcome_seen = true;
    return settings;
}

} // namespace

TEST_CASE("settings come back as they were stored")
{
    MemoryFileSystem files;
    const Settings stored = some_settings();
    CHECK(store_settings(files, "settings.json", stored).empty());
    const Settings back = load_settings(files, "settings.json");
    CHECK(back.language == stored.language);
    CHECK(back.theme == stored.theme);
    CHECK(back.text_size == stored.text_size);
    CHECK(back.recent_files == stored.recent_files);
    CHECK(back.last_screen == stored.last_screen);
    CHECK(back.width == 1920);
    CHECK(back.height == 1080);
    CHECK(back.welcome_seen);
}

TEST_CASE("settings that are missing, damaged or of another version are the defaults")
{
    MemoryFileSystem files;
    CHECK(load_settings(files, "none.json").width == Settings{}.width);
    for (const char* text :
         {"", "{", "[]", "null", "17", "\"x\"", "{\"version\": 99, \"theme\": \"dark\"}",
          "{\"theme\": \"dark\"}", "\xff\xfe",
          "{\"version\": 1, \"theme\": 7, \"width\": \"wide\", \"recent_files\": {}, \"text_size\": null}"}) {
        CAPTURE(text);
        const Settings settings = settings_from(text);
        CHECK(settings.theme == Theme::light);
        CHECK(settings.width == 1280);
        CHECK(settings.recent_files.empty());
    }
    const Settings odd =
        settings_from("{\"version\": 1, \"text_size\": 1e300, \"width\": -5, \"height\": 1e99, "
                      "\"recent_files\": [1, \"a\", null], \"theme\": \"dark\"}");
    CHECK(odd.theme == Theme::dark);
    CHECK(odd.text_size == 2.0);
    CHECK(odd.width == 1280);
    CHECK(odd.height == 800);
    CHECK(odd.recent_files == std::vector<std::string>{"a"});
}

TEST_CASE("no change of a byte in the settings' file makes reading it fall over")
{
    std::mt19937 random(7);
    const std::string text = settings_text(some_settings());
    for (int i = 0; i < 3000; ++i) {
        std::string changed = text;
        changed[random() % changed.size()] = static_cast<char>(random());
        if (random() % 4 == 0)
            changed.resize(random() % changed.size());
        const Settings settings = settings_from(changed);
        CHECK(settings.text_size >= 0.8);
        CHECK(settings.text_size <= 2.0);
        CHECK(settings.width >= 200);
    }
}

TEST_CASE("recent files are listed once, the newest first, ten at most, and no library files")
{
    Settings settings;
    for (int i = 0; i < 12; ++i)
        note_recent_file(settings, "/home/a/" + std::to_string(i) + ".toml");
    note_recent_file(settings, "/home/a/b/../5.toml");
    note_recent_file(settings, SWITCHROOM_SOURCE_DIR "/scenarios/minimal.toml");
    REQUIRE(settings.recent_files.size() == 10);
    CHECK(settings.recent_files[0] == "/home/a/5.toml");
    CHECK(settings.recent_files[1] == "/home/a/11.toml");
    CHECK(settings.recent_files[9] == "/home/a/2.toml");
}

TEST_CASE("folders follow the XDG variables and fall back to the home")
{
    ::setenv("XDG_CONFIG_HOME", "/x/config", 1);
    ::setenv("XDG_STATE_HOME", "relative is not allowed", 1);
    ::setenv("HOME", "/home/a", 1);
    CHECK(config_folder() == "/x/config/switchroom");
    CHECK(state_folder() == "/home/a/.local/state/switchroom");
    CHECK(documents_folder() == "/home/a");
}
