/// "Every forwarded call and every hand-off is logged", checked by counting rows of the trace.

#include "cli/verbs.h"
#include "tests/scenarios/library.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace switchroom;
using namespace switchroom::library;

namespace {

struct Traced {
    nlohmann::json figures; ///< of the one run that the trace is of
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> columns;

    std::size_t column(std::string_view name) const
    {
        const auto found = std::find(columns.begin(), columns.end(), name);
        REQUIRE_MESSAGE(found != columns.end(), "no column " << name);
        return static_cast<std::size_t>(found - columns.begin());
    }
    const std::string& at(const std::vector<std::string>& row, std::string_view name) const
    {
        return row.at(column(name));
    }
};

/// The traces of the library hold no quotes.
std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells{""};
    for (const char c : line)
        if (c == ',')
            cells.emplace_back();
        else
            cells.back() += c;
    return cells;
}

Traced trace_of(const std::string& name)
{
    std::string folder = (std::filesystem::temp_directory_path() / "switchroom-test-XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> arguments{
        "simulate", path_of(name), "--replications", "1",       "--kpis",
        "all",      "--json",      "--quiet",        "--trace", folder + "/calls.csv"};
    const int status = run_program(arguments, out, err);
    REQUIRE_MESSAGE(status == 0, err.str());
    Traced traced;
    traced.figures = nlohmann::json::parse(out.str());
    std::ifstream file(folder + "/calls.csv");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        if (traced.columns.empty())
            traced.columns = cells_of(line);
        else
            traced.rows.push_back(cells_of(line));
    }
    std::filesystem::remove_all(folder);
    return traced;
}

} // namespace

TEST_CASE("every call that is forwarded to the answering service has a row that says to whom and why")
{
    const Traced traced = trace_of("daytime-overflow");
    std::size_t forwarded = 0;
    for (const auto& row : traced.rows)
        if (traced.at(row, "forwarded_to") == "answering service") {
            ++forwarded;
            CHECK_FALSE(traced.at(row, "reason").empty());
        }
    CHECK(forwarded > 500);
    CHECK(static_cast<double>(forwarded) ==
          traced.figures["groups"]["answering service"]["forwarded"]["mean"].get<double>());
}

TEST_CASE("every hand-off of the night's bot has a row that says to which list")
{
    const Traced traced = trace_of("after-hours-ai");
    std::size_t handed_off = 0;
    for (const auto& row : traced.rows)
        if (traced.at(row, "outcome") == "bot" && !traced.at(row, "handed_off_to").empty()) {
            ++handed_off;
            CHECK(traced.at(row, "handed_off_to") == "night notes");
        }
    double counted = 0.0;
    for (const auto& contact : traced.figures["contacts"])
        if (contact["bot_hand_offs"]["mean"].is_number())
            counted += contact["bot_hand_offs"]["mean"].get<double>();
    CHECK(handed_off > 100);
    CHECK(static_cast<double>(handed_off) == counted);
}
