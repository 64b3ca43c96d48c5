#include "cli/verbs.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

const std::string minimal = SWITCHROOM_SOURCE_DIR "/scenarios/minimal.toml";
const std::string wrong = SWITCHROOM_SOURCE_DIR "/tests/scenario/wrong/many_mistakes_at_once.toml";

struct Outcome {
    int status = 0;
    std::string out;
    std::string err;
};

Outcome check(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "check");
    std::ostringstream out;
    std::ostringstream err;
    const int status = run_program(arguments, out, err);
    return {status, out.str(), err.str()};
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("check says in plain words what it understood of a good file")
{
    const Outcome outcome = check({minimal});
    CHECK(outcome.status == exit_done);
    CHECK(outcome.err == "");
    // 4 h at 24 calls an hour and 6 h at 12 make 168; 2 people for 10 h make 20 hours; 168 × 150 s make 7 h a
    // day.
    CHECK(has(outcome.out, "first calls a day: mon-fri 168"));
    CHECK(has(outcome.out, "handle time 2min30s"));
    CHECK(has(outcome.out, "agent hours a day: mon-fri 20"));
    CHECK(has(outcome.out, "work: 35 hours a week of first calls for 100 agent hours (35 % busy"));
}

TEST_CASE("check prints all errors of a file as file:line:column and ends with status 1")
{
    const Outcome outcome = check({wrong});
    CHECK(outcome.status == exit_verdict_negative);
    CHECK(outcome.out == "");
    CHECK(outcome.err.starts_with(wrong +
                                  ":3:1: error: unknown key \"curency\", did you mean \"currency\"?\n"));
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 9);
}

TEST_CASE("check --json is one document with the place of every error")
{
    const Outcome good = check({"--json", minimal});
    CHECK(good.status == exit_done);
    CHECK(nlohmann::json::parse(good.out)["ok"] == true);
    const Outcome bad = check({"--json", minimal, wrong});
    CHECK(bad.status == exit_verdict_negative);
    const auto document = nlohmann::json::parse(bad.out);
    CHECK(document["ok"] == false);
    REQUIRE(document["errors"].size() == 9);
    CHECK(document["errors"][0]["file"] == wrong);
    CHECK(document["errors"][0]["line"] == 3);
    CHECK(document["errors"][0]["column"] == 1);
    CHECK(has(document["errors"][0]["message"], "unknown key"));
}

TEST_CASE("a warning is no error")
{
    const Outcome outcome =
        check({SWITCHROOM_SOURCE_DIR "/tests/scenario/wrong/works_at_other_times_than_promised.toml"});
    CHECK(outcome.status == exit_done);
    CHECK(has(outcome.err, ": warning: callers are promised other windows"));
    CHECK(has(outcome.out, "then callback as callbacks") == false);
    CHECK(has(outcome.out, "callback as callbacks"));
}

TEST_CASE("check without a file, or with one that is not there, ends with status 2")
{
    CHECK(check({}).status == exit_input_error);
    CHECK(check({"no-such-file.toml"}).status == exit_input_error);
    CHECK(check({wrong, "no-such-file.toml"}).status == exit_input_error);
    CHECK(has(check({"no-such-file.toml"}).err, "no-such-file.toml: error: cannot read this file"));
    CHECK(check({"--colour", minimal}).status == exit_input_error);
    CHECK(check({"--help"}).status == exit_done);
}
