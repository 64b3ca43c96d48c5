#include "sim/scenario/parse_toml.h"
#include "sim/scenario/read.h"
#include "sim/scenario/read_values.h"
#include "sim/scenario/write.h"
#include "tests/scenario/random_document.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace switchroom;

namespace {

/// Reads without validation: random scenarios are documents, not sensible practices.
Scenario read_back(const std::string& text, std::string& complaints)
{
    const auto tree = parse_toml(text, "written.toml");
    if (!tree) {
        complaints += to_text(tree.errors().front());
        return {};
    }
    const SourceMap places = places_of(*tree);
    Reporter report(places);
    ReadContext context{report, {}};
    Scenario scenario;
    read_value(context, *tree, "", scenario, Limits{});
    for (const Diagnostic& diagnostic : report.sorted({}))
        complaints += "\n" + to_text(diagnostic);
    return scenario;
}

} // namespace

TEST_CASE("every scenario that is written reads back equal")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        const Scenario scenario = random_document(seed);
        const std::string text = write_scenario(scenario);
        std::string complaints;
        const bool equal = read_back(text, complaints) == scenario;
        CHECK(complaints == "");
        CHECK(equal);
        if (!equal)
            break;
    }
}

TEST_CASE("every scenario of the library reads without errors and survives being written")
{
    const DiskFileSystem disk;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SWITCHROOM_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".toml")
            continue;
        const std::string file = entry.path();
        CAPTURE(file);
        const auto document = read_scenario(disk, file);
        for (const Diagnostic& error : document.errors())
            FAIL_CHECK(to_text(error));
        REQUIRE(document.ok());
        const auto again = read_scenario_text(disk, write_scenario(document->scenario), file);
        for (const Diagnostic& error : again.errors())
            FAIL_CHECK(to_text(error));
        REQUIRE(again.ok());
        CHECK(again->scenario == document->scenario);
        ++files;
    }
    CHECK(files >= 1);
}

TEST_CASE("setting a value changes its text and nothing else")
{
    const std::string text = "# my practice\n"
                             "format = 1\r\n"
                             "name = \"Präsenz\"   # keep me\n"
                             "[[contacts]]\n"
                             "name = \"calls\"\n"
                             "talk = { family = \"lognormal\", mean = \"3min\", cv = 0.8 } # « look »\n"
                             "arrivals.profile.weekdays = [\n"
                             "  [\"08:00\", 24], # busy ]\n"
                             "  [\"12:00\", 12],\n"
                             "]\n"
                             "priority=2\n";
    const auto with = [&](std::string_view path, std::string_view literal) {
        const auto changed = set_value(text, path, literal);
        REQUIRE_MESSAGE(changed.ok(), path);
        return *changed;
    };
    const auto replaced = [&](std::string from, std::string_view to) {
        std::string copy = text;
        copy.replace(copy.find(from), from.size(), to);
        return copy;
    };
    CHECK(with("contacts[0].talk.mean", "\"4min\"") == replaced("\"3min\"", "\"4min\""));
    CHECK(with("contacts[0].talk.cv", "0.75") == replaced("0.8", "0.75"));
    CHECK(with("name", "\"Desk\"") == replaced("\"Präsenz\"", "\"Desk\""));
    CHECK(with("contacts[0].priority", "1") == replaced("priority=2", "priority=1"));
    CHECK(with("contacts[0].arrivals.profile.weekdays[1][1]", "15") ==
          replaced("\"12:00\", 12", "\"12:00\", 15"));
    CHECK(with("contacts[0].arrivals.profile.weekdays[0]", "[\"07:00\", 3]") ==
          replaced("[\"08:00\", 24]", "[\"07:00\", 3]"));
    CHECK(with("contacts[0].talk", "\"3min\"") ==
          replaced("{ family = \"lognormal\", mean = \"3min\", cv = 0.8 }", "\"3min\""));
}

TEST_CASE("setting a value refuses what would not be that value")
{
    const std::string text = "format = 1\nname = \"x\"\n[time]\ndays = 7\n";
    CHECK_FALSE(set_value(text, "time.days", "7\nname = 2").ok());
    CHECK_FALSE(set_value(text, "time.days", "").ok());
    CHECK_FALSE(set_value(text, "time.interval", "\"15min\"").ok());
    CHECK_FALSE(set_value(text, "time", "{ days = 3 }").ok());
    CHECK_FALSE(set_value("name = ", "name", "1").ok());
}
