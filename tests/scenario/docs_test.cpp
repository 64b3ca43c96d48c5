/// The guide's examples are read as they stand: the first block is a file; every other one is laid over those
/// before it.

#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace switchroom;

namespace {

std::vector<std::string> toml_blocks(const std::string& page)
{
    std::vector<std::string> blocks;
    std::istringstream lines(page);
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line == "```toml") {
            inside = true;
            blocks.emplace_back();
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            blocks.back() += line + "\n";
        }
    }
    return blocks;
}

} // namespace

TEST_CASE("all examples of the guide together are one valid scenario")
{
    const auto page = DiskFileSystem().read(SWITCHROOM_SOURCE_DIR "/docs/scenario-format.md");
    REQUIRE(page.ok());
    const auto blocks = toml_blocks(*page);
    REQUIRE(blocks.size() > 8);
    CHECK(read_scenario_text(MemoryFileSystem(), blocks[0], "first.toml").ok());
    MemoryFileSystem files;
    files.files["0.toml"] = blocks[0];
    std::string last = "0.toml";
    for (std::size_t i = 1; i < blocks.size(); ++i) {
        const std::string below = last;
        last = std::to_string(i) + ".toml";
        files.files[last] = "format = 1\ninclude = [\"" + below + "\"]\n" + blocks[i];
    }
    const auto document = read_scenario(files, last);
    for (const Diagnostic& error : document.errors())
        FAIL_CHECK(to_text(error) << "\n" << files.files[error.where.file]);
    REQUIRE(document.ok());
    CHECK(document->scenario.contracts[0].sla[0].at_least == Limit(Probability{0.95}));
    CHECK(document->scenario.contacts.size() == 9);
}
