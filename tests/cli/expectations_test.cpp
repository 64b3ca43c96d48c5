/// [[expect]] from the file to the page and the JSON document.

#include "tests/cli/program_run.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace switchroom;
using switchroom::test::has;
using switchroom::test::ProgramRun;
using switchroom::test::run;

namespace {

/// A folder that lives as long as the test.
class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "switchroom-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string file(const std::string& name, const std::string& content) const
    {
        const std::string path = (path_ / name).string();
        std::ofstream(path) << content;
        return path;
    }

private:
    std::filesystem::path path_;
};

/// Two days of 08:00–12:00; nobody answers before 09:00, and then there are always enough.
std::string practice(int from_nine, const std::string& expectations)
{
    return "format = 1\nname = \"practice\"\n[time]\nstart = 2026-03-02\ndays = 2\n"
           "[hours]\nweekdays = \"08:00-12:00\"\n"
           "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 40\n"
           "talk = { family = \"exponential\", mean = \"3min\" }\n"
           "patience = { family = \"exponential\", mean = \"1min\" }\n"
           "[[groups]]\nname = \"desk\"\nagents = { weekdays = [[\"08:00\", 1], [\"09:00\", " +
           std::to_string(from_nine) + "], [\"12:00\", 0]] }\nskills = [{ contact = \"calls\" }]\n" +
           expectations;
}

nlohmann::json expectations_of(const std::string& path, std::vector<std::string> more = {})
{
    std::vector<std::string> arguments{"simulate", path, "--json", "--quiet", "--replications", "40"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProgramRun result = run(arguments);
    REQUIRE_MESSAGE(result.status == 0, result.err);
    return nlohmann::json::parse(result.out)["expectations"];
}

} // namespace

TEST_CASE("each expectation of a file comes with its figure, its verdict and who says so")
{
    const Folder folder;
    const std::string path = folder.file("a.toml", practice(30, R"(
[[expect]]
kpi = "answer_rate"
contact = "calls"
hours = { weekdays = "09:15-12:00" }
at_least = 0.99
origin = "thirty people for two people's work"
[[expect]]
kpi = "answer_rate"
hours = { weekdays = "08:00-09:00" }
at_least = 0.9
[[expect]]
kpi = "occupancy"
group = "desk"
at_most = 0.5
)"));
    const ProgramRun text = run({"simulate", path, "--replications", "40"});
    CHECK(text.status == 0); // not met is information
    CHECK(has(text.out, "What this file is said to show"));
    CHECK(has(text.out, "thirty people for two people's work"));
    const nlohmann::json all = expectations_of(path, {"--kpis", "asa_s"});
    REQUIRE(all.size() == 3);
    CHECK(all[0]["met"] == true);
    CHECK(all[1]["met"] == false); // one agent for 40 calls an hour of 3 minutes: two people's work
    CHECK(all[1]["value"].get<double>() < 0.6);
    CHECK(all[2]["met"] == true);
    CHECK(all[0]["origin"] == "thirty people for two people's work");
    CHECK(all[0]["contact"] == "calls");
}

TEST_CASE("the value that a share of the hours keeps is that of --by hour")
{
    const Folder folder;
    const std::string path = folder.file(
        "a.toml",
        practice(3, "[[expect]]\nkpi = \"attempts\"\nby = \"hour\"\nquantile = 0.8\nat_most = 1\n"));
    // One run: four open hours and twenty without a call, which count 0 calls; the best 80 % of 24 are 20
    // (as many of the worst are left out as go: four).
    const ProgramRun one = run({"simulate", path, "--json", "--replications", "1", "--by", "hour"});
    const nlohmann::json document = nlohmann::json::parse(one.out);
    std::vector<double> calls;
    for (const auto& row : document["rows"])
        calls.push_back(row["total"]["attempts"]["mean"].get<double>());
    std::sort(calls.rbegin(), calls.rend());
    REQUIRE(calls.size() == 24);
    CHECK(document["expectations"][0]["value"].get<double>() == calls[4]);
    CHECK(document["expectations"][0]["met"].is_null()); // a single run has no interval
}

TEST_CASE("a change is measured against another scenario on the same callers")
{
    const Folder folder;
    folder.file("other.toml", practice(1, ""));
    const std::string path = folder.file("a.toml", practice(3, R"(
[[expect]]
kpi = "answered"
versus = "other.toml"
change_at_least = 0.2
[[expect]]
kpi = "abandonment_rate"
versus = "other.toml"
change_at_most = -0.1
[[expect]]
kpi = "needs"
versus = "other.toml"
change_at_least = 0
change_at_most = 0
)"));
    const nlohmann::json all = expectations_of(path);
    CHECK(all[0]["met"] == true);
    CHECK(all[1]["met"] == true);
    CHECK(all[1]["value"].get<double>() < -0.1);
    CHECK(all[2]["value"].get<double>() == 0.0); // the same callers
    CHECK(all[2]["half_width_95"].get<double>() == 0.0);
    CHECK(all[2]["met"] == true);
}

TEST_CASE("a change against a file that is not there, or lacks the name, or has other days, is named")
{
    const Folder folder;
    const auto against = [&](const std::string& other) {
        return run(
            {"simulate",
             folder.file("a.toml", practice(3, "[[expect]]\nkpi = \"occupancy\"\ngroup = \"desk\"\nversus "
                                               "= \"" +
                                                   other + "\"\nchange_at_most = 0\n"))});
    };
    const ProgramRun missing = against("nowhere.toml");
    CHECK(missing.status == 2);
    CHECK(has(missing.err, "a.toml:20:10: error: found no file"));
    std::string renamed = practice(3, "");
    renamed.replace(renamed.find("\"desk\""), 6, "\"team\"");
    folder.file("renamed.toml", renamed);
    CHECK(has(against("renamed.toml").err, "renamed.toml has no figures of \"desk\""));
    std::string longer = practice(3, "");
    longer.replace(longer.find("days = 2"), 8, "days = 3");
    folder.file("longer.toml", longer);
    CHECK(has(against("longer.toml").err, "the same callers need the same days"));
    CHECK(against("../outside.toml").status == 2);
}
