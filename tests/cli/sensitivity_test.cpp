#include "cli/verbs.h"
#include "tests/cli/report_files.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace switchroom;

namespace {

std::string run(const std::vector<std::string>& arguments, int expected = 0)
{
    std::ostringstream out;
    std::ostringstream err;
    CHECK_MESSAGE(run_program(arguments, out, err) == expected, err.str());
    return expected == 0 ? out.str() : err.str();
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

nlohmann::json table_of(const std::string& document, const std::string& title)
{
    const auto json = nlohmann::json::parse(document);
    for (const auto& table : json["tables"])
        if (table["title"] == title)
            return table;
    FAIL("no table called " << title);
    return {};
}

double answer_rate_of(const ReportFolder& folder, const std::string& content)
{
    folder.write("changed.toml", content);
    return nlohmann::json::parse(
        run({"simulate", folder.path("changed.toml"), "--json"}))["total"]["answer_rate"]["mean"];
}

/// A desk of four for 10 € an hour, and a vendor with people enough at 1.25 € a call; nobody hangs up.
void write_two_ways(const ReportFolder& folder)
{
    const std::string calls = R"(format = 1
name = "NAME"
[time]
start = 2026-03-02
days = 28
[hours]
weekdays = "08:00-18:00"
[[contacts]]
name = "calls"
arrivals.profile = { weekdays = [["08:00", 32], ["18:00", 0]] }
talk = { family = "exponential", mean = "2min" }
[run]
replications = 20
)";
    folder.write("own.toml", replaced(calls, "NAME", "own desk") + R"([[groups]]
name = "desk"
agents = 4
cost = { hourly = 10 }
)");
    folder.write("vendor.toml", replaced(calls, "NAME", "vendor") + R"([[groups]]
name = "pool"
employer = "Vendor"
agents = 12
[[contracts]]
vendor = "Vendor"
price = { per_call = 1.25 }
)");
}

} // namespace

TEST_CASE("each bar of the tornado is what a scenario file with that assumption written into it gives")
{
    const ReportFolder folder;
    const std::string desk = folder.read("desk.toml");
    const auto table = table_of(run({"sensitivity", folder.path("desk.toml"), "--change", "50%", "--json"}),
                                "One assumption at a time");
    std::size_t compared = 0;
    for (const auto& row : table["rows"]) {
        if (row[0] == "volume") {
            CHECK(row[1]["value"] == answer_rate_of(folder, replaced(desk, R"(["08:00", 60], ["10:00", 25])",
                                                                     R"(["08:00", 30], ["10:00", 12.5])")));
            CHECK(row[3]["value"] == answer_rate_of(folder, replaced(desk, R"(["08:00", 60], ["10:00", 25])",
                                                                     R"(["08:00", 90], ["10:00", 37.5])")));
            ++compared;
        }
        if (row[0] == "handle time") {
            CHECK(row[3]["value"] ==
                  answer_rate_of(folder, replaced(desk, R"(mean = "3min")", R"(mean = "4min30s")")));
            ++compared;
        }
        if (row[0] == "patience") {
            CHECK(row[1]["value"] ==
                  answer_rate_of(folder, replaced(desk, R"(mean = "2min")", R"(mean = "1min")")));
            ++compared;
        }
    }
    CHECK(compared == 3);
    CHECK(table["rows"].size() == 3); // the desk has no shrinkage
}

TEST_CASE("the break-even volume of a desk and a vendor by the call is the one worked out by hand")
{
    const ReportFolder folder;
    write_two_ways(folder);
    const std::string document =
        run({"sensitivity", folder.path("own.toml"), folder.path("vendor.toml"), "--json", "--terms", "10"});
    const auto rows = table_of(document, "By volume")["rows"];
    REQUIRE(rows.size() == 5);
    // 4 people × 10 h × 5 days × 4 weeks × 10 € for 28 days, told for a month of 365.25 / 12.
    const double month = 365.25 / 12.0 / 28.0;
    CHECK(rows[2][1]["value"].get<double>() == doctest::Approx(8000.0 * month));
    // 320 calls a day at 1.25 €: 8 000 € at the whole volume. Calendar months have more or fewer weekdays
    // than 28 days, and calls are random: within 2 %.
    CHECK(rows[2][2]["value"].get<double>() == doctest::Approx(8000.0 * month).epsilon(0.02));
    CHECK(rows[0][2]["value"].get<double>() == doctest::Approx(4000.0 * month).epsilon(0.02));
    std::string text =
        run({"sensitivity", folder.path("own.toml"), folder.path("vendor.toml"), "--terms", "10"});
    std::replace(text.begin(), text.end(), '\n', ' '); // lines are broken at 100 columns
    const std::size_t at = text.find("At ");
    REQUIRE(at != std::string::npos);
    CHECK(std::stod(text.substr(at + 3)) == doctest::Approx(100.0).epsilon(0.03));
    // Own desk and vendor cost nearly the same, so the price that would even them is a few cents of 1.25 €
    // away.
    const std::size_t price = text.find("takes in a month cost ");
    REQUIRE(price != std::string::npos);
    CHECK(std::stod(text.substr(price + 22)) < 0.04);
    CHECK(text.find("below it vendor is better, above it own desk") != std::string::npos);
}

TEST_CASE(
    "a report's invoice is the one that verify tells, and the vendor's own wages are no cost of the practice")
{
    const ReportFolder folder;
    write_two_ways(folder);
    folder.write("promise.toml", folder.read("vendor.toml") + R"([[contracts.sla]]
name = "pick-up"
metric = "service_level"
at_least = 0.80
within = "30s"
window = "month"
)");
    const auto verified =
        nlohmann::json::parse(run({"verify", folder.path("promise.toml"), "--replications", "10", "--json"}));
    const std::string report = run({"report", folder.path("promise.toml"), "--json", "--terms", "10"});
    const auto risk = table_of(report, "Risk of each clause")["rows"][0];
    CHECK(risk[0] == "pick-up");
    CHECK(risk[1]["value"] == verified["clauses"][0]["probability_kept"]);
    const auto invoice = table_of(report, "Invoice of an average month")["rows"];
    const double total = invoice.back()[2]["value"];
    CHECK(verified.dump().find(nlohmann::json(total).dump()) != std::string::npos);
    const auto costs = table_of(report, "Costs, a month")["rows"];
    CHECK(costs.back()[2]["value"] == doctest::Approx(total));
}

TEST_CASE("sensitivity refuses what it cannot do, saying what would be right")
{
    const ReportFolder folder;
    const std::string desk = folder.path("desk.toml");
    CHECK(run({"sensitivity"}, 2).find("one or two") != std::string::npos);
    CHECK(run({"sensitivity", desk, "--figure", "offered"}, 2).find("answer_rate") != std::string::npos);
    CHECK(run({"sensitivity", desk, "--change", "150%"}, 2).find("below 100%") != std::string::npos);
}
