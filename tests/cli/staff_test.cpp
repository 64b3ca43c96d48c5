#include "cli/verbs.h"
#include "planner/erlang/staffing.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
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

Outcome staff(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "staff");
    std::ostringstream out;
    std::ostringstream err;
    const int status = run_program(arguments, out, err);
    return {status, out.str(), err.str()};
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

/// The clinic of the library: a strongly peaked Monday morning.
std::string clinic()
{
    return SWITCHROOM_SOURCE_DIR "/scenarios/clinic-morning-peak.toml";
}

const nlohmann::json* row_at(const nlohmann::json& intervals, const std::string& start)
{
    for (const auto& row : intervals)
        if (row["start"] == start)
            return &row;
    return nullptr;
}

} // namespace

TEST_CASE("staff says for every interval what is offered, required and to be scheduled")
{
    const Outcome outcome = staff({clinic(), "--json"});
    REQUIRE(outcome.status == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["method"] == "erlang-a");
    CHECK(json["intervals"].size() == 48);
    const auto* eight = row_at(json["intervals"], "2026-03-02T08:00");
    REQUIRE(eight);
    CHECK((*eight)["offered_load_erlang"].get<double>() == doctest::Approx(190.0 * 250 / 3600).epsilon(1e-4));
    const erlang::Target target{.awt_s = 30.0}; // 80 % answered of those offered
    const auto least = erlang::least_agents({.kind = erlang::QueueKind::erlang_a,
                                             .offered_load = 190.0 * 250 / 3600,
                                             .handle_s = 250,
                                             .patience_s = 240},
                                            {&target, 1});
    REQUIRE(least.ok());
    CHECK((*eight)["required"].get<double>() == *least);
    CHECK((*eight)["scheduled"].get<double>() == std::ceil(*least / (0.92 * 0.90)));
    const auto* night = row_at(json["intervals"], "2026-03-02T03:00");
    REQUIRE(night);
    CHECK((*night)["required"] == 0);
    const double paid = json["agent_hours"].get<double>() / (0.92 * 0.90);
    CHECK(json["paid_hours"].get<double>() == doctest::Approx(paid));
    CHECK(json["fte"].get<double>() == doctest::Approx(paid / 8.0)); // one day of a week of 40 hours
}

TEST_CASE(
    "all methods stand side by side, judged by the same callers: stationary misses, the better ones hold")
{
    const Outcome outcome = staff({clinic(), "--method", "all", "--greedy", "--threads", "1", "--json"});
    REQUIRE(outcome.status == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["method"] == "simulation");
    REQUIRE(json["methods"].size() == 7);
    std::map<std::string, nlohmann::json> methods;
    for (const auto& method : json["methods"])
        methods[method["method"]] = method;
    // Beyond doubt: by more than a 95 % half-width of 400 days.
    CHECK(methods["erlang-a"]["judged"]["missed_beyond_doubt"].get<int>() >= 1);
    CHECK(methods["erlang-a"]["judged"]["worst"]["start"] == "2026-03-02T08:30");
    for (const char* better : {"mol", "simulation"}) {
        CHECK(methods[better]["judged"]["missed_beyond_doubt"] == 0);
        const double left = methods["greedy"]["agent_hours"].get<double>();
        CHECK(methods[better]["agent_hours"].get<double>() <= left + std::max(0.02 * left, 2 * 0.5));
    }
    CHECK(has(outcome.err, "Erlang C assumes"));
}

TEST_CASE("the same question gets the same bytes on any number of threads")
{
    const std::vector<std::string> question{clinic(),  "--method", "simulation", "--replications", "50",
                                            "--judge", "--json",   "--quiet",    "--threads"};
    auto one = question;
    one.emplace_back("1");
    auto two = question;
    two.emplace_back("2");
    const Outcome a = staff(one);
    CHECK(a.status == 0);
    CHECK(a.out == staff(two).out);
    CHECK(a.err.empty());
}

TEST_CASE("targets, intervals and shrinkage of the command line replace the scenario's")
{
    const auto hours_of = [](std::vector<std::string> more) {
        more.insert(more.begin(), clinic());
        more.emplace_back("--json");
        const Outcome outcome = staff(more);
        REQUIRE(outcome.status == 0);
        return nlohmann::json::parse(outcome.out);
    };
    const auto usual = hours_of({});
    CHECK(hours_of({"--target-service-level", "95%"})["agent_hours"] > usual["agent_hours"]);
    CHECK(hours_of({"--within", "2min"})["agent_hours"] < usual["agent_hours"]);
    CHECK(hours_of({"--target-asa", "1s"})["agent_hours"] > usual["agent_hours"]);
    CHECK(hours_of({"--target-abandonment", "1%"})["agent_hours"] > usual["agent_hours"]);
    CHECK(hours_of({"--interval", "15min"})["intervals"].size() == 96);
    const auto thin = hours_of({"--shrinkage", "20%", "--shrinkage", "0.5"});
    CHECK(thin["paid_hours"].get<double>() == doctest::Approx(thin["agent_hours"].get<double>() / 0.4));
    CHECK(hours_of({"--fte-hours", "20"})["fte"].get<double>() ==
          doctest::Approx(2 * usual["fte"].get<double>()));
    const auto hiring = hours_of({"--turnover", "30%", "--training-weeks", "6", "--months", "6"});
    CHECK(hiring["headcount"].size() == 6);
}

TEST_CASE("text shows half-hours, people and paid hours")
{
    const Outcome outcome = staff({clinic(), "--method", "mol", "--growth", "5%", "--months", "3"});
    REQUIRE(outcome.status == 0);
    CHECK(has(outcome.out, "\n08:00  "));
    CHECK(has(outcome.out, "people on average"));
    CHECK(has(outcome.out, "full-time people of 40 paid hours"));
    CHECK(has(outcome.out, "People over the months"));
    CHECK_FALSE(has(outcome.out, "07:30"));
    const Outcome csv = staff({clinic(), "--csv", "--quiet"});
    CHECK(csv.out.rfind("method,group,start,offered_load_erlang,required,scheduled\nerlang-a,reception,",
                        0) == 0);
}

TEST_CASE("every wrong option of staff is said at once")
{
    const Outcome outcome =
        staff({clinic(), "--method", "guess", "--target-service-level", "1.5", "--within", "soon",
               "--interval", "7min", "--shrinkage", "100%", "--fte-hours", "nan", "--turnover", "-1"});
    CHECK(outcome.status == 2);
    for (const char* option :
         {"method", "target-service-level", "within", "interval", "shrinkage", "fte-hours", "turnover"}) {
        CAPTURE(option);
        CHECK(has(outcome.err, std::string("option --") + option + " is"));
    }
    CHECK(staff({}).status == 2);
    CHECK(staff({"no-such-file.toml"}).status == 2);
    CHECK(staff({"--help"}).status == 0);
}
