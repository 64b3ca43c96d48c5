#include "cli/run_options.h"
#include "tests/cli/program_run.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace switchroom;
using switchroom::test::has;
using switchroom::test::ProgramRun;
using switchroom::test::run;

namespace {

/// A folder that lives as long as the test.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / std::filesystem::path("switchroom-test-XXXXXX"))
    {
        std::string name = path_.string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string file(const std::string& name, const std::string& content = "") const
    {
        const std::string path = (path_ / name).string();
        if (!content.empty())
            std::ofstream(path) << content;
        return path;
    }

private:
    std::filesystem::path path_;
};

std::string practice(int agents, const std::string& name = "two at the desk")
{
    return "format = 1\nname = \"" + name + R"("
[time]
start = 2026-03-02
days = 2
[hours]
weekdays = ["08:00-12:00"]
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 40
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "2min" }
target = { service_level = { share = 0.80, within = "30s" } }
[[groups]]
name = "front desk"
agents = )" +
           std::to_string(agents) + R"(
skills = [{ contact = "calls" }]
cost = { hourly = 20, on_costs = 0.5 }
)";
}

} // namespace

TEST_CASE("the program alone names three first steps, one for each kind of user")
{
    const ProgramRun alone = run({});
    CHECK(alone.status == 0);
    CHECK(has(alone.out, "You run a practice"));
    CHECK(has(alone.out, "You advise practices"));
    CHECK(has(alone.out, "You sell answering"));
}

TEST_CASE("help and version go to standard output with status 0")
{
    CHECK(has(run({"--version"}).out, "switchroom "));
    CHECK(has(run({"--help"}).out, "compare"));
    for (const char* verb : {"simulate", "compare", "init"}) {
        const ProgramRun help = run({verb, "--help"});
        CHECK(help.status == 0);
        CHECK(has(help.out, "Examples"));
        CHECK(help.err.empty());
    }
}

TEST_CASE("slips in verbs and options are named with what would be right")
{
    const ProgramRun verb = run({"simulat", "x.toml"});
    CHECK(verb.status == 2);
    CHECK(has(verb.err, "did you mean \"simulate\""));
    const ProgramRun option = run({"simulate", "--sede", "4", "x.toml"});
    CHECK(option.status == 2);
    CHECK(has(option.err, "unknown option --sede; did you mean --seed?"));
    CHECK(has(run({"simulate", "--seed"}).err, "--seed needs a value"));
    CHECK(has(run({"simulate", "x.toml", "--seed", "many"}).err, "must be a whole number"));
    CHECK(has(run({"simulate", "x.toml", "--seed", "1", "--seed", "2"}).err, "given twice"));
    CHECK(has(run({"simulate", "x.toml", "--by", "fortnight"}).err, "interval, hour, day"));
    CHECK(has(run({"simulate", "x.toml", "--kpis", "answer_rat"}).err, "did you mean \"answer_rate\""));
    CHECK(has(run({"simulate", "x.toml", "--precision", "asa_s"}).err, "KPI=half-width"));
    CHECK(has(run({"simulate", "x.toml", "--json", "--csv"}).err, "exclude each other"));
    CHECK(run({"compare", "x.toml"}).status == 2);
    CHECK(run({"simulate"}).status == 2);
}

TEST_CASE("all wrong options are named at once")
{
    const ProgramRun outcome = run({"simulate", "x.toml", "--seed", "x", "--threads", "0", "--kpis", "asa"});
    CHECK(has(outcome.err, "--seed"));
    CHECK(has(outcome.err, "--threads"));
    CHECK(has(outcome.err, "\"asa\""));
}

TEST_CASE("numbers of goals are read plain, in percent and in seconds")
{
    CHECK(*positive_number("0.01") == 0.01);
    CHECK(*positive_number("0.5%") == doctest::Approx(0.005));
    CHECK(*positive_number("2s") == 2.0);
    CHECK(!positive_number("0"));
    CHECK(!positive_number("-1"));
    CHECK(!positive_number("2 apples"));
}

TEST_CASE("a file that is not there is an input error that names it")
{
    const ProgramRun outcome = run({"simulate", "/nowhere/at-all.toml"});
    CHECK(outcome.status == 2);
    CHECK(has(outcome.err, "/nowhere/at-all.toml"));
    CHECK(outcome.out.empty());
}

TEST_CASE("simulate prints one JSON document with the promised keys and nothing else")
{
    const Folder folder;
    const ProgramRun outcome =
        run({"simulate", folder.file("a.toml", practice(2)), "--replications", "100", "--json"});
    REQUIRE(outcome.status == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["scenario"] == "two at the desk");
    CHECK(json["seed"] == 1);
    CHECK(json["replications"] == 100);
    CHECK(json["simulated_days"] == 2);
    CHECK(json["calls"].get<int>() > 100 * 2 * 4 * 30);
    for (const char* key : {"mean", "half_width_95", "p05", "p50", "p95"}) {
        CHECK(json["contacts"]["calls"]["answer_rate"].contains(key));
        CHECK(json["total"]["asa_s"].contains(key));
        CHECK(json["groups"]["front desk"]["occupancy"].contains(key));
    }
    CHECK(json["contacts"]["calls"]["service_level"]["formula"] == "answered/offered");
    CHECK(json["contacts"]["calls"]["service_level"]["within_s"] == 30.0);
    CHECK(json["total"]["wait_p95_s"]["half_width_95"].is_number());
    CHECK(json["checks"]["conserved"] == true);
    CHECK(json["checks"]["littles_law_max_error"].get<double>() <= 1e-9);
    CHECK(json["total"]["paid_hours"]["mean"] == 16.0);
    CHECK(json["total"]["cost.wages"]["mean"] == 480.0);
    // Hidden facts of a run would make equal runs differ.
    CHECK(!has(outcome.out, "thread"));
    CHECK(!has(outcome.out, folder.file("")));
}

TEST_CASE("the same run gives the same bytes on 1, 2 and 7 threads, in JSON, CSV and text")
{
    const Folder folder;
    const std::string file = folder.file("a.toml", practice(2));
    for (const std::vector<std::string>& format :
         {std::vector<std::string>{"--json", "--kpis", "all"}, {"--csv", "--by", "day"}, {"--by", "hour"}}) {
        std::vector<std::string> seen;
        for (const char* threads : {"1", "2", "7"}) {
            std::vector<std::string> arguments{"simulate", file,        "--replications",
                                               "40",       "--threads", threads};
            arguments.insert(arguments.end(), format.begin(), format.end());
            seen.push_back(run(arguments).out);
        }
        CHECK(!seen[0].empty());
        CHECK(seen[0] == seen[1]);
        CHECK(seen[0] == seen[2]);
    }
}

TEST_CASE("rows by day add up to the run and all formulas come with --kpis all")
{
    const Folder folder;
    const ProgramRun outcome = run({"simulate", folder.file("a.toml", practice(2)), "--replications", "30",
                                    "--json", "--by", "day", "--kpis", "all"});
    const auto json = nlohmann::json::parse(outcome.out);
    REQUIRE(json["rows"].size() == 2);
    CHECK(json["rows"][0]["row"] == "2026-03-02");
    double sum = 0.0;
    for (const auto& row : json["rows"])
        sum += row["total"]["attempts"]["mean"].get<double>();
    CHECK(sum == doctest::Approx(json["total"]["attempts"]["mean"].get<double>()).epsilon(1e-12));
    CHECK(json["contacts"]["calls"]["service_level_by_formula"].size() == 7);
    CHECK(json["contacts"]["calls"]["service_level_mean_of_days"]["mean"].is_number());
}

TEST_CASE("sequential stopping ends at a look, with the precision that was asked for")
{
    const Folder folder;
    const ProgramRun outcome =
        run({"simulate", folder.file("a.toml", practice(2)), "--precision", "answer_rate=1.5%", "--json"});
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["replications"].get<int>() % 30 == 0);
    CHECK(json["total"]["answer_rate"]["half_width_95"].get<double>() <= 0.015);
}

TEST_CASE("compare pairs scenarios on the same callers and says what differs")
{
    const Folder folder;
    const std::string two = folder.file("two.toml", practice(2));
    const std::string three = folder.file("three.toml", practice(3, "three at the desk"));
    const ProgramRun text = run({"compare", two, three, "--replications", "60"});
    REQUIRE(text.status == 0);
    CHECK(has(text.out, "B − A"));
    CHECK(has(text.out, "In words: with \"three at the desk\" instead of \"two at the desk\""));
    const auto json =
        nlohmann::json::parse(run({"compare", two, three, "--replications", "60", "--json"}).out);
    CHECK(json["scenarios"].size() == 2);
    bool found = false;
    for (const auto& difference : json["differences"]) {
        for (const char* key : {"scenario", "scope", "name", "kpi", "mean", "half_width_95",
                                "half_width_95_simultaneous", "significant"})
            REQUIRE(difference.contains(key));
        if (difference["scope"] == "total" && difference["kpi"] == "answer_rate") {
            found = true;
            CHECK(difference["mean"].get<double>() > 0.0);
            CHECK(difference["significant"] == true);
            CHECK(difference["half_width_95_simultaneous"].get<double>() >
                  difference["half_width_95"].get<double>());
        }
        if (difference["kpi"] == "needs")
            CHECK(difference["mean"] == 0.0); // the same callers
    }
    CHECK(found);
}

TEST_CASE("comparing different days is refused")
{
    const Folder folder;
    std::string other = practice(2);
    other.replace(other.find("days = 2"), 8, "days = 3");
    const ProgramRun outcome =
        run({"compare", folder.file("a.toml", practice(2)), folder.file("b.toml", other)});
    CHECK(outcome.status == 2);
    CHECK(has(outcome.err, "the same callers need the same days"));
}

TEST_CASE("a document goes to a file whole and leaves standard output empty")
{
    const Folder folder;
    const std::string path = folder.file("result.json");
    const ProgramRun outcome =
        run({"simulate", folder.file("a.toml", practice(2)), "--replications", "10", "--json", "-o", path});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.empty());
    std::ifstream file(path);
    CHECK(nlohmann::json::parse(file)["replications"] == 10);
    CHECK(run({"simulate", folder.file("a.toml"), "--json", "-o", "/nowhere/result.json"}).status == 2);
}

TEST_CASE("no line of text is wider than 100 columns")
{
    const Folder folder;
    const std::string a =
        folder.file("a.toml", practice(2, "a practice with a rather long name, to see what becomes of it"));
    std::vector<std::string> many{"compare", "--replications", "10"};
    for (int agents = 2; agents < 9; ++agents)
        many.push_back(folder.file(std::to_string(agents) + ".toml",
                                   practice(agents, std::to_string(agents) + " people")));
    for (const auto& arguments :
         {std::vector<std::string>{"simulate", a, "--replications", "10", "--kpis", "all", "--by", "hour"},
          many}) {
        std::istringstream lines(run(arguments).out);
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            std::size_t columns = 0;
            for (const char c : line)
                columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
            CHECK(columns <= 100);
        }
    }
}

TEST_CASE("init lists the templates and writes one that simulates")
{
    const Folder folder;
    const ProgramRun list = run({"init"});
    CHECK(list.status == 0);
    CHECK(has(list.out, "minimal"));
    const std::string path = folder.file("my.toml");
    CHECK(run({"init", "minimal", "-o", path}).status == 0);
    CHECK(run({"simulate", path, "--replications", "5"}).status == 0);
    CHECK(run({"init", "minimal", "-o", path}).status == 2); // it exists
    CHECK(has(run({"init", "minimul"}).err, "did you mean \"minimal\""));
}

TEST_CASE("a trace is a call log of one run")
{
    const Folder folder;
    const std::string path = folder.file("calls.csv");
    const ProgramRun outcome = run(
        {"simulate", folder.file("a.toml", practice(2)), "--replications", "2", "--json", "--trace", path});
    REQUIRE(outcome.status == 0);
    std::ifstream file(path);
    int rows = 0;
    for (std::string line; std::getline(file, line);)
        rows += has(line, "2026-03-0") ? 1 : 0;
    CHECK(rows > 200);
}

TEST_CASE("a table without a figure that was asked for is left out")
{
    const Folder folder;
    const std::string path = folder.file("a.toml", practice(2));
    const ProgramRun outcome = run({"simulate", path, "--replications", "3", "--kpis", "p_wait"});
    CHECK(outcome.status == 0);
    CHECK(!has(outcome.out, "A run's calls"));
    CHECK(!has(outcome.out, "A run's staff"));
    CHECK(!has(outcome.out, "In time is"));
    CHECK(has(outcome.out, "p_wait"));
}

TEST_CASE("rows by ISO week add up to the run, and segments to the total")
{
    const Folder folder;
    std::string text = practice(2);
    text.replace(text.find("days = 2"), 8, "days = 20");
    text += "[[segments]]\nname = \"everybody\"\ncontacts = [\"calls\"]\ngroups = [\"front desk\"]\n";
    const std::string path = folder.file("weeks.toml", text);
    const ProgramRun outcome = run({"simulate", path, "--replications", "5", "--json", "--by", "week"});
    REQUIRE(outcome.status == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    REQUIRE(json["rows"].size() == 3); // 2026-03-02 is a Monday: two whole weeks and six days
    CHECK(json["rows"][0]["row"] == "2026-W10");
    CHECK(json["rows"][2]["row"] == "2026-W12");
    for (const char* kpi : {"attempts", "answered", "abandoned"}) {
        double sum = 0.0;
        for (const auto& row : json["rows"])
            sum += row["total"][kpi]["mean"].get<double>();
        CHECK(sum == doctest::Approx(json["total"][kpi]["mean"].get<double>()));
    }
    CHECK(json["segments"]["everybody"] == json["total"]);
    CHECK(has(run({"simulate", path, "--replications", "2", "--csv"}).out, ",segment,everybody,"));
}
