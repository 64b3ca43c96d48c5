#include "gui/view_models/storage.h"
#include "tests/gui/driver.h"

#include <doctest/doctest.h>

using namespace switchroom::gui;
using switchroom::gui::test::described;
using switchroom::gui::test::Driver;

TEST_CASE("beside the voicemail, one click compares the answering service with it")
{
    Driver driver(1280, 800, {.replications = 20, .threads = 0, .data_dir = {}});
    driver.open("voicemail-only");
    driver.show(Screen::compare);
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("What would you like to compare it with?"));
    driver.click("Daytime overflow to an answering service");
    REQUIRE(driver.settle());
    INFO(described(driver.items()));
    CHECK(driver.items().shows("Baseline, locked"));
    CHECK(driver.items().shows("answer rate +")); // the lead sentence
    CHECK(driver.items().shows("better"));
    CHECK(driver.bench().desk.scenarios.size() == 2);
    driver.click("Costs");
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("Secretariat Plus"));
    CHECK(driver.items().shows("Where the cost changes"));
    driver.click("Chance to be best");
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("100 %"));
    driver.click("Make it the baseline");
    REQUIRE(driver.settle());
    CHECK(driver.bench().desk.baseline == 1);
    CHECK(driver.items().shows("answer rate −"));
}

TEST_CASE("the sensitivity screen names the assumption that matters most")
{
    Driver driver(1280, 800, {.replications = 10, .threads = 0, .data_dir = {}});
    driver.open("minimal");
    driver.show(Screen::sensitivity);
    REQUIRE(driver.settle());
    INFO(described(driver.items()));
    // Calls k times as long are, on a clock that runs k times slower, k times as many calls of people who
    // are k times less patient: worse than k times as many calls.
    CHECK(driver.items().shows("Answer rate hangs most on this assumption: Handle time"));
    CHECK(driver.items().shows("10 % higher"));
}

TEST_CASE("the report screen shows what the report says and writes it as a whole page")
{
    Driver driver(1280, 800, {.replications = 10, .threads = 0, .data_dir = {}});
    driver.open("minimal");
    driver.show(Screen::report);
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("My practice"));
    driver.fill_in("Written to", "/tmp/switchroom-window-report.html");
    driver.click("Write the report");
    REQUIRE(driver.settle());
    INFO(described(driver.items()));
    CHECK(driver.items().shows("Written: /tmp/switchroom-window-report.html"));
    const auto written = driver.files().written();
    REQUIRE(written.contains("/tmp/switchroom-window-report.html"));
    CHECK(written.at("/tmp/switchroom-window-report.html").starts_with("<!DOCTYPE html>"));
    CHECK_FALSE(driver.items().find("Open it")); // nothing was given that could open it
    std::string opened;
    driver.bench().report.open_file = [&](const std::string& path) { opened = path; };
    driver.frame(2);
    driver.click("Open it");
    CHECK(opened == "/tmp/switchroom-window-report.html");
}

TEST_CASE("the report of a scenario of the library goes to one's own documents, never beside the library")
{
    Driver driver(1280, 800, {.replications = 10, .threads = 0, .data_dir = {}});
    driver.open("minimal");
    driver.show(Screen::report);
    driver.frame(2);
    const std::string& path = driver.bench().report.path;
    CHECK(path.starts_with(documents_folder() + "/"));
    CHECK(path.find("scenarios/") == std::string::npos);
    CHECK(path.ends_with("-report.html"));
}

TEST_CASE("both sides of a break-even are run more often on demand")
{
    Driver driver(1280, 800, {.replications = 10, .threads = 0, .data_dir = {}});
    driver.open("minimal");
    driver.show(Screen::compare);
    REQUIRE(driver.settle());
    driver.click("A copy of the shown scenario");
    REQUIRE(driver.settle());
    driver.click("Break-even");
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("60 runs at each volume"));
    driver.click("More precise");
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("240 runs at each volume"));
}
