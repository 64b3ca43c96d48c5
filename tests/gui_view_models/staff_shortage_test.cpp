#include "gui/view_models/overview_view.h"
#include "gui/view_models/staff_shortage.h"
#include "tests/gui_view_models/desk_fixture.h"

#include <doctest/doctest.h>

#include <memory>

using namespace switchroom;
using namespace switchroom::gui;
using namespace switchroom::gui::test;

namespace {

constexpr RunFeedOptions few{.replications = 4, .threads = 1, .data_dir = {}};

std::shared_ptr<const RunSnapshot> results_of(Desk& desk)
{
    OverviewView view({});
    REQUIRE(settle(view, desk));
    return desk.results();
}

} // namespace

TEST_CASE("two people for three erlangs are too few in all ten hours of five days")
{
    // 60 calls an hour of 3 minutes are 3 erlangs. For 80 % within 30 s Erlang C asks for 5 people (83 %);
    // callers who hang up relieve the desk, but nobody keeps four in five with fewer people than erlangs.
    DiskFileSystem disk;
    Desk desk(disk, few, {});
    put(desk, small_clinic("short", 2, 60.0), "short.toml");
    const auto results = results_of(desk);
    const auto shortage = staff_shortage(*results);
    REQUIRE(shortage.has_value());
    CHECK(shortage->group == "desk");
    CHECK(shortage->needed >= 3.0);
    CHECK(shortage->needed <= 5.0);
    CHECK(shortage->scheduled == doctest::Approx(2.0));
    CHECK(shortage->call_hours == doctest::Approx(50.0));
    CHECK(shortage->short_hours > 40.0);
    CHECK(shortage->short_hours <= 50.0);
    CHECK(shortage->row / results->grid.slots() < 5); // a weekday
}

TEST_CASE("six people for three erlangs are never too few")
{
    DiskFileSystem disk;
    Desk desk(disk, few, {});
    put(desk, small_clinic("enough", 6, 60.0), "enough.toml");
    CHECK_FALSE(staff_shortage(*results_of(desk)).has_value());
}

TEST_CASE("the overview names the shortage once results are final, and compares costs with the baseline")
{
    DiskFileSystem disk;
    Desk desk(disk, few, {});
    put(desk, small_clinic("three", 3, 60.0), "three.toml");
    put(desk, small_clinic("two", 2, 60.0), "two.toml");
    desk.active = 1;
    desk.baseline = 0;
    OverviewView view({});
    REQUIRE(settle(view, desk));
    REQUIRE(view.picture() != nullptr);
    const LimitLine& last = view.picture()->limits.back();
    CHECK(last.cause == "Roster");
    CHECK(last.words.find("desk needs") != std::string::npos);
    CHECK(last.words.find("the roster has 2.") != std::string::npos);
    for (const KpiTile& tile : view.picture()->tiles)
        if (tile.name == "cost") {
            // one person fewer: 10 h × 5 days × 20 € × 4.348 weeks a month = 4 348 €
            CHECK(tile.change.find("348") != std::string::npos);
            CHECK(tile.change_help.find("against three") != std::string::npos);
            CHECK(tile.tone == Tone::better);
        }
}
