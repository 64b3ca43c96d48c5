#include "cli/erlang_verb.h"

#include "cli/erlang_help.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace switchroom;

namespace {

struct Run {
    int status = 0;
    std::string out;
    std::string err;
};

Run ask(std::vector<std::string> args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int status = erlang_verb(args, out, err);
    return {status, out.str(), err.str()};
}

nlohmann::json answer(std::vector<std::string> args)
{
    args.push_back("--json");
    const Run run = ask(std::move(args));
    REQUIRE(run.status == 0);
    return nlohmann::json::parse(run.out);
}

} // namespace

TEST_CASE("erlang tells every measure of the contract under its JSON key")
{
    const auto a = answer({"a", "--arrivals", "210/h", "--handle", "3min", "--patience", "5min", "--agents",
                           "13", "--within", "20s"});
    CHECK(a["model"] == "a");
    CHECK(a["offered_load_erlang"].get<double>() == doctest::Approx(10.5));
    CHECK(a["mean_wait_s"].get<double>() ==
          doctest::Approx(9.91280260915214).epsilon(1e-12)); // reference PV124
    CHECK(a["probability_block"] == 0.0);
    for (const char* key :
         {"agents", "probability_wait", "probability_abandon", "asa_s", "service_level", "occupancy"})
        CHECK(a[key].is_number());
}

TEST_CASE("leaving out the agents asks for the least number, leaving out the load for the greatest")
{
    const auto least =
        answer({"c", "--load", "48", "--handle", "240s", "--within", "20s", "--target-service-level", "80%"});
    CHECK(least["agents"] == 54.0); // reference PV080
    const auto several = answer({"c", "--load", "10", "--handle", "3min", "--within", "20s",
                                 "--target-service-level", "0.8", "--target-occupancy", "0.7"});
    CHECK(several["agents"] == 15.0); // reference IN043
    const auto greatest = answer({"c", "--agents", "20", "--handle", "5min", "--target-asa", "60s"});
    CHECK(greatest["offered_load_erlang"].get<double>() ==
          doctest::Approx(17.6002463202218).epsilon(1e-10)); // reference PV072
    const auto by_formula =
        answer({"a", "--load", "10", "--handle", "3min", "--patience", "5min", "--within", "20s", "--formula",
                "answered/answered", "--target-service-level", "0.8"});
    CHECK(by_formula["agents"] == 12.0); // reference IN055
}

TEST_CASE("what a flag says and the model leaves out is a warning")
{
    const Run run = ask({"c", "--load", "5", "--handle", "3min", "--agents", "7", "--patience", "2min"});
    CHECK(run.status == 0);
    CHECK(run.err.find("nobody gives up") != std::string::npos);
    CHECK(ask({"c", "--load", "5", "--handle", "3min", "--agents", "7", "--patience", "2min", "--quiet"})
              .err.empty());
}

TEST_CASE("nonsense ends with status 2 and a sentence")
{
    const std::vector<std::vector<std::string>> wrong{
        {"nonsense"},
        {"c", "--load", "-3", "--handle", "3min", "--agents", "4"},
        {"c", "--load", "10", "--handle", "3min", "--agents", "10"},
        {"c", "--load", "10", "--handle", "3min", "--agents", "1e12"},
        {"c", "--load", "nan", "--handle", "3min", "--agents", "12"},
        {"c", "--load", "10", "--handle", "soon", "--agents", "12"},
        {"c", "--arrivals", "100/week", "--handle", "3min", "--agents", "12"},
        {"c", "--load", "10", "--handle", "3min", "--target-abandonment", "3%"},
        {"c", "--load", "10", "--handle", "3min"},
        {"b", "--load", "5", "--agents", "5", "--target-blocking", "1%"}};
    for (const auto& args : wrong) {
        const Run run = ask(args);
        CAPTURE(args.back());
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        CHECK(run.err.find("error: ") == 0);
    }
}

TEST_CASE("a file of cases comes back with results, passed-through columns and an error for the row that "
          "cannot be computed")
{
    const auto folder = std::filesystem::temp_directory_path();
    const std::string path = (folder / "switchroom_erlang_cases.csv").string();
    std::ofstream(path) << "case_id,n_servers,offered_load_erlang,note\n"
                           "A,2,1,\"a, quoted\"\n"
                           "B,-1,1,\n"
                           "C,10000,200,\n"
                           "D,3,x,\n";
    const Run run = ask({"b", "--cases", path});
    std::filesystem::remove(path);
    CHECK(run.status == 0);
    std::istringstream lines(run.out);
    std::string header, a, b, c, d;
    std::getline(lines, header);
    std::getline(lines, a);
    std::getline(lines, b);
    std::getline(lines, c);
    std::getline(lines, d);
    CHECK(header ==
          "case_id,n_servers,offered_load_erlang,note,blocking_prob,ln_blocking_prob,carried_load_erlang,"
          "lost_load_erlang,occupancy_per_server,condition_number_wrt_load,error");
    CHECK(a.find("A,2,1,\"a, quoted\",0.2000000000000000") == 0);
    CHECK(b.find("B,-1,1,,,,,,,,servers must be") == 0);
    CHECK(c.find("e-12737,-29325.7541713") !=
          std::string::npos); // below any double: written out from its logarithm
    CHECK(d.find("offered_load_erlang is not a number") != std::string::npos);
    CHECK(run.err.find("2 of 4 rows") != std::string::npos);
}

TEST_CASE("every model has an example, its help shows it, and it runs")
{
    for (const erlang::CaseModel& model : erlang::case_models()) {
        CAPTURE(std::string(model.name));
        std::string words(erlang_example(model.name));
        REQUIRE(!words.empty());
        CHECK(ask({"--help"}).out.find(words) != std::string::npos);
        CHECK(ask({std::string(model.name), "--help"}).out.find(words) != std::string::npos);
        words.erase(std::remove(words.begin(), words.end(), '\''), words.end());
        std::istringstream stream(words);
        std::vector<std::string> args;
        for (std::string word; stream >> word;)
            args.push_back(word);
        const Run run = ask(args);
        CHECK(run.status == 0);
        CHECK(run.err == "");
    }
}

TEST_CASE("what is missing is named by its flag, and a wrong flag is told once")
{
    CHECK(ask({"a", "--load", "3", "--handle", "3min", "--patience", "1min"}).err ==
          "error: --agents is missing: agents\n");
    CHECK(ask({"mg1", "--set", "service_dist_s=exp:60"}).err ==
          "error: --arrivals is missing: calls per second\n");
    const std::string twice = ask({"c", "--arrivals", "9/h", "--handle", "3", "--agents", "2"}).err;
    CHECK(std::count(twice.begin(), twice.end(), '\n') == 1);
    CHECK(ask({"unheard-of"}).err.find("\"transient\"") != std::string::npos);
}

TEST_CASE("flags that a file of cases would pass over are refused")
{
    const Run run = ask({"c", "--cases", "any.csv", "--agents", "3", "--json"});
    CHECK(run.status == 2);
    CHECK(run.err.find("leave out --agents") != std::string::npos);
    CHECK(run.err.find("leave out --json") != std::string::npos);
}
