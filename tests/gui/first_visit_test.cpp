// What a new user tries first, from the welcome to a written report.

#include "planner/contract/economics.h"
#include "tests/gui/driver.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;
using switchroom::gui::test::Driver;

namespace {

const ScenarioLever& noon_lever(Driver& driver)
{
    for (const ScenarioLever& lever : driver.bench().overview.levers())
        if (lever.label == "agents at noon")
            return lever;
    FAIL("there is no lever \"agents at noon\"");
    std::abort();
}

void drag_noon_to(Driver& driver, int people)
{
    const ScenarioLever& lever = noon_lever(driver);
    driver.drag_slider("agents at noon", (people - lever.least) / (lever.most - lever.least));
    REQUIRE(noon_lever(driver).value == people);
    REQUIRE(driver.settle());
}

/// What the practice pays its own people, a month.
double wages(Driver& driver)
{
    const auto results = driver.bench().desk.results();
    REQUIRE(results->finished);
    return economics(results->result, results->loaded->document.scenario, {}).without_lost.mean;
}

KpiTile tile(Driver& driver, std::string_view name)
{
    for (const KpiTile& one : driver.bench().overview.picture()->tiles)
        if (one.name == name)
            return one;
    FAIL("no such tile");
    return {};
}

/// Falls, or does not rise beyond what the bands of both leave open.
void check_not_better(const KpiTile& fewer, const KpiTile& more)
{
    INFO(fewer.title << ": " << fewer.value << " with fewer, " << more.value << " with more people");
    CHECK(fewer.mean <= more.mean + (fewer.high - fewer.mean) + (more.high - more.mean));
}

/// One file was written, and it is a web page.
void check_report(Driver& driver)
{
    const auto written = driver.files().written();
    REQUIRE(written.size() == 1);
    const auto& [path, content] = *written.begin();
    CHECK(path.ends_with(".html"));
    std::string beginning = content.substr(0, 14);
    std::transform(beginning.begin(), beginning.end(), beginning.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    CHECK(beginning == "<!doctype html");
    CHECK(content.find("Daytime overflow to an answering service") != std::string::npos);
    CHECK(driver.items().shows("Written: "));
}

} // namespace

TEST_CASE("a first visit: fewer people at noon cost less and serve worse, and the report says so")
{
    Driver driver;
    driver.click("Daytime overflow to an answering service");
    REQUIRE(driver.settle());
    CHECK(driver.bench().screen() == Screen::overview);

    // Hours of a weekday in which the lever's two hours have anybody on the roster: 12:00–12:30, 13:30–14:00.
    const double person_h = 1.0 * 5 * (365.25 / 12 / 7);
    const double person_cost = person_h * 14.5 * (1.0 + 0.42);

    drag_noon_to(driver, 3);
    const double wages_of_3 = wages(driver);
    const KpiTile level_of_3 = tile(driver, "service_level");
    const KpiTile answered_by_3 = tile(driver, "answer_rate");
    CHECK(driver.items().shows("±"));
    CHECK(driver.items().shows("since you opened it"));

    drag_noon_to(driver, 2);
    CHECK_FALSE(driver.items().shows("since you opened it")); // as it was opened
    CHECK(wages_of_3 - wages(driver) == doctest::Approx(person_cost).epsilon(1e-9));
    check_not_better(tile(driver, "service_level"), level_of_3);
    check_not_better(tile(driver, "answer_rate"), answered_by_3);
    const KpiTile level_of_2 = tile(driver, "service_level");

    drag_noon_to(driver, 1);
    CHECK(wages_of_3 - wages(driver) == doctest::Approx(2 * person_cost).epsilon(1e-9));
    check_not_better(tile(driver, "service_level"), level_of_2);
    CHECK(tile(driver, "service_level").mean < level_of_3.mean); // two people fewer are felt
    CHECK(tile(driver, "service_level").high > tile(driver, "service_level").low);
    CHECK(driver.items().shows(tile(driver, "service_level").band));
    CHECK(driver.items().shows("since you opened it"));
    CHECK(driver.items().shows("was 2"));

    driver.click("Compare");
    REQUIRE(driver.settle());
    driver.click("As it was saved");
    REQUIRE(driver.settle());
    CHECK(driver.bench().desk.scenarios.size() == 2);
    CHECK(driver.items().shows("Daytime overflow to an answering service (as saved)"));

    driver.click("Report");
    REQUIRE(driver.settle());
    driver.click("Write the report");
    REQUIRE(driver.settle());
    check_report(driver);
}
