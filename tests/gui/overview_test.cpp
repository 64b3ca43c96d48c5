#include "tests/gui/driver.h"

#include <doctest/doctest.h>

#include <string>

using namespace switchroom;
using namespace switchroom::gui;
using switchroom::gui::test::Driver;

TEST_CASE("fewer people at noon: tiles follow, say the change, and the way back is one click")
{
    Driver driver;
    driver.open("daytime-overflow");
    driver.show(Screen::overview);
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("Of 100 calls"));
    CHECK(driver.items().shows("Service level"));
    CHECK(driver.items().shows("What limits the service"));
    CHECK_FALSE(driver.items().shows("since you opened it"));
    const double before = driver.bench().overview.picture()->tiles.front().mean;
    driver.drag_slider("agents at noon", 0.0);
    REQUIRE(driver.settle());
    INFO(switchroom::gui::test::described(driver.items()));
    CHECK(driver.items().shows("since you opened it"));
    CHECK(driver.bench().overview.picture()->tiles.front().mean != before);
    driver.click("Back to how it was opened");
    REQUIRE(driver.settle());
    CHECK(driver.bench().overview.picture()->tiles.front().mean == before);
    CHECK_FALSE(driver.items().shows("since you opened it"));
}

TEST_CASE("a day shows who is needed, the week of any figure, and one time in words")
{
    Driver driver;
    driver.open("voicemail-only");
    driver.show(Screen::day);
    REQUIRE(driver.settle());
    CHECK(driver.items().shows("People needed and people on the roster"));
    CHECK(driver.items().shows("could be answered"));
    const DayView& day = driver.bench().day;
    REQUIRE(day.snapshot() != nullptr);
    CHECK_FALSE(day.needs().empty());
    driver.bench().day.choose_weekday(2);
    REQUIRE(driver.settle());
    driver.frame(2);
    CHECK(driver.items().shows("Calls on Wednesday"));
    CHECK(day.needs().front().weekday == 2);
    const auto cell = [&](const char* label) {
        const Item* found = driver.items().find(ItemKind::cell, label);
        REQUIRE_MESSAGE(found != nullptr, label);
        return *found;
    };
    const std::string told = "Wednesday " + day.snapshot()->grid.time(day.slot());
    CHECK(cell(told.c_str()).value.ends_with("%"));
    const Rect chosen = cell(told.c_str()).rect; // the cell to its right, a day later
    driver.click_at({chosen.centre().x + chosen.width(), chosen.centre().y + chosen.height()});
    REQUIRE(driver.settle());
    CHECK(day.weekday() == 3);
    const std::string next = "Thursday " + day.snapshot()->grid.time(day.slot());
    CHECK(next > "Thursday " + told.substr(10));
    CHECK(cell(next.c_str()).rect.min.x > chosen.min.x);
    CHECK(driver.items().shows(next + ": "));
    driver.bench().day.choose_weekday(2);
    driver.bench().day.choose_kpi(*find_kpi(KpiScope::contact, "abandoned"));
    driver.frame(2);
    CHECK(driver.items().shows("Abandoned"));
}
