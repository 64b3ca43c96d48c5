#include "sim/scenario/read.h"

#include <doctest/doctest.h>

using namespace switchroom;

TEST_CASE("the shortest useful file reads with its values and its defaults")
{
    const auto document = read_scenario(DiskFileSystem(), SWITCHROOM_SOURCE_DIR "/scenarios/minimal.toml");
    REQUIRE(document.ok());
    const Scenario& scenario = document->scenario;
    REQUIRE(scenario.contacts.size() == 1);
    const Contact& calls = scenario.contacts[0];
    CHECK(calls.name == "calls");
    CHECK(calls.priority == 3);
    CHECK(calls.talk->steps[0].value.family == Family::lognormal);
    CHECK(calls.talk->steps[0].value.mean == seconds(150));
    const auto& weekdays = calls.arrivals->profile->per_hour[DayKey::weekdays];
    REQUIRE(weekdays->size() == 3);
    CHECK((*weekdays)[1].from == ClockTime{12 * 3600});
    CHECK((*weekdays)[1].value == 12.0);
    CHECK(scenario.groups[0].agents->constant == 2);
    CHECK(scenario.run.replications == 200);
    CHECK_FALSE(scenario.groups[0].skills.has_value());
}
