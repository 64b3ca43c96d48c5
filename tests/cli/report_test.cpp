#include "tests/cli/program_run.h"
#include "tests/cli/report_files.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace switchroom;
using switchroom::test::ProgramRun;
using switchroom::test::run;

TEST_CASE("a report is the same bytes on any number of threads, and names neither host nor path nor date")
{
    const ReportFolder folder;
    const std::vector<std::string> files{folder.path("desk.toml"), folder.path("more.toml")};
    REQUIRE(run({"report", files[0], files[1], "-o", folder.path("a.html"), "--threads", "1"}).status == 0);
    REQUIRE(run({"report", files[0], files[1], "-o", folder.path("b.html"), "--threads", "3"}).status == 0);
    const std::string page = folder.read("a.html");
    CHECK(page.size() > 200000);
    CHECK(page == folder.read("b.html"));
    CHECK(page.find(std::filesystem::temp_directory_path().string() + "/") == std::string::npos);
    std::array<char, 256> host{};
    gethostname(host.data(), host.size() - 1);
    CHECK(page.find(host.data()) == std::string::npos);
}

TEST_CASE("every section of a report is there for two scenarios, and names of scenarios stay text")
{
    const ReportFolder folder;
    const ProgramRun done = run({"report", folder.path("desk.toml"), folder.path("more.toml")});
    REQUIRE(done.status == 0);
    for (const char* heading :
         {"In short", "Side by side", "When it hurts", "People needed, people there",
          "Good runs and bad runs", "What it costs", "For the quality review", "What callers must not meet",
          "Calls and teams one by one", "What was assumed"})
        CHECK_MESSAGE(done.out.find("<h2>" + std::string(heading)) != std::string::npos, heading);
    CHECK(done.out.find("<script>alert") == std::string::npos);
    CHECK(done.out.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(done.out.find("</script><b>") == std::string::npos);
}

TEST_CASE("what a report says of a scenario is what simulate says of it")
{
    const ReportFolder folder;
    const ProgramRun report = run({"report", folder.path("desk.toml"), "--json"});
    const ProgramRun simulate = run({"simulate", folder.path("desk.toml"), "--json"});
    REQUIRE(report.status == 0);
    REQUIRE(simulate.status == 0);
    const auto total = nlohmann::json::parse(simulate.out)["total"];
    const auto document = nlohmann::json::parse(report.out);
    std::size_t compared = 0;
    for (const auto& table : document["tables"])
        if (table["title"] == "Key figures")
            for (const auto& row : table["rows"])
                for (const auto& [label, kpi] :
                     {std::pair{"answer rate", "answer_rate"}, std::pair{"speed of answer", "asa_s"},
                      std::pair{"service level", "service_level"},
                      std::pair{"95 % wait at most", "wait_p95_s"}})
                    if (row[0] == label) {
                        CHECK(row[1]["value"] == total[kpi]["mean"]);
                        CHECK(row[1]["half_width_95"] == total[kpi]["half_width_95"]);
                        ++compared;
                    }
    CHECK(compared == 4);
}

TEST_CASE("the costs of a report add up by hand: paid hours, telephones and lost callers, for a mean month")
{
    const ReportFolder folder;
    const ProgramRun report = run({"report", folder.path("desk.toml"), "--json"});
    REQUIRE(report.status == 0);
    const auto document = nlohmann::json::parse(report.out);
    double lost_callers = 0.0;
    double together = 0.0;
    for (const auto& table : document["tables"]) {
        if (table["title"] == "Key figures")
            for (const auto& row : table["rows"])
                if (row[0] == "lost callers, a month")
                    lost_callers = row[1]["value"];
        if (table["title"] == "Costs, a month")
            together = table["rows"].back()[2]["value"];
    }
    // 2 people × 4 h × 5 days × 20 an hour in 7 days; a month has 365.25 / 12 days.
    const double wages = 2 * 4 * 5 * 20.0 * (365.25 / 12.0) / 7.0;
    CHECK(lost_callers > 0.0);
    CHECK(together == doctest::Approx(wages + 100.0 + lost_callers * 20.0 * 0.5).epsilon(1e-9));
}

TEST_CASE("a report's format follows the ending of its file, or what --format says")
{
    const ReportFolder folder;
    const std::string desk = folder.path("desk.toml");
    for (const auto& [name, begins] :
         {std::pair{"r.xlsx", "PK"}, std::pair{"r.json", "{"}, std::pair{"r.csv", "Key figures"},
          std::pair{"r.html", "<!DOCTYPE html>"}, std::pair{"r.txt", "<script>"}}) {
        REQUIRE(run({"report", desk, "--replications", "5", "-o", folder.path(name)}).status == 0);
        CHECK_MESSAGE(folder.read(name).find(begins) != std::string::npos, name);
    }
    const ProgramRun semicolons = run({"report", desk, "--replications", "5", "--format", "csv-semicolon"});
    CHECK(semicolons.out.find(";0,") != std::string::npos);
    CHECK(folder.read("r.csv").find("\n'=1+1 </script><b>calls,") != std::string::npos);
}

TEST_CASE("a report refuses what it cannot do, saying what would be right")
{
    const ReportFolder folder;
    const std::string desk = folder.path("desk.toml");
    CHECK(run({"report"}).status == 2);
    const ProgramRun format = run({"report", desk, "--format", "pdf"});
    CHECK(format.status == 2);
    CHECK(format.err.find("html") != std::string::npos);
    CHECK(run({"report", desk, "--format", "xlsx"}).status == 2);
    const ProgramRun kpi = run({"report", desk, "--heat-map", "paid_hours"});
    CHECK(kpi.status == 2);
    CHECK(kpi.err.find("service_level") != std::string::npos);
    const ProgramRun absent = run({"report", folder.path("absent.toml"), "-o", folder.path("never.html")});
    CHECK(absent.status == 2);
    CHECK_FALSE(std::filesystem::exists(folder.path("never.html")));
}

TEST_CASE("a scenario without targets, costs or several days still gets its report")
{
    const ReportFolder folder;
    folder.write("plain.toml", R"(format = 1
name = "plain"
time = { days = 1 }
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 20
talk = { family = "exponential", mean = "3min" }
[[groups]]
name = "desk"
agents = 2
[run]
replications = 3
)");
    const ProgramRun done = run({"report", folder.path("plain.toml")});
    CHECK(done.status == 0);
    CHECK(done.out.find("What it costs") == std::string::npos);
    CHECK(done.out.find("nan") == std::string::npos);
}

TEST_CASE("a report says what is published about a scenario, and whether its runs show it")
{
    const ReportFolder folder;
    folder.write("said.toml", folder.read("desk.toml") + R"([[expect]]
kpi = "answer_rate"
at_least = 0.999
origin = "a leaflet"
[[expect]]
kpi = "lost_callers"
versus = "more.toml"
change_at_least = 0.1
origin = "another leaflet"
)");
    const auto report = nlohmann::json::parse(run({"report", folder.path("said.toml"), "--json"}).out);
    const auto simulate = nlohmann::json::parse(run({"simulate", folder.path("said.toml"), "--json"}).out);
    bool found = false;
    for (const auto& table : report["tables"])
        if (table["title"] == "What is published, and what was found") {
            REQUIRE(table["rows"].size() == 1);
            CHECK(table["rows"][0][3]["value"] == simulate["total"]["answer_rate"]["mean"]);
            CHECK(table["rows"][0][4] == "not met");
            CHECK(table["rows"][0][5] == "a leaflet");
            found = true;
        }
    CHECK(found);
}

TEST_CASE("the week's map of a practice that opens on Mondays alone is simulate's figures by interval")
{
    const ReportFolder folder;
    std::string mondays = folder.read("desk.toml");
    for (const char* days : {"weekdays = \"08:00-12:00\"", "weekdays = [["}) {
        const std::size_t at = mondays.find(days);
        REQUIRE(at != std::string::npos);
        mondays.replace(at, 8, "mon");
    }
    folder.write("mondays.toml", mondays);
    const auto report = nlohmann::json::parse(
        run({"report", folder.path("mondays.toml"), "--json", "--heat-map", "abandonment_rate"}).out);
    const auto rows = nlohmann::json::parse(
        run({"simulate", folder.path("mondays.toml"), "--json", "--by", "interval"}).out)["rows"];
    std::size_t compared = 0;
    for (const auto& table : report["tables"]) {
        if (table["title"] != "Abandonment by weekday and time")
            continue;
        REQUIRE(table["rows"].size() == 1);
        CHECK(table["rows"][0][0] == "Monday");
        for (std::size_t c = 1; c < table["headings"].size(); ++c)
            for (const auto& row : rows)
                if (row["row"] == table["headings"][c]) {
                    CHECK(table["rows"][0][c]["value"] == row["total"]["abandonment_rate"]["mean"]);
                    ++compared;
                }
    }
    CHECK(compared == 8); // half-hours of four hours
}

TEST_CASE("the requirement of a report is the one of staff, the roster the scenario's own")
{
    const ReportFolder folder;
    const auto report =
        nlohmann::json::parse(run({"report", folder.path("desk.toml"), "--json", "--replications", "5"}).out);
    const auto staff = nlohmann::json::parse(
        run({"staff", folder.path("desk.toml"), "--method", "mol", "--json"}).out)["intervals"];
    std::size_t compared = 0;
    for (const auto& table : report["tables"]) {
        if (table["title"] != "desk")
            continue;
        for (const auto& row : table["rows"])
            for (const auto& interval : staff)
                if (interval["start"] == "2026-03-02T" + row[0].get<std::string>() && row[0] != "12:00") {
                    CHECK(row[1]["value"] == interval["required"]);
                    CHECK(row[2]["value"] == 2.0);
                    ++compared;
                }
    }
    CHECK(compared == 8);
}
