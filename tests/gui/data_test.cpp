#include "tests/gui/driver.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace switchroom::gui;
using switchroom::gui::test::Driver;

namespace {

/// A log of four calls in a folder of its own.
struct LogFolder {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "switchroom-data-test";
    std::string path = (folder / "desk.csv").string();
    LogFolder()
    {
        std::filesystem::create_directories(folder);
        std::ofstream(path) << "queue,arrived_at,wait_s,talk_s,outcome,caller,agent\n"
                               "appointments,2026-01-05T08:00:00+01:00,0,180,answered,0000000001,agent-z\n"
                               "appointments,2026-01-05T08:10:00+01:00,30,120,answered,0000000002,agent-z\n"
                               "appointments,2026-01-05T08:40:00+01:00,3,,abandoned,0000000003,\n"
                               "appointments,not a time,10,60,answered,0000000005,agent-a\n";
    }
    ~LogFolder() { std::filesystem::remove_all(folder); }
    LogFolder(const LogFolder&) = delete;
    LogFolder& operator=(const LogFolder&) = delete;
};

} // namespace

TEST_CASE("the Data screen reads a log, says how well, and lets its callers come again")
{
    const LogFolder log;
    Driver driver;
    driver.show(Screen::data);
    driver.frame(2);
    CHECK(driver.items().shows("Nothing leaves this machine"));
    driver.fill_in("Call log", log.path);
    driver.frame(2);
    driver.click("Read it");
    REQUIRE(driver.settle());
    driver.frame(2);
    CHECK(driver.items().shows("3 calls, 2026-01-05 to 2026-01-05"));
    CHECK(driver.items().shows("when the call arrived is missing or cannot be read"));
    CHECK(driver.items().shows("66.7 %")); // 2 of 3 answered
    for (const char* identity : {"000000000", "agent-z", "agent-a"})
        CHECK_FALSE(driver.items().shows(identity));
    driver.click("Let these callers come again");
    driver.frame(2);
    REQUIRE(driver.bench().desk.scenarios.size() == 1);
    CHECK(driver.bench().screen() == Screen::scenario);
    CHECK(driver.bench().desk.shown().document() != nullptr);
}

TEST_CASE("a file that is no call log is refused in words, and the form stays")
{
    Driver driver;
    driver.bench().open(std::string(SWITCHROOM_SOURCE_DIR) + "/README.md");
    driver.frame(2);
    REQUIRE(driver.settle());
    driver.frame(2);
    CHECK(driver.bench().screen() == Screen::data);
    CHECK(driver.items().shows("The log could not be read"));
    CHECK(driver.find("Read it") != nullptr);
}
