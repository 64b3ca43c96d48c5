#include "cli/verbs.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

struct Outcome {
    int status = 0;
    std::string out;
    std::string err;
};

Outcome run(std::vector<std::string> arguments)
{
    std::ostringstream out, err;
    const int status = run_program(arguments, out, err);
    return {status, out.str(), err.str()};
}

const std::string six_hundred = SWITCHROOM_SOURCE_DIR "/scenarios/answering-service-600-calls.toml";

} // namespace

TEST_CASE("verify exits 1 where a promise is broken, and its JSON has the promised keys")
{
    const Outcome outcome = run({"verify", six_hundred, "--json"});
    CHECK(outcome.status == 1);
    const auto json = nlohmann::json::parse(outcome.out);
    const auto& clause = json["clauses"][0];
    for (const char* key : {"name", "probability_kept", "interval_95", "method", "verdict", "band",
                            "expected_credit", "credit_p95", "formula"})
        CHECK(clause.contains(key));
    CHECK(clause["verdict"] == "broken");
    CHECK(clause["formula"] == "answered/offered");
    CHECK(clause["method"] == "sequential test, confidence sequence");
    CHECK(json["vendors"][0]["lines"].size() >= 2);
}

TEST_CASE("a promise without a file prints the scenario that it assumed, which is a file")
{
    const std::vector<std::string> options{"verify",
                                           "--volume",
                                           "600/day",
                                           "--open",
                                           "08:00-18:00",
                                           "--handle",
                                           "180s",
                                           "--patience",
                                           "4min",
                                           "--agents",
                                           "7",
                                           "--promise",
                                           "80% within 30s per month"};
    const Outcome outcome = run(options);
    CHECK(outcome.status == 0);
    const std::size_t at = outcome.out.find("format = 1");
    REQUIRE(at != std::string::npos);
    const std::string text = outcome.out.substr(at, outcome.out.find("vendor · promise") - at);
    const std::string path = std::filesystem::temp_directory_path() / "switchroom-assumed.toml";
    std::ofstream(path) << text;
    std::vector<std::string> json = options;
    json.push_back("--json");
    auto quick = nlohmann::json::parse(run(json).out);
    auto filed = nlohmann::json::parse(run({"verify", path, "--json"}).out);
    CHECK(quick["clauses"] == filed["clauses"]);
    std::filesystem::remove(path);
}

TEST_CASE("a fixed number of terms is said to be one, and few terms leave the verdict open")
{
    const auto json = nlohmann::json::parse(
        run({"verify", six_hundred, "--replications", "1", "--assurance", "60%", "--json"}).out);
    CHECK(json["terms"] == 1);
    CHECK(json["clauses"][0]["method"] == "fixed number, Wilson");
    CHECK(json["clauses"][0]["verdict"] == "undecided");
}

TEST_CASE("a simulated log judged by verify says what measure says of it")
{
    const auto folder = std::filesystem::temp_directory_path();
    const std::string log = folder / "switchroom-verify-log.csv";
    REQUIRE(run({"simulate", six_hundred, "--replications", "1", "--trace", log, "-o",
                 (folder / "switchroom-verify-result.txt").string()})
                .status == 0);
    const auto measured = nlohmann::json::parse(run({"measure", log, "--within", "30s", "--json"}).out);
    const Outcome outcome =
        run({"verify", "--log", log, "--promise", "80% within 30s per term", "--reported", "93%", "--json"});
    const auto json = nlohmann::json::parse(outcome.out);
    const auto& window = json["clauses"][0]["windows"][0];
    CHECK(window["figure"].get<double>() ==
          measured["total"]["service_level_by_formula"]["answered/offered"]["mean"].get<double>());
    CHECK(window["reported"] == 0.93);
    CHECK(window["capability_half_width_95"].get<double>() > window["binomial_half_width_95"].get<double>());
    CHECK(outcome.status == (window["verdict"] == "missed" ? 1 : 0));
    std::filesystem::remove(log);
    std::filesystem::remove(folder / "switchroom-verify-result.txt");
}

TEST_CASE("the invoices of a term are written line by line and add up")
{
    const std::string path = std::filesystem::temp_directory_path() / "switchroom-invoices.csv";
    CHECK(run({"verify", six_hundred, "--replications", "1", "--invoices", path}).status <= 1);
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    CHECK(line == "month,item,quantity,unit,unit_price,amount");
    int months = 0;
    while (std::getline(file, line))
        months += line.find(",monthly base,1,month,250,250.00") != std::string::npos;
    CHECK(months == 12);
    std::filesystem::remove(path);
}

TEST_CASE("contradicting and missing options are all named at once")
{
    const Outcome nothing = run({"verify"});
    CHECK(nothing.status == 2);
    CHECK(nothing.err.find("expected a scenario file") != std::string::npos);
    const Outcome both =
        run({"verify", six_hundred, "--volume", "600/day", "--reported", "2", "--promise", "x"});
    CHECK(both.status == 2);
    for (const char* part :
         {"exclude a file", "--reported goes with --log", "must be a share", "--promise goes without"})
        CHECK(both.err.find(part) != std::string::npos);
    const Outcome quick = run({"verify", "--volume", "600", "--handle", "3", "--promise", "95% fast"});
    CHECK(quick.status == 2);
    for (const char* part :
         {"option --volume is \"600\"", "option --handle is \"3\"", "is not understood at \"fast\""})
        CHECK(quick.err.find(part) != std::string::npos);
    const Outcome none = run({"verify", SWITCHROOM_SOURCE_DIR "/scenarios/minimal.toml"});
    CHECK(none.status == 2);
    CHECK(none.err.find("there is no promise to verify") != std::string::npos);
}

TEST_CASE("cost adds up a month with its vendor's invoice, and report shows the contract")
{
    const auto json = nlohmann::json::parse(run({"cost", six_hundred, "--replications", "20", "--json"}).out);
    double vendor = 0.0;
    for (const auto& line : json["lines"])
        if (line["cost"] == "cost.vendor" || line["cost"] == "cost.credits")
            vendor += line["monthly"]["mean"].get<double>();
    CHECK(vendor > 10000.0);
    CHECK(json["cost.without_lost_callers"]["mean"].get<double>() == doctest::Approx(vendor));
    CHECK(json["cost.per_answered"]["mean"].get<double>() > 1.05);
    const std::string report = run({"report", six_hundred, "--replications", "20", "--format", "text"}).out;
    for (const char* part : {"Risk of each clause", "pickup", "Invoice of an average month", "monthly base"})
        CHECK(report.find(part) != std::string::npos);
}
