/// What compiling refuses, and where it says so.

#include "tests/centre/compile_support.h"

#include <string>

using namespace switchroom;

namespace {

bool says(const std::string& text, const std::string& part)
{
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

const std::string rest = "\n[[groups]]\nname = \"desk\"\nagents = 1\n";

} // namespace

TEST_CASE("a law that cannot be is refused where it stands")
{
    const std::string text =
        "format = 1\nname = \"t\"\n[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 1\n"
        "talk = { family = \"exponential\", mean = \"1min\", shift = \"10s\", at_most = \"5s\" }\n" +
        rest;
    MemoryFileSystem files;
    const auto document = read_scenario_text(files, text, "test.toml");
    const std::string errors = document ? errors_of(text) : text_of(document.errors());
    CHECK(says(errors, "test.toml:6"));
}

TEST_CASE("a file that is not there is named, with the place that names it")
{
    const std::string errors = errors_of("format = 1\nname = \"t\"\n[[contacts]]\nname = \"calls\"\n"
                                         "arrivals.profile = { file = \"nowhere.csv\" }\ntalk = \"1min\"\n" +
                                         rest);
    CHECK(says(errors, "test.toml:5"));
    CHECK(says(errors, "nowhere.csv"));
}

TEST_CASE("redials of blocked calls in a profile that counts attempts are refused where they stand")
{
    const auto text = [](const std::string& counts) {
        return "format = 1\nname = \"t\"\n[[contacts]]\nname = \"calls\"\n"
               "arrivals = { profile = { every_day = [[\"08:00\", 60], [\"18:00\", 0]] }, counts = \"" +
               counts +
               "\" }\ntalk = \"1min\"\n"
               "redial = { probability = 0, after_block = 0.5, delay = \"1min\" }\n"
               "[[lines]]\nname = \"trunks\"\ncount = 2\n" +
               rest;
    };
    const std::string errors = errors_of(text("attempts"));
    CHECK(says(errors, "test.toml:7"));
    CHECK(says(errors, "blocked calls"));
    CHECK(model_of(text("needs")).contacts[0].redial_after_block.count == 1);
}

TEST_CASE("mistakes inside a named file carry that file's lines")
{
    MemoryFileSystem files;
    files.files["profile.csv"] = "day,time,per_hour\nmon,08:00,3\nmoon,08:00,3\n";
    const std::string errors = errors_of("format = 1\nname = \"t\"\n[[contacts]]\nname = \"calls\"\n"
                                         "arrivals.profile = { file = \"profile.csv\" }\ntalk = \"1min\"\n" +
                                             rest,
                                         files);
    CHECK(says(errors, "profile.csv:3"));
}

TEST_CASE("a log without a call in the simulated days is an error that says from when to when it runs")
{
    MemoryFileSystem files;
    files.files["calls.csv"] =
        "call_id,queue,arrived_at,outcome,talk_s\n1,a,2026-03-05T09:00:00Z,answered,60\n";
    const std::string errors = errors_of(
        "format = 1\nname = \"t\"\n[time]\nstart = 2026-04-01\ndays = 2\n[[contacts]]\nname = \"calls\"\n"
        "arrivals.log = { file = \"calls.csv\" }\ntalk = \"1min\"\n" +
            rest,
        files);
    CHECK(says(errors, "test.toml:8"));
    CHECK(says(errors, "2026-03-05"));
}
