#include "tests/gui/driver.h"

#include <doctest/doctest.h>

using namespace switchroom::gui;
using switchroom::gui::test::Driver;

TEST_CASE("the Live screen shows the worst moment, plays, and goes where one points on the day")
{
    Driver driver;
    driver.open("voicemail-only");
    driver.show(Screen::live);
    REQUIRE(driver.settle());
    LiveView& view = driver.bench().live;
    REQUIRE(view.show() != nullptr);
    CHECK(driver.items().shows("Waiting: "));
    CHECK(driver.items().shows("Front desk"));
    const Item* answered = driver.items().find(ItemKind::cell, "Answered");
    REQUIRE(answered != nullptr);
    CHECK(answered->value == show_number(static_cast<double>(view.state().today.answered), 0, {}));

    const double worst_s = view.now_s();
    driver.click("Play");
    driver.frame(5);
    CHECK(view.now_s() > worst_s);
    driver.click("Pause");
    const double paused_s = view.now_s();
    driver.frame(5);
    CHECK(view.now_s() == paused_s);

    const Rect timeline = driver.find("Waiting through the day")->rect;
    driver.drag({timeline.min.x + 10, timeline.centre().y}, timeline.centre());
    const LiveDayOutline& day = view.outline();
    CHECK(view.now_s() == doctest::Approx(0.5 * (day.from_s + day.to_s)).epsilon(0.01));
    driver.click("Worst of all days");
    CHECK(view.now_s() == worst_s);
    CHECK(switchroom::gui::test::colours_in(driver.picture(), timeline) > 4);
}

TEST_CASE("on the Live screen a day and a run can be chosen, in French too")
{
    Driver driver;
    driver.open("daytime-overflow");
    driver.show(Screen::live);
    REQUIRE(driver.settle());
    LiveView& view = driver.bench().live;
    const auto before = view.show()->recording.replication;
    view.choose_replication(1);
    view.choose_day(2);
    REQUIRE(driver.settle());
    CHECK(before == 0);
    CHECK(view.show()->recording.replication == 1);
    CHECK(view.day() == 2);
    driver.click("Français");
    driver.frame(2);
    CHECK(driver.items().shows("Ce qui vient de se passer"));
}
