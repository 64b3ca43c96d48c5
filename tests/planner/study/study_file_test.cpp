#include "planner/study/point_scenario.h"
#include "planner/study/study_file.h"

#include <doctest/doctest.h>

#include <string>

using namespace switchroom;

namespace {

constexpr const char* base = R"(format = 1
name = "Desk"
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 20
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "2min" }
[[groups]]
name = "front desk"
agents = 2
[[routes]]
contact = "calls"
open = [ { offer = ["front desk"] } ]
)";

MemoryFileSystem files_with(const std::string& study)
{
    MemoryFileSystem files;
    files.files["base.toml"] = base;
    files.files["study.toml"] = "format = 1\nname = \"s\"\nbase = \"base.toml\"\n" + study;
    return files;
}

} // namespace

TEST_CASE("a point's scenario is the base with its values and its change, and nothing else")
{
    const auto files = files_with(R"(
[[axes]]
name = "desk"
path = "groups[front desk].agents"
list = [2, 5]
[[changes]]
name = "patient callers"
set = { "contacts[calls].patience.mean" = "10min" }
)");
    const auto study = read_study(files, "study.toml");
    REQUIRE_MESSAGE(study.ok(), (study.ok() ? "" : to_text(study.errors().front())));
    const auto points = plan_points(study->study);
    REQUIRE(points.size() == 4);
    const auto made = scenario_of(files, *study, points[3]);
    REQUIRE(made.ok());
    Scenario expected = study->base.scenario;
    expected.groups[0].agents->constant = 5;
    expected.contacts[0].patience->steps[0].value.mean = minutes(10);
    CHECK(made->document.scenario == expected);
    CHECK(name_of(study->study, points[3]) == "desk = 5, patient callers");
    CHECK(scenario_of(files, *study, points[0])->document.scenario == study->base.scenario);
}

TEST_CASE("every mistake of a study is named at its place, all at once")
{
    const auto files = files_with(R"(kpis = ["answer_rate", "anser_rate"]
filters = ["desk < 3", "dsk < 3"]
[[axes]]
name = "desk"
path = "groups[front dsk].agents"
list = [2, 5]
[[axes]]
name = "volume"
lever = "volum"
range = { from = 2, to = 1 }
)");
    const auto study = read_study(files, "study.toml");
    REQUIRE_FALSE(study.ok());
    std::string all;
    for (const Diagnostic& error : study.errors())
        all += to_text(error) + "\n";
    INFO(all);
    CHECK(all.find("study.toml:4:") != std::string::npos);
    CHECK(all.find("anser_rate") != std::string::npos);
    CHECK(all.find("no axis \"dsk\", did you mean \"desk\"?") != std::string::npos);
    CHECK(all.find("found no \"front dsk\" in groups, did you mean \"front desk\"?") != std::string::npos);
    CHECK(all.find("found the lever \"volum\"") != std::string::npos);
    CHECK(all.find("found a range from 2 to 1, expected rising") != std::string::npos);
    CHECK(all.find("in a grid a range needs step or count") != std::string::npos);
}

TEST_CASE("a value that the scenario cannot take is told with its point")
{
    const auto files = files_with(R"(
[[axes]]
name = "desk"
path = "groups[front desk].agents"
list = [2, -1]
)");
    const auto study = read_study(files, "study.toml");
    REQUIRE(study.ok());
    const auto made = scenario_of(files, *study, plan_points(study->study)[1]);
    REQUIRE_FALSE(made.ok());
    CHECK(made.errors().front().message.find("point 1 (desk = -1)") != std::string::npos);
}
