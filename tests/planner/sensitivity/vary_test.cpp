#include "planner/sensitivity/vary.h"

#include "sim/base/file_system.h"
#include "sim/scenario/read.h"
#include "sim/scenario/typical_week.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

Scenario scenario()
{
    MemoryFileSystem files;
    files.files["s.toml"] = R"(format = 1
name = "s"
[[profiles]]
name = "curve"
weekdays = [["08:00", 40], ["18:00", 0]]
[[contacts]]
name = "a"
arrivals = { share_of = { profile = "curve", share = 0.5 }, day_factor = { mon = 2.0 } }
talk = [["00:00", { family = "lognormal", mean = "2min", cv = 0.8 }], ["12:00", { family = "uniform", low = "1min", high = "3min" }]]
wrap_up = "30s"
patience = { family = "hazard", hazard_per_minute = [["0s", 0.5], ["30s", 0.1]] }
[[contacts]]
name = "b"
arrivals.rate_per_hour = 6
handle = { family = "mixture", weights = [1, 3], parts = [{ family = "exponential", mean = "1min" }, { family = "constant", mean = "5min", shift = "10s" }] }
[[groups]]
name = "desk"
agents = 2
skills = [{ contact = "a", talk = { family = "exponential", mean = "90s" } }, { contact = "b" }]
shrinkage = { absence_day = 0.5, in_day = 0.1 }
)";
    auto document = read_scenario(files, "s.toml", {});
    for (const Diagnostic& error : document.errors())
        MESSAGE(to_text(error));
    REQUIRE(document);
    return document->scenario;
}

} // namespace

TEST_CASE("volume scales every day of every contact that has arrivals of its own, and nothing else")
{
    const Scenario base = scenario();
    const Varied more = varied(base, Lever::volume, 1.5);
    CHECK(more.changes);
    for (std::size_t c = 0; c < base.contacts.size(); ++c) {
        const auto before = contacts_per_day(base, base.contacts[c]);
        const auto after = contacts_per_day(more.scenario, more.scenario.contacts[c]);
        REQUIRE(before);
        REQUIRE(after);
        for (std::size_t day = 0; day < before->size(); ++day)
            CHECK((*after)[day] == doctest::Approx(1.5 * (*before)[day]));
    }
    CHECK((*contacts_per_day(more.scenario, more.scenario.contacts[0]))[0] ==
          doctest::Approx(600.0)); // Monday: 40 × 10 h / 2 × 2 × 1.5
    CHECK(more.scenario.groups == base.groups);
    CHECK(more.scenario.contacts[0].talk == base.contacts[0].talk);
}

TEST_CASE("handle time scales every law of contacts and groups, whatever its family")
{
    const Varied more = varied(scenario(), Lever::handle_time, 2.0);
    const Contact& a = more.scenario.contacts[0];
    CHECK(a.talk->steps[0].value.mean->seconds == 240.0);
    CHECK(*a.talk->steps[0].value.cv == 0.8);
    CHECK(a.talk->steps[1].value.low->seconds == 120.0);
    CHECK(a.talk->steps[1].value.high->seconds == 360.0);
    CHECK(a.wrap_up->steps[0].value.mean->seconds == 60.0);
    const DistributionSpec& mixture = more.scenario.contacts[1].handle->steps[0].value;
    CHECK(mixture.parts[0].mean->seconds == 120.0);
    CHECK(mixture.parts[1].shift.seconds == 20.0);
    CHECK(mixture.weights == std::vector<double>{1, 3});
    CHECK((*more.scenario.groups[0].skills)[0].talk->steps[0].value.mean->seconds == 180.0);
    CHECK(a.patience == scenario().contacts[0].patience);
}

TEST_CASE("patience scales a hazard in time: half the rate at twice the age")
{
    const Varied more = varied(scenario(), Lever::patience, 2.0);
    const std::vector<HazardPiece>& hazard = more.scenario.contacts[0].patience->steps[0].value.hazard;
    CHECK(hazard[0].per_minute == 0.25);
    CHECK(hazard[1].from.seconds == 60.0);
    CHECK(hazard[1].per_minute == 0.05);
}

TEST_CASE("shrinkage scales both parts and never takes everybody away")
{
    const Varied more = varied(scenario(), Lever::shrinkage, 3.0);
    CHECK(more.scenario.groups[0].shrinkage.absence_day.value == 0.95);
    CHECK(more.scenario.groups[0].shrinkage.in_day.value == doctest::Approx(0.3));
}

TEST_CASE("a forecast error scales in bias and spread, where the scenario states one")
{
    Scenario uncertain = scenario();
    uncertain.uncertainty = Uncertainty{};
    uncertain.uncertainty->forecast_error = ForecastError{.bias = 0.02, .cv = 0.06};
    const Varied more = varied(uncertain, Lever::forecast_error, 1.5);
    CHECK(more.changes);
    CHECK(more.scenario.uncertainty->forecast_error->bias == doctest::Approx(0.03));
    CHECK(more.scenario.uncertainty->forecast_error->cv == doctest::Approx(0.09));
}

TEST_CASE("what a scenario has nothing of does not change")
{
    Scenario plain = scenario();
    plain.uncertainty.reset();
    CHECK_FALSE(varied(plain, Lever::forecast_error, 1.1).changes);
    plain.groups[0].shrinkage = {};
    CHECK_FALSE(varied(plain, Lever::shrinkage, 1.1).changes);
    for (Contact& contact : plain.contacts)
        contact.patience.reset();
    CHECK_FALSE(varied(plain, Lever::patience, 1.1).changes);
}

TEST_CASE("recorded times are left as they are, and that is said")
{
    Scenario recorded = scenario();
    DistributionSpec law;
    law.family = Family::empirical;
    law.file = "times.csv";
    recorded.contacts[0].patience = TimeVarying<DistributionSpec>(law);
    const Varied more = varied(recorded, Lever::patience, 1.1);
    CHECK_FALSE(more.changes);
    REQUIRE(more.notes.size() == 1);
    CHECK(more.notes[0].find("patience of a") != std::string::npos);
}
