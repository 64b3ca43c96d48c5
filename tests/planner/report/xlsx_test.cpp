#include "tests/planner/report/sample_document.h"

#include "planner/report/render_xlsx.h"
#include "sim/base/file_system.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <unistd.h>

using namespace switchroom;
using namespace switchroom::report;

namespace {

/// All parts of a workbook one after the other, each under its name, unpacked by Python's zip module: a
/// reader that is not ours.
std::string unpacked(const std::string& workbook)
{
    const std::string path =
        (std::filesystem::temp_directory_path() / ("switchroom-test-" + std::to_string(getpid()) + ".xlsx"))
            .string();
    DiskFileSystem disk;
    REQUIRE_FALSE(has_errors(disk.write_atomically(path, workbook)));
    const std::string command =
        "python3 -c 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist(): "
        "print(\"part\", n); print(z.read(n).decode())' " +
        path;
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        out.append(buffer.data(), n);
    CHECK(pclose(pipe) == 0);
    std::filesystem::remove(path);
    return out;
}

} // namespace

TEST_CASE("The same document gives the same workbook, byte by byte, seconds later too")
{
    const Result<std::string> first = to_xlsx(sample_document());
    REQUIRE(first);
    usleep(2100000); // zip archives count time in steps of two seconds
    const Result<std::string> second = to_xlsx(sample_document());
    REQUIRE(second);
    CHECK(*first == *second);
    CHECK(first->starts_with("PK"));
}

TEST_CASE("A workbook holds no formula, whatever its texts begin with")
{
    const Result<std::string> workbook = to_xlsx(sample_document());
    REQUIRE(workbook);
    const std::string parts = unpacked(*workbook);
    CHECK(parts.find("<f>") == std::string::npos);
    CHECK(parts.find("<hyperlink") == std::string::npos);
    CHECK(parts.find("=HYPERLINK(\"a\",\"b\")</t>") != std::string::npos); // there, as a string
    CHECK(parts.find("<t>+1</t>") != std::string::npos);
}

TEST_CASE(
    "Figures of a workbook are numbers with the format of their unit, half-widths in a column beside them")
{
    const Result<std::string> workbook = to_xlsx(sample_document());
    REQUIRE(workbook);
    const std::string parts = unpacked(*workbook);
    CHECK(parts.find("<v>0.8113</v>") != std::string::npos);
    CHECK(parts.find("<v>0.0042</v>") != std::string::npos);
    CHECK(parts.find("± level") != std::string::npos);
    CHECK(parts.find("#,##0.00&quot; EUR&quot;") != std::string::npos);
}

TEST_CASE("Sheets have names that a workbook accepts, each of its own")
{
    const auto names =
        sheet_names({"a/b: [table]", "A B  TABLE", "a b   table", "", "history", "'quoted'",
                     std::string(40, 'x'), std::string(40, 'x'), "\xC3\xA9" + std::string(40, 'y')});
    const std::vector<std::string> expected{"a b   table",
                                            "A B  TABLE",
                                            "a b   table 2",
                                            "table",
                                            "history 2",
                                            "quoted",
                                            std::string(31, 'x'),
                                            std::string(29, 'x') + " 2",
                                            "\xC3\xA9" + std::string(30, 'y')};
    CHECK(names == expected);
}
