#include "gui/view_models/levers.h"

#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

DiskFileSystem disk;

std::string library(const std::string& name)
{
    return SWITCHROOM_SOURCE_DIR "/scenarios/" + name + ".toml";
}

std::unique_ptr<ScenarioEditor> open(const std::string& name)
{
    auto editor = open_scenario(disk, library(name));
    REQUIRE(editor.ok());
    REQUIRE((*editor)->document());
    return *std::move(editor);
}

ScenarioLever lever(const ScenarioEditor& editor, const std::string& label)
{
    for (ScenarioLever& one : levers(editor, Language::english))
        if (one.label == label)
            return one;
    FAIL("no lever ", label);
    return {};
}

void pull(ScenarioEditor& editor, const std::string& label, double value)
{
    const ScenarioLever one = lever(editor, label);
    for (const Diagnostic& error : apply(one, editor, value))
        FAIL_CHECK(label, ": ", to_text(error));
    for (const Diagnostic& problem : editor.problems())
        if (problem.severity == Severity::error)
            FAIL_CHECK(label, ": ", to_text(problem));
}

const Group& group(const ScenarioEditor& editor, const std::string& name)
{
    const auto& groups = editor.document()->scenario.groups;
    return *std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.name == name; });
}

std::string weekdays(const Group& g)
{
    std::string text;
    for (const Step<int>& step : *g.agents->steps[DayKey::weekdays])
        text += (text.empty() ? "" : " ") + to_text(step.from) + "=" + std::to_string(step.value);
    return text;
}

} // namespace

TEST_CASE("agents at noon of daytime overflow go up and down, the closed lunch stays closed")
{
    const auto editor = open("daytime-overflow");
    CHECK(lever(*editor, "agents at noon").value == 2.0);
    CHECK(lever(*editor, "agents at noon").least == 0.0);
    CHECK(lever(*editor, "agents at noon").most == 10.0);
    const std::string before = editor->text();

    pull(*editor, "agents at noon", 3);
    CHECK(weekdays(group(*editor, "front desk")) ==
          "08:00=2 12:00=3 12:30=0 13:30=3 14:00=2 18:00=1 19:00=0");
    CHECK(lever(*editor, "agents at noon").value == 3.0);
    CHECK(lever(*editor, "agents in the morning").value == 2.0);
    CHECK(lever(*editor, "agents in the afternoon").value == 2.0);
    CHECK(editor->undo_name() == "agents at noon");

    pull(*editor, "agents at noon", 2);
    CHECK(weekdays(group(*editor, "front desk")) == "08:00=2 12:30=0 13:30=2 18:00=1 19:00=0");
    pull(*editor, "agents at noon", 0);
    CHECK(lever(*editor, "agents at noon").value == 0.0);
    pull(*editor, "agents at noon", 2);
    CHECK(weekdays(group(*editor, "front desk")) == "08:00=2 12:30=0 13:30=2 18:00=1 19:00=0");

    while (editor->can_undo())
        editor->undo();
    CHECK(editor->text() == before);
}

TEST_CASE("other groups' levers carry their names")
{
    const auto editor = open("daytime-overflow");
    pull(*editor, "answering service: agents at noon", 15);
    CHECK(weekdays(group(*editor, "answering service")) ==
          "07:00=8 08:00=18 12:00=15 14:00=16 18:00=10 20:00=0");
    CHECK(lever(*editor, "answering service: agents in the morning").value == 18.0);
    CHECK(lever(*editor, "message taker: agents at noon").value == 1.0);
}

TEST_CASE("a call volume of 120 % and back leaves the file as it was, but for nothing")
{
    for (const char* name :
         {"daytime-overflow", "clinic-morning-peak", "minimal", "patient-contact-centre"}) {
        CAPTURE(name);
        const auto editor = open(name);
        const Scenario before = editor->document()->scenario;
        CHECK(lever(*editor, "call volume").value == doctest::Approx(1.0));
        pull(*editor, "call volume", 1.2);
        CHECK(lever(*editor, "call volume").value == doctest::Approx(1.2));
        const auto& arrivals = editor->document()->scenario.contacts[0].arrivals;
        CHECK(arrivals->day_factor[DayKey::every_day].value_or(1.0) == doctest::Approx(1.2));
        pull(*editor, "call volume", 0.85);
        CHECK(lever(*editor, "call volume").value == doctest::Approx(0.85));
        pull(*editor, "call volume", 1.0);
        CHECK(editor->document()->scenario == before);
    }
}

TEST_CASE("handle time and patience are scaled from what was opened, without drift")
{
    const auto editor = open("daytime-overflow");
    const Scenario before = editor->document()->scenario;
    pull(*editor, "handle time", 1.1);
    CHECK(editor->document()->scenario.contacts[0].talk->steps[0].value.mean == Duration{154});
    CHECK(editor->text().find("\"2min34s\"") != std::string::npos);
    for (const double value : {1.35, 0.5, 0.85, 2.0, 1.05}) {
        pull(*editor, "handle time", value);
        CHECK(lever(*editor, "handle time").value == doctest::Approx(value).epsilon(0.005));
    }
    pull(*editor, "handle time", 1.0);
    CHECK(editor->document()->scenario == before);
    pull(*editor, "patience", 1.5);
    CHECK(editor->document()->scenario.contacts[0].patience->steps[0].value.mean == Duration{180});
    pull(*editor, "patience", 1.0);
    CHECK(editor->document()->scenario == before);
}

TEST_CASE("what was edited beside a factor moves along in proportion")
{
    const auto editor = open("minimal");
    CHECK(editor->set("contacts[0].talk.mean", "\"5min\"").empty()); // twice what was opened
    CHECK(lever(*editor, "handle time").value == doctest::Approx(2.0));
    pull(*editor, "handle time", 1.6);
    CHECK(editor->document()->scenario.contacts[0].talk->steps[0].value.mean == minutes(4));
}

TEST_CASE("the overflow delay is that of every route that had the same")
{
    const auto editor = open("daytime-overflow");
    CHECK(lever(*editor, "overflow delay").value == 12.0);
    pull(*editor, "overflow delay", 30);
    const auto& routes = editor->document()->scenario.routes;
    CHECK(std::get<OfferStep>(routes[0].open[0]).for_ == seconds(30));
    CHECK(std::get<OfferStep>(routes[1].open[0]).for_ == seconds(30));
    CHECK_FALSE(std::get<OfferStep>(routes[2].open[0]).for_.has_value());
    CHECK(editor->text().find("for = \"30s\" },                           # two rings") != std::string::npos);
}

TEST_CASE("absences keep the whole days and change what is away within the day")
{
    const auto editor = open("daytime-overflow");
    CHECK(lever(*editor, "absences and breaks").value == doctest::Approx(1.0 - 0.96 * 0.92));
    pull(*editor, "absences and breaks", 0.2);
    const Shrinkage& shrinkage = group(*editor, "front desk").shrinkage;
    CHECK(shrinkage.absence_day.value == 0.04);
    CHECK(shrinkage.in_day.value == doctest::Approx(0.1667).epsilon(0.001));
    CHECK(lever(*editor, "absences and breaks").value == doctest::Approx(0.2).epsilon(0.001));
}

TEST_CASE("every lever of every library scenario does what it says, in either language")
{
    int pulled = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SWITCHROOM_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".toml")
            continue;
        const std::string name = entry.path().stem();
        CAPTURE(name);
        const auto editor = open(name);
        const auto list = levers(*editor, Language::english);
        CHECK(list.size() == levers(*editor, Language::french).size());
        for (const ScenarioLever& one : list) {
            CAPTURE(one.label);
            CHECK(one.least <= one.value);
            CHECK(one.value <= one.most);
            CHECK_FALSE(one.help.empty());
            const double target =
                one.value + one.step <= one.most ? one.value + one.step : one.value - one.step;
            for (const Diagnostic& error : apply(one, *editor, target))
                FAIL_CHECK(to_text(error));
            if (has_errors(editor->problems()))
                FAIL_CHECK(to_text(editor->problems().front()));
            CHECK(lever(*editor, one.label).value == doctest::Approx(target).epsilon(0.01));
            while (editor->can_undo())
                editor->undo();
            ++pulled;
        }
    }
    CHECK(pulled > 60);
}

TEST_CASE("dragging is one step of undo")
{
    const auto editor = open("daytime-overflow");
    const std::string before = editor->text();
    editor->begin_gesture();
    for (int value = 3; value <= 8; ++value)
        pull(*editor, "agents at noon", value);
    editor->end_gesture();
    CHECK(lever(*editor, "agents at noon").value == 8.0);
    editor->undo();
    CHECK(editor->text() == before);
    CHECK_FALSE(editor->can_undo());
    editor->redo();
    CHECK(lever(*editor, "agents at noon").value == 8.0);
}
