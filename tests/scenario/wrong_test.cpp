/// Every file under wrong/ holds a mistake (or several) and, in comments at its end, what must be said about
/// it: all of it, only that, in this order. `# expect LINE:COLUMN TEXT`, with the file in front where it is
/// an included one; 0:0 is the file as a whole.

#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

using namespace switchroom;

namespace {

struct Expected {
    std::string place;
    std::string text;
};

std::vector<Expected> expected_in(const std::string& content)
{
    std::vector<Expected> all;
    std::istringstream lines(content);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("# expect ")) {
            const auto space = line.find(' ', 9);
            all.push_back({line.substr(9, space - 9), line.substr(space + 1)});
        }
    return all;
}

std::string place_of(const Diagnostic& diagnostic, const std::string& folder, const std::string& file)
{
    std::string place = std::to_string(diagnostic.where.line) + ":" + std::to_string(diagnostic.where.column);
    if (diagnostic.where.file != file && diagnostic.where.file.starts_with(folder))
        place = diagnostic.where.file.substr(folder.size()) + ":" + place;
    return place;
}

} // namespace

TEST_CASE("every mistake is reported with its place and nothing else is")
{
    const std::string folder = SWITCHROOM_SOURCE_DIR "/tests/scenario/wrong/";
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    CHECK(files.size() >= 40);
    const DiskFileSystem disk;
    for (const std::string& file : files) {
        CAPTURE(file);
        const auto expected = expected_in(*disk.read(file));
        const auto document = read_scenario(disk, file);
        const Diagnostics found = document ? document->warnings : document.errors();
        std::string said;
        for (const Diagnostic& diagnostic : found)
            said += "\n" + to_text(diagnostic);
        CAPTURE(said);
        CHECK(expected.size() > 0);
        CHECK(found.size() == expected.size());
        for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
            CHECK(place_of(found[i], folder, file) == expected[i].place);
            CAPTURE(expected[i].text);
            CHECK(found[i].message.find(expected[i].text) != std::string::npos);
        }
    }
}
