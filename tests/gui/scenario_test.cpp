#include "sim/scenario/document.h"
#include "tests/gui/driver.h"

#include <doctest/doctest.h>

using namespace switchroom;
using namespace switchroom::gui;
using switchroom::gui::test::described;
using switchroom::gui::test::Driver;

namespace {

/// Mean talk of the contact of this name, in seconds.
double talk_s(Driver& driver, const std::string& name)
{
    for (const Contact& contact : driver.bench().desk.shown().document()->scenario.contacts)
        if (contact.name == name && contact.talk)
            return contact.talk->at(ClockTime{0}).mean->seconds;
    return -1.0;
}

} // namespace

TEST_CASE("a mean talk time that is typed stands in the scenario, and undo takes it back")
{
    Driver driver;
    driver.open("daytime-overflow");
    driver.show(Screen::scenario);
    driver.frame();
    driver.click(ItemKind::choice, "appointments");
    driver.frame();
    INFO(described(driver.items()));
    REQUIRE(driver.find("Talk, mean"));
    CHECK(driver.find("Talk, mean")->value == "2 min 20 s");
    driver.fill_in("Talk, mean", "3 min 10 s");
    driver.frame(2);
    CHECK(talk_s(driver, "appointments") == 190.0);
    CHECK(talk_s(driver, "questions") == 180.0);
    driver.bench().undo();
    driver.frame(2);
    CHECK(talk_s(driver, "appointments") == 140.0);
    CHECK(driver.find("Talk, mean")->value == "2 min 20 s");
}

TEST_CASE("a time that cannot be read keeps its field, says why beneath it, and changes nothing")
{
    Driver driver;
    driver.open("daytime-overflow");
    driver.show(Screen::scenario);
    driver.frame();
    driver.click(ItemKind::choice, "appointments");
    driver.frame();
    driver.fill_in("Talk, mean", "soon");
    driver.frame(2);
    CHECK(driver.find("Talk, mean")->value == "soon");
    CHECK(driver.items().shows("Write a duration"));
    CHECK_FALSE(driver.bench().desk.shown().can_undo());
}

TEST_CASE("a step of the drawing is chosen by a click and changed in its fields")
{
    Driver driver;
    driver.open("voicemail-only");
    driver.show(Screen::scenario);
    driver.frame();
    auto& view = driver.bench().scenario_view;
    for (std::size_t i = 0; i < view.parts().size(); ++i)
        if (view.parts()[i].path == "routes[0]")
            view.choose(i);
    driver.frame(2);
    driver.click(ItemKind::button, "Offer to");
    driver.frame(2);
    INFO(described(driver.items()));
    REQUIRE(driver.find("For, then the next step"));
    driver.fill_in("For, then the next step", "45 s");
    driver.frame(2);
    const Route& route = driver.bench().desk.shown().document()->scenario.routes[0];
    CHECK(std::get<OfferStep>(route.open[0]).for_->seconds == 45.0);
    CHECK(driver.bench().desk.shown().problems().empty());
}

TEST_CASE("a contract is added from the list of parts and removed at the end of its form")
{
    Driver driver;
    driver.open("minimal");
    driver.show(Screen::scenario);
    driver.frame();
    driver.click("Add a contract");
    driver.frame(2);
    CHECK(driver.bench().desk.shown().document()->scenario.contracts.size() == 1);
    CHECK(driver.items().shows("new vendor"));
    driver.click("Remove this contract");
    driver.frame(2);
    INFO(driver.bench().scenario_view.complaint());
    CHECK(driver.bench().desk.shown().document()->scenario.contracts.empty());
}

TEST_CASE("what is typed into the text page is taken by Ctrl and Enter, in one step of undo")
{
    Driver driver;
    driver.open("minimal");
    driver.show(Screen::scenario);
    auto& view = driver.bench().scenario_view;
    driver.frame();
    view.choose(view.parts().size() - 1);
    driver.frame(2);
    const std::string before = driver.bench().desk.shown().text();
    const Item* area = driver.find("Text");
    for (const Item& item : driver.items().all())
        if (item.kind == ItemKind::input && item.label == "Text")
            area = &item;
    REQUIRE(area);
    driver.click_at({area->rect.min.x + 8.0F, area->rect.min.y + 6.0F});
    driver.frame(2);
    driver.type("# mine ");
    driver.frame(2);
    CHECK(driver.bench().desk.shown().text() == before);
    driver.press(257, true); // Enter
    driver.frame(2);
    CHECK(driver.bench().desk.shown().text() != before);
    CHECK(driver.bench().desk.shown().text().find("# mine ") < 80);
    driver.bench().undo();
    driver.frame(2);
    CHECK(driver.bench().desk.shown().text() == before);
}
