#include "cli/measure_verb.h"
#include "cli/verbs.h"
#include "sim/experiment/table.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <sstream>

using namespace switchroom;

namespace {

/// A small canonical log on disk for one test.
struct LogFile {
    std::string path;
    explicit LogFile(const std::string& name) : path(std::string(std::tmpnam(nullptr)) + name)
    {
        std::ofstream(path) << "queue,arrived_at,wait_s,talk_s,outcome,caller,agent\n"
                               "appointments,2026-01-05T08:00:00+01:00,0,180,answered,0600000001,Zoe\n"
                               "appointments,2026-01-05T08:10:00+01:00,30,120,answered,0600000002,Zoe\n"
                               "appointments,2026-01-05T08:40:00+01:00,3,,abandoned,0600000003,\n"
                               "questions,2026-01-06T09:00:00+01:00,90,,abandoned,0600000004,\n"
                               "questions,2026-01-06T09:10:00+01:00,10,60,answered,0600000005,Ada\n";
    }
    ~LogFile() { std::remove(path.c_str()); }
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;
};

struct Run {
    int status = 0;
    std::string out;
    std::string err;
};

Run run(const std::vector<std::string>& arguments)
{
    std::ostringstream out, err;
    Run run;
    run.status = measure_verb(arguments, out, err);
    run.out = out.str();
    run.err = err.str();
    return run;
}

} // namespace

TEST_CASE("measure recomputes every service level from the log")
{
    const LogFile log("-log.csv");
    const Run json = run({log.path, "--json"});
    REQUIRE(json.status == exit_done);
    const auto document = nlohmann::json::parse(json.out);
    const auto& total = document["total"];
    CHECK(total["offered"]["mean"] == 5);
    CHECK(total["answered"]["mean"] == 3);
    CHECK(total["asa_s"]["mean"].get<double>() == doctest::Approx(40.0 / 3.0));
    CHECK(total["aht_s"]["mean"].get<double>() == doctest::Approx(120.0));
    // Within 20 s: 2 answered, 1 abandoned; within 5 s: 1 abandoned.
    const auto& levels = total["service_level_by_formula"];
    const auto level = [&](const char* name) { return levels[name]["mean"].get<double>(); };
    CHECK(level("answered/offered") == doctest::Approx(2.0 / 5.0));
    CHECK(level("answered/answered") == doctest::Approx(2.0 / 3.0));
    CHECK(level("answered/offered-excluding-abandons-within") == doctest::Approx(2.0 / 4.0));
    CHECK(level("(answered+abandoned)/offered") == doctest::Approx(3.0 / 5.0));
    CHECK(level("answered/offered-excluding-short-abandons") == doctest::Approx(2.0 / 4.0));
    CHECK(level("(answered+short-abandoned)/offered") == doctest::Approx(3.0 / 5.0));
    CHECK(document["contacts"]["questions"]["abandoned"]["mean"] == 1);
}

TEST_CASE("measure's text keeps within 100 columns and its rows follow --by")
{
    const LogFile log("-log.csv");
    for (const char* by : {"type", "interval", "hour", "day", "weekday", "month"}) {
        const Run text = run({log.path, "--by", by, "--quality"});
        REQUIRE(text.status == exit_done);
        std::istringstream lines(text.out);
        for (std::string line; std::getline(lines, line);)
            CHECK(columns_of(line) <= 100);
    }
    CHECK(run({log.path, "--by", "day"}).out.find("2026-01-06") != std::string::npos);
    CHECK(run({log.path, "--by", "weekday"}).out.find("mon") != std::string::npos);
}

TEST_CASE("measure shows nobody's number or name")
{
    const LogFile log("-log.csv");
    for (const char* form : {"--json", "--csv", "--quality"}) {
        const Run shown = run({log.path, form});
        for (const char* identity : {"060000000", "Zoe", "Ada"})
            CHECK((shown.out + shown.err).find(identity) == std::string::npos);
    }
}

TEST_CASE("measure takes only the rows that a condition names")
{
    const LogFile log("-log.csv");
    const Run json = run({log.path, "--json", "--where", "type == 'appointments' and hour == 8"});
    CHECK(nlohmann::json::parse(json.out)["total"]["offered"]["mean"] == 3);
}

TEST_CASE("measure says all that is wrong with its arguments")
{
    const Run wrong = run({"--by", "fortnight", "--within", "soon", "--where", "wiat > 3s"});
    CHECK(wrong.status == exit_input_error);
    CHECK(wrong.out.empty());
    for (const char* part : {"fortnight", "soon", "--where:1:1", "\"wait\"", "one call log"})
        CHECK(wrong.err.find(part) != std::string::npos);
    CHECK(run({"/nowhere/log.csv"}).status == exit_input_error);
}

TEST_CASE("a log without calls has no levels, and prints a dash for them")
{
    const LogFile log("-log.csv");
    const Run none = run({log.path, "--where", "type == 'nobody'", "--quiet"});
    CHECK(none.status == exit_done);
    CHECK(none.out.find("F1 answered/offered") != std::string::npos);
    CHECK(none.out.find("nan") == std::string::npos);
}

TEST_CASE("an empty file is called empty, not a log of an unknown kind")
{
    const LogFile log("-log.csv");
    std::ofstream(log.path, std::ios::trunc).close();
    const Run empty = run({log.path});
    CHECK(empty.status == exit_input_error);
    CHECK(empty.err.find("the file is empty") != std::string::npos);
}
