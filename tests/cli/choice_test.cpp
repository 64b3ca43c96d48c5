#include "tests/cli/program_run.h"
#include "tests/cli/report_files.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace switchroom;
using switchroom::test::ProgramRun;
using switchroom::test::run;

TEST_CASE("compare --best says how likely each scenario is the best, in text and in JSON")
{
    const ReportFolder folder;
    const std::vector<std::string> both{
        "compare", folder.path("desk.toml"), folder.path("more.toml"), "--best", "answer_rate", "--best",
        "cost"};
    const ProgramRun text = run(both);
    CHECK(text.status == 0);
    CHECK(text.out.find("Chance of being best by answer rate (more is better):") != std::string::npos);
    std::vector<std::string> as_json = both;
    as_json.emplace_back("--json");
    const auto best = nlohmann::json::parse(run(as_json).out)["best"];
    CHECK(best["answer_rate"]["One person more & 'more'"]["on_average"] == 1.0);
    CHECK(best["cost"].size() == 2);
}

TEST_CASE("compare --select chooses the better desk with few runs, the same on any number of threads")
{
    const ReportFolder folder;
    std::vector<std::string> arguments{"compare",
                                       folder.path("desk.toml"),
                                       folder.path("more.toml"),
                                       "--select",
                                       "answer_rate",
                                       "--indifference",
                                       "1%",
                                       "--json"};
    const ProgramRun one = run(arguments);
    REQUIRE(one.status == 0);
    const auto selection = nlohmann::json::parse(one.out)["selection"];
    CHECK(selection["decided"] == true);
    CHECK(selection["chosen"] == "One person more & 'more'");
    CHECK(selection["runs"] == 60);
    arguments.insert(arguments.end(), {"--threads", "3"});
    CHECK(run(arguments).out == one.out);
}

TEST_CASE("a selection's runs are those of the comparison: the same callers, the same numbers")
{
    const ReportFolder folder;
    const std::vector<std::string> files{folder.path("desk.toml"), folder.path("more.toml")};
    const ProgramRun selected = run({"compare", files[0], files[1], "--select", "abandonment_rate",
                                     "--indifference", "0.01%", "--replications", "75", "--json"});
    const ProgramRun compared = run({"compare", files[0], files[1], "--replications", "30", "--json"});
    REQUIRE(selected.status == 0);
    const auto candidates = nlohmann::json::parse(selected.out)["selection"]["scenarios"];
    const auto scenarios = nlohmann::json::parse(compared.out)["scenarios"];
    // The mean of rates is not the rate of sums, but with 30 like runs they are within a per cent of each
    // other.
    REQUIRE(candidates[0]["runs"] == 30);
    CHECK(candidates[0]["mean"].get<double>() ==
          doctest::Approx(scenarios[0]["total"]["abandonment_rate"]["mean"].get<double>()).epsilon(0.01));
}

TEST_CASE("what is wrong with --best and --select is said with what would be right")
{
    const ReportFolder folder;
    const std::vector<std::string> files{folder.path("desk.toml"), folder.path("more.toml")};
    const ProgramRun best = run({"compare", files[0], files[1], "--best", "offered"});
    CHECK(best.status == 2);
    CHECK(best.err.find("answer_rate") != std::string::npos);
    CHECK(run({"compare", files[0], files[1], "--select", "answer_rate"}).status == 2);
    CHECK(run({"compare", files[0], files[1], "--indifference", "1%"}).status == 2);
    CHECK(run({"compare", files[0], files[1], "--select", "cost", "--indifference", "100", "--error", "60%"})
              .status == 2);
    CHECK(run({"compare", files[0], files[1], "--select", "cost", "--indifference", "100", "--precision",
               "asa_s=1s"})
              .status == 2);
}
