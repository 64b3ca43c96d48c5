#include "gui/view_models/scenario_editor.h"

#include "gui/view_models/save_files.h"
#include "sim/scenario/read.h"
#include "tests/gui_view_models/temporary_folder.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

DiskFileSystem disk;

std::string library(const std::string& name)
{
    return SWITCHROOM_SOURCE_DIR "/scenarios/" + name + ".toml";
}

const std::string practice = "# ours\nformat = 1\nname = \"Ours\"\n\n[[contacts]]\nname = \"calls\" # all\n"
                             "arrivals.rate_per_hour = 30\ntalk = \"3min\"\n\n[[groups]]\nname = \"desk\"\n"
                             "agents = 2   # two\n";

struct Opened {
    Opened() { files.files["ours.toml"] = practice; }
    MemoryFileSystem files;
    ScenarioEditor editor{files, practice, "ours.toml"};
};

void expect_none(const Diagnostics& problems)
{
    for (const Diagnostic& problem : problems)
        FAIL_CHECK(to_text(problem));
}

} // namespace

TEST_CASE("each change has a name, is taken back and made again")
{
    Opened opened;
    ScenarioEditor& editor = opened.editor;
    expect_none(editor.set("groups[0].agents", "3"));
    CHECK(editor.undo_name() == "desk: agents");
    CHECK(editor.document()->scenario.groups[0].agents->constant == 3);
    expect_none(editor.insert("groups[1]", "{ name = \"second\", agents = 1 }"));
    expect_none(editor.change({set_edit("time.days", "7"), set_edit("run.seed", "4")}, "a week"));
    CHECK(editor.undo_name() == "a week");
    editor.undo();
    CHECK(editor.redo_name() == "a week");
    CHECK(editor.document()->scenario.time.days == 28);
    CHECK(editor.document()->scenario.groups.size() == 2);
    editor.undo();
    editor.undo();
    CHECK(editor.text() == practice);
    CHECK_FALSE(editor.can_undo());
    CHECK(editor.undo_name().empty());
    CHECK_FALSE(editor.has_unsaved_changes());
    editor.redo();
    CHECK(editor.document()->scenario.groups[0].agents->constant == 3);
    expect_none(editor.set("groups[0].tone", "0.75"));
    CHECK_FALSE(editor.can_redo());
}

TEST_CASE("revisions rise with the document, and with the text alone where that has errors")
{
    Opened opened;
    ScenarioEditor& editor = opened.editor;
    const auto revision = editor.revision();
    const auto text_revision = editor.text_revision();
    expect_none(editor.set("groups[0].agents", "2")); // as it is: no change
    CHECK(editor.revision() == revision);
    CHECK_FALSE(editor.can_undo());
    expect_none(editor.set("groups[0].agents", "-1"));
    CHECK(editor.revision() == revision);
    CHECK(editor.text_revision() > text_revision);
    CHECK(editor.document()->scenario.groups[0].agents->constant == 2);
    CHECK(has_errors(editor.problems()));
    editor.undo();
    CHECK_FALSE(has_errors(editor.problems()));
    CHECK(editor.text() == practice);
}

TEST_CASE("what a slider does while it is held is one change")
{
    Opened opened;
    ScenarioEditor& editor = opened.editor;
    editor.begin_gesture();
    for (int agents = 3; agents < 9; ++agents)
        expect_none(editor.set("groups[0].agents", std::to_string(agents)));
    CHECK(editor.document()->scenario.groups[0].agents->constant == 8);
    editor.end_gesture();
    expect_none(editor.set("groups[0].tone", "0.75"));
    editor.undo();
    CHECK(editor.document()->scenario.groups[0].agents->constant == 8);
    editor.undo();
    CHECK(editor.text() == practice);

    editor.begin_gesture(); // away and back is no change at all
    expect_none(editor.set("groups[0].agents", "7"));
    expect_none(editor.set("groups[0].agents", "2"));
    editor.end_gesture();
    CHECK_FALSE(editor.can_undo());
    CHECK(editor.text() == practice);
}

TEST_CASE("the past is long but not endless")
{
    Opened opened;
    ScenarioEditor& editor = opened.editor;
    for (int i = 0; i < 1000; ++i)
        expect_none(editor.set("run.seed", std::to_string(i + 2)));
    int steps = 0;
    for (; editor.can_undo(); ++steps)
        editor.undo();
    CHECK(steps >= 200);
    CHECK(steps < 1000);
    for (; editor.can_redo(); --steps)
        editor.redo();
    CHECK(steps == 0);
    CHECK(editor.document()->scenario.run.seed == 1001);
}

TEST_CASE("problems are found at the field that they are about")
{
    Opened opened;
    ScenarioEditor& editor = opened.editor;
    expect_none(editor.set("groups[0].agents", "-1"));
    expect_none(editor.set("contacts[0].talk", "{ family = \"lognormal\", mean = \"3min\", cv = -2 }"));
    CHECK(editor.problems().size() == 2);
    REQUIRE(editor.problems_at("groups[0].agents").size() == 1);
    CHECK(editor.problems_at("groups[0].agents")[0].message.find("-1") != std::string::npos);
    CHECK(editor.problems_at("groups[0].name").empty());
    CHECK(editor.problems_at("contacts[0].talk.cv").size() == 1);
    CHECK(editor.problems_at("contacts[0].talk").size() == 1);
    CHECK(editor.problems_at("contacts[0].talk.mean").empty());
    CHECK(editor.problems_at("contacts").size() == 1);
    CHECK(editor.problems_at("contacts[0].tal").empty());
    CHECK(editor.problems_at("routes").empty());
}

TEST_CASE("a text that is no TOML is told, and what it said before stays")
{
    Opened opened;
    opened.editor.set_text("name = \"", "typing");
    CHECK(has_errors(opened.editor.problems()));
    CHECK(opened.editor.document()->scenario.name == "Ours");
    CHECK_FALSE(opened.editor.set("run.seed", "4").empty());
    CHECK(opened.editor.problems_at("name").empty());
    CHECK(opened.editor.undo_name() == "typing");
}

TEST_CASE("saving writes the text, and never over what somebody else wrote meanwhile")
{
    Opened opened;
    ScenarioEditor& editor = opened.editor;
    expect_none(editor.set("groups[0].agents", "3"));
    CHECK(editor.has_unsaved_changes());
    expect_none(editor.save());
    CHECK_FALSE(editor.has_unsaved_changes());
    CHECK(opened.files.files["ours.toml"].find("agents = 3   # two") != std::string::npos);

    opened.files.files["ours.toml"] = practice + "# somebody else\n";
    CHECK(editor.changed_on_disk());
    expect_none(editor.set("groups[0].agents", "4"));
    CHECK_FALSE(editor.save().empty());
    CHECK(opened.files.files["ours.toml"] == practice + "# somebody else\n");
    expect_none(editor.reload());
    CHECK(editor.text() == practice + "# somebody else\n");
    CHECK_FALSE(editor.has_unsaved_changes());
    editor.undo(); // what was typed is not lost
    CHECK(editor.document()->scenario.groups[0].agents->constant == 4);
    expect_none(editor.save());

    opened.files.files["other.toml"] = "another";
    CHECK_FALSE(editor.save_as("other.toml").empty());
    CHECK(opened.files.files["other.toml"] == "another");
    CHECK(editor.path() == "ours.toml");
    expect_none(editor.save_as("other.toml", Replace::yes));
    CHECK(opened.files.files["other.toml"] == editor.text());
    CHECK(editor.path() == "other.toml");
}

TEST_CASE("a copy of a library file is saved elsewhere, with all that it includes, and reads the same there")
{
    const TemporaryFolder folder;
    auto editor = new_from_library(disk, library("daytime-overflow"), folder / "docs");
    REQUIRE(editor.ok());
    ScenarioEditor& copy = **editor;
    CHECK(copy.needs_path());
    CHECK(copy.suggested_path() == folder / "docs/My practice.toml");
    CHECK_FALSE(copy.has_unsaved_changes());
    expect_none(copy.set("groups[0].agents.weekdays[0][1]", "3"));
    CHECK_FALSE(copy.save().empty());
    CHECK_FALSE(copy.save_as(library("daytime-overflow"), Replace::yes).empty());
    CHECK_FALSE(copy.save_as(library("minimal"), Replace::yes).empty());
    const Scenario before = copy.document()->scenario;

    expect_none(copy.save_as(copy.suggested_path()));
    CHECK_FALSE(copy.needs_path());
    CHECK_FALSE(copy.has_unsaved_changes());
    CHECK(copy.document()->scenario == before);
    CHECK(copy.document()->file == folder / "docs/My practice.toml");
    for (const char* name : {"docs/My practice.toml", "docs/practice.toml", "docs/voicemail-only.toml"})
        CHECK_MESSAGE(std::filesystem::exists(folder / name), name);
    CHECK(folder.read("docs/practice.toml") == *disk.read(library("practice")));
    const auto again = read_scenario(disk, folder / "docs/My practice.toml");
    REQUIRE(again.ok());
    CHECK(again->scenario == before);
    copy.undo();
    CHECK((*copy.document()->scenario.groups[0].agents->steps[DayKey::weekdays])[0].value == 2);
    expect_none(copy.save());

    const auto second = new_from_library(disk, library("minimal"), folder / "docs");
    CHECK((*second)->suggested_path() == folder / "docs/My practice 2.toml");
}

TEST_CASE("a file that a scenario needs is not written over another of its name")
{
    const TemporaryFolder folder;
    folder.write("practice.toml", "# mine\n");
    auto copy = new_from_library(disk, library("daytime-overflow"), folder.path());
    REQUIRE(copy.ok());
    const Diagnostics problems = (*copy)->save_as((*copy)->suggested_path());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where.file == folder / "practice.toml");
    CHECK(folder.read("practice.toml") == "# mine\n");
    CHECK_FALSE(std::filesystem::exists(folder / "My practice.toml"));
    CHECK_FALSE(std::filesystem::exists(folder / "voicemail-only.toml"));
    folder.write("practice.toml", *disk.read(library("practice"))); // the same: it is used
    expect_none((*copy)->save_as((*copy)->suggested_path()));
}

TEST_CASE("a library file that was opened as such is not saved over either")
{
    auto editor = open_scenario(disk, library("minimal"));
    REQUIRE(editor.ok());
    CHECK((*editor)->is_library_file());
    CHECK((*editor)->needs_path());
    expect_none((*editor)->set("groups[0].agents", "3"));
    CHECK_FALSE((*editor)->save().empty());
    CHECK_FALSE(is_in_library("/tmp/minimal.toml"));
}

TEST_CASE("a rename goes everywhere")
{
    auto editor = open_scenario(disk, library("overflow-rules"));
    REQUIRE(editor.ok());
    ScenarioEditor& e = **editor;
    expect_none(e.rename("groups[0]", "reception"));
    CHECK_FALSE(has_errors(e.problems()));
    CHECK(e.document()->scenario.groups[0].name == "reception");
    CHECK(e.document()->scenario.groups[0].key == "desk 1");
    expect_none(e.rename("contacts[0]", "calls \"A\""));
    CHECK_FALSE(has_errors(e.problems()));
    CHECK(e.document()->scenario.routes[0].contacts == std::vector<std::string>{"calls \"A\""});
    CHECK_FALSE(e.rename("contacts[0]", "all busy").empty());
    e.undo();
    e.undo();
    CHECK_FALSE(e.has_unsaved_changes());
}
