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

/// The code of the second column of each row of each table, in its order.
std::vector<std::vector<std::string>> lines_in_tables(const std::string& page)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
        const auto first = line.find(" | ");
        const auto second = line.find(" | ", first + 3);
        if (!line.starts_with("| ") || second == std::string::npos)
            continue;
        const std::string cell = line.substr(first + 3, second - first - 3);
        std::vector<std::string> codes;
        for (std::size_t from = cell.find('`'); from != std::string::npos;) {
            const auto to = cell.find('`', from + 1);
            codes.push_back(cell.substr(from + 1, to - from - 1));
            from = cell.find('`', to + 1);
        }
        if (!codes.empty() && codes[0].find(" = ") != std::string::npos)
            rows.push_back(codes);
    }
    return rows;
}

/// The section of the file into which such a line belongs.
std::string section_of(const std::string& line)
{
    if (line.starts_with("open") || line.starts_with("closed"))
        return "[[routes]]\ncontact = \"calls\"\n";
    return line.starts_with("head_start") ? "[[contacts]]\nname = \"calls\"\n"
                                          : "[[groups]]\nname = \"front desk\"\n";
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
    CHECK(document->scenario.contacts.size() == 10);
}

TEST_CASE("every line of the page of routing policies is valid in the file that stands there")
{
    const auto page = DiskFileSystem().read(SWITCHROOM_SOURCE_DIR "/docs/routing.md");
    REQUIRE(page.ok());
    MemoryFileSystem files;
    files.files["base.toml"] = toml_blocks(*page).at(0);
    CHECK(read_scenario(files, "base.toml").ok());
    const auto rows = lines_in_tables(*page);
    CHECK(rows.size() >= 20);
    for (const auto& row : rows) {
        std::string text = "format = 1\ninclude = [\"base.toml\"]\n" + section_of(row[0]);
        for (const std::string& line : row)
            text += line + "\n";
        CAPTURE(text);
        files.files["line.toml"] = text;
        const auto document = read_scenario(files, "line.toml");
        for (const Diagnostic& error : document.errors())
            FAIL_CHECK(to_text(error));
        CHECK(document.ok());
    }
}
