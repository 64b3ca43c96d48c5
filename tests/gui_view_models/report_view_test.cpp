#include "gui/view_models/report_view.h"

#include "cli/report_verb.h"
#include "tests/gui_view_models/desk_fixture.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace switchroom;
using namespace switchroom::gui;
using namespace switchroom::gui::test;

namespace {

constexpr RunFeedOptions few{.replications = 8, .threads = 0, .data_dir = {}};

std::string content(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

/// A folder that goes with the test.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("switchroom-report-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return (path / name).string(); }
};

} // namespace

TEST_CASE("the window writes the bytes that the command line writes of the same files")
{
    const Folder folder;
    std::ofstream(folder.file("one.toml")) << small_clinic("one", 2, 40, 10);
    std::ofstream(folder.file("two.toml")) << small_clinic("two", 3, 40, 10);
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> arguments{folder.file("one.toml"),
                                             folder.file("two.toml"),
                                             "--terms",
                                             "20",
                                             "-o",
                                             folder.file("expected.html"),
                                             "--quiet"};
    REQUIRE(report_verb(arguments, out, err) == 0);

    DiskFileSystem disk;
    Desk desk(disk, few, {});
    for (const char* name : {"one.toml", "two.toml"}) {
        auto editor = open_scenario(disk, folder.file(name));
        REQUIRE(editor);
        desk.scenarios.push_back(*std::move(editor));
    }
    ReportView view({});
    view.path = folder.file("window.html");
    view.write();
    REQUIRE(settle(view, desk));
    REQUIRE(view.written());
    CHECK(view.written()->problems.empty());
    const std::string expected = content(folder.file("expected.html"));
    CHECK(expected.size() > 10000);
    CHECK(content(folder.file("window.html")) == expected);
}

TEST_CASE("what the disk refuses is said, and no file is left behind")
{
    const Folder folder;
    DiskFileSystem disk;
    Desk desk(disk, few, {});
    put(desk, small_clinic("one", 2, 40), folder.file("one.toml"));
    ReportView view({});
    view.path = folder.file("no such folder/report.html");
    view.write();
    REQUIRE(settle(view, desk));
    REQUIRE(view.written());
    CHECK_FALSE(view.written()->problems.empty());
    CHECK_FALSE(std::filesystem::exists(folder.file("no such folder")));
}

TEST_CASE("a scenario that is left out is not in the report, and the file's ending follows the form")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("Left clinic", 2, 40), "left.toml");
    put(desk, small_clinic("Right clinic", 2, 40), "right.toml");
    ReportView view({});
    REQUIRE(settle(view, desk));
    const auto says = [&](const std::string& words) {
        return std::any_of(view.preview().begin(), view.preview().end(), [&](const PreviewBlock& block) {
            return block.words.find(words) != std::string::npos;
        });
    };
    CHECK(says("Right clinic"));
    view.choose(desk.scenarios[1]->id(), false);
    REQUIRE(settle(view, desk));
    CHECK_FALSE(says("Right clinic"));
    CHECK(view.path == "left-report.html");
    view.format = report::ReportFormat::xlsx;
    view.follow_format();
    CHECK(view.path == "left-report.xlsx");
}

TEST_CASE("a preview stands after four runs, the report after all that the scenario asks for")
{
    MemoryFileSystem memory;
    const auto editor = ScenarioEditor(memory, small_clinic("clinic", 2, 40, 10), "clinic.toml");
    const ReportOrder order{.documents = {editor.document()}, .terms = 1};
    std::vector<std::shared_ptr<const MadeReport>> made;
    JobOrder<MadeReport>* job = nullptr;
    JobOrder<MadeReport> working([&] { made.push_back(job->latest()); });
    job = &working;
    make_report(memory, order, 1, working);
    std::vector<std::int64_t> runs_of_documents;
    for (const auto& one : made)
        if (one->document)
            runs_of_documents.push_back(one->replications);
    REQUIRE(runs_of_documents.size() >= 3);
    CHECK(runs_of_documents.front() == 4);
    CHECK(std::is_sorted(runs_of_documents.begin(), runs_of_documents.end()));
    CHECK(runs_of_documents.back() == editor.document()->scenario.run.replications);
    CHECK(made.back()->stage == ReportStage::done);
    CHECK(made.back()->document->subtitle.find(std::to_string(runs_of_documents.back())) !=
          std::string::npos);
}
