#include "sim/scenario/paths.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

const std::string base = R"(format = 1
name = "Base"
currency = "USD"
[hours]
weekdays = "08:00-18:00"
closures = [2026-03-09]
[[hours.away]]
name = "meeting"
groups = ["desk"]
tue = "12:00-12:30"
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 30
talk = { family = "lognormal", mean = "3min", cv = 0.8 }
patience = "2min"
[[contacts]]
name = "visits"
arrivals.rate_per_hour = 4
talk = "2min"
[[groups]]
name = "desk"
agents = { weekdays = [["08:00", 2], ["18:00", 0]], sat = [["09:00", 1], ["12:00", 0]] }
[[routes]]
contacts = ["calls", "visits"]
open = [ { offer = ["desk"] } ]
[[expect]]
kpi = "answer_rate"
at_least = 0.9
)";

Result<ScenarioDocument> over_base(const std::string& top)
{
    MemoryFileSystem files;
    files.files["dir/base.toml"] = base;
    files.files["dir/top.toml"] = "format = 1\ninclude = [\"base.toml\"]\n" + top;
    auto document = read_scenario(files, "dir/top.toml");
    for (const Diagnostic& error : document.errors())
        FAIL_CHECK(to_text(error));
    REQUIRE(document.ok());
    return document;
}

} // namespace

TEST_CASE("tables merge key by key and the upper file wins")
{
    const auto document = over_base("name = \"Top\"\n[hours]\nsat = \"09:00-12:00\"\n");
    const Scenario& s = document->scenario;
    CHECK(s.name == "Top");
    CHECK(s.currency == "USD");
    CHECK(s.hours->open[DayKey::weekdays].has_value());
    CHECK(s.hours->open[DayKey::sat].has_value());
}

TEST_CASE("sections with names merge by name and new ones follow")
{
    const auto document = over_base(R"(
[[contacts]]
name = "visits"
priority = 1
[[contacts]]
name = "results"
arrivals.rate_per_hour = 2
talk = "1min"
[[hours.away]]
name = "meeting"
wed = "12:00-12:30"
)");
    const Scenario& s = document->scenario;
    REQUIRE(s.contacts.size() == 3);
    CHECK(s.contacts[1].name == "visits");
    CHECK(s.contacts[1].priority == 1);
    CHECK(s.contacts[1].talk->steps[0].value.mean == minutes(2));
    CHECK(s.contacts[2].name == "results");
    REQUIRE(s.hours->away.size() == 1);
    CHECK(s.hours->away[0].windows[DayKey::tue].has_value());
    CHECK(s.hours->away[0].windows[DayKey::wed].has_value());
}

TEST_CASE("a law, a list of steps and a source of arrivals are replaced as one value")
{
    const auto document = over_base(R"(
[[contacts]]
name = "calls"
arrivals.profile = { weekdays = [["08:00", 20], ["18:00", 0]] }
talk = { family = "exponential", mean = "4min" }
[[groups]]
name = "desk"
agents = { weekdays = [["09:00", 3]] }
)");
    const Scenario& s = document->scenario;
    CHECK_FALSE(s.contacts[0].talk->steps[0].value.cv.has_value());
    CHECK_FALSE(s.contacts[0].arrivals->rate_per_hour.has_value());
    CHECK(s.contacts[0].arrivals->profile.has_value());
    CHECK(s.groups[0].agents->steps[DayKey::weekdays]->size() == 1);
    CHECK(s.groups[0].agents->steps[DayKey::sat]->size() == 2);
}

TEST_CASE("a file takes the place of steps by day")
{
    const auto document = over_base("[[groups]]\nname = \"desk\"\nagents = { file = \"staff.csv\" }\n");
    CHECK(document->scenario.groups[0].agents->steps.empty());
    CHECK(document->scenario.groups[0].agents->file == "staff.csv");
}

TEST_CASE("other sections and closures append, the lower file's first")
{
    const auto document =
        over_base("[hours]\nclosures = [2026-03-10]\n[[expect]]\nkpi = \"asa_s\"\nat_most = 30\n");
    const Scenario& s = document->scenario;
    REQUIRE(s.expect.size() == 2);
    CHECK(s.expect[0].kpi == "answer_rate");
    CHECK(s.hours->closures.size() == 2);
}

TEST_CASE("a route for some of another's contacts takes these away from it")
{
    const auto document =
        over_base("[[routes]]\ncontact = \"visits\"\nopen = [ { offer = [\"desk\"], for = \"1min\" } ]\n");
    const Scenario& s = document->scenario;
    REQUIRE(s.routes.size() == 2);
    CHECK(s.routes[0].contacts == std::vector<std::string>{"calls"});
    CHECK(s.routes[1].contacts == std::vector<std::string>{"visits"});
}

TEST_CASE("each value knows the file, line and column where it stands")
{
    const auto document = over_base("[[contacts]]\nname = \"visits\"\npriority =   1\n");
    CHECK(document->sources.find("contacts[1].priority") == SourceLocation{"dir/top.toml", 5, 14});
    CHECK(document->sources.find("contacts[0].talk.cv") == SourceLocation{"dir/base.toml", 14, 52});
    CHECK(document->sources.find("contacts[0].talk.shift") == SourceLocation{"dir/base.toml", 14, 8});
    const auto tabbed = over_base("[[contacts]]\nname = \"visits\"\npriority=\t\t1\nkey =\"é\"#\n");
    CHECK(tabbed->sources.find("contacts[1].priority") == SourceLocation{"dir/top.toml", 5, 12});
    CHECK(tabbed->sources.find("contacts[1].key") == SourceLocation{"dir/top.toml", 6, 6});
    CHECK(document->files == std::vector<std::string>{"dir/top.toml", "dir/base.toml"});
}

TEST_CASE("a file that two others include is merged once")
{
    MemoryFileSystem files;
    files.files["base.toml"] = base;
    files.files["left.toml"] = "include = [\"base.toml\"]\n";
    files.files["right.toml"] = "include = [\"base.toml\"]\n";
    files.files["top.toml"] = "format = 1\nname = \"x\"\ninclude = [\"left.toml\", \"right.toml\"]\n";
    const auto document = read_scenario(files, "top.toml");
    REQUIRE(document.ok());
    CHECK(document->scenario.expect.size() == 1);
}

TEST_CASE("includes stay in the top file's folder unless that is allowed")
{
    MemoryFileSystem files;
    files.files["a/base.toml"] = base;
    files.files["b/top.toml"] = "format = 1\nname = \"x\"\ninclude = [\"../a/base.toml\"]\n";
    CHECK_FALSE(read_scenario(files, "b/top.toml").ok());
    CHECK(read_scenario(files, "b/top.toml", {.allow_outside = true}).ok());
    CHECK(is_inside_folder_of("b/c/x.toml", "b/top.toml"));
    CHECK(is_inside_folder_of("b/../b/x.toml", "b/top.toml"));
    CHECK_FALSE(is_inside_folder_of("b/../x.toml", "b/top.toml"));
    CHECK_FALSE(is_inside_folder_of("bc/x.toml", "b/top.toml"));
    CHECK_FALSE(is_inside_folder_of("/etc/x.toml", "b/top.toml"));
    CHECK(is_inside_folder_of("x.toml", "top.toml"));
    CHECK_FALSE(is_inside_folder_of("../x.toml", "top.toml"));
}

TEST_CASE("files that a scenario names are relative to the file that names them, data: to the folder of logs")
{
    ScenarioDocument document;
    document.file = "dir/top.toml";
    document.sources.places["contacts[0].arrivals.log.file"] = {"dir/parts/base.toml", 3, 4};
    const auto resolved = [&](const std::string& written, DataFolders folders = {}) {
        return resolve_file(document, "contacts[0].arrivals.log.file", written, folders);
    };
    CHECK(*resolved("calls.csv") == "dir/parts/calls.csv");
    CHECK(*resolved("../calls.csv") == "dir/calls.csv");
    CHECK_FALSE(resolved("../../calls.csv").ok());
    CHECK(resolved("../../calls.csv").errors()[0].where == SourceLocation{"dir/parts/base.toml", 3, 4});
    CHECK(*resolved("../../calls.csv", {.data_dir = "", .allow_outside = true}) == "calls.csv");
    CHECK(*resolved("data:bank/a.txt", {.data_dir = "logs", .allow_outside = false}) == "logs/bank/a.txt");
}
