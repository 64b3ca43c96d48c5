#include "gui/view_models/scenario_view.h"
#include "gui/view_models/text.h"
#include "sim/scenario/template_library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

constexpr const char* small_practice = R"(format = 1
name = "Small practice"          # a comment that stays

[hours]
weekdays = ["08:00-12:00", "13:00-18:00"]

[[contacts]]
name = "calls"
arrivals.profile = { weekdays = [["08:00", 24], ["12:00", 12], ["18:00", 0]] }
talk = { family = "lognormal", mean = "2min20s", cv = 0.7 }   # measured
wrap_up = "20s"
redial = { probability = 0.35, delay = { family = "exponential", mean = "15min" } }

[[contacts]]
name = "notes"
channel = "message"
within = "4h"
handle = "3min"

[[groups]]
name = "desk"
agents = { weekdays = [["08:00", 2], ["18:00", 0]] }
skills = ["calls", { contact = "notes", speed = 1.1 }]

[[routes]]
contact = "calls"
open = [ { offer = ["desk"], for = "30s" }, { voicemail = { hang_up = 0.5, becomes = "notes" } } ]
)";

/// A desk with one scenario and the Scenario screen over it.
struct Fixture {
    MemoryFileSystem files;
    Desk desk{files, {}, {}};
    ScenarioView view{{}};

    explicit Fixture(const std::string& text = small_practice)
    {
        files.files["small.toml"] = text;
        desk.scenarios.push_back(std::make_unique<ScenarioEditor>(files, text, "small.toml"));
        view.update(desk);
    }

    void open_part(const std::string& path)
    {
        for (std::size_t i = 0; i < view.parts().size(); ++i)
            if (view.parts()[i].path == path)
                view.choose(i);
        view.update(desk);
    }

    Field field(const std::string& path) const
    {
        for (const FormBlock& block : view.form().blocks)
            for (const Field& field : block.fields)
                if (field.path == path)
                    return field;
        FAIL("no field " << path);
        return {};
    }

    /// As somebody does who types and leaves the field.
    void enter(const std::string& path, const std::string& text)
    {
        const Field chosen = field(path);
        view.type(chosen, text);
        view.commit(desk, chosen);
        view.update(desk);
    }

    const Scenario& scenario() const { return desk.shown().document()->scenario; }
    std::string text() const { return desk.shown().text(); }
};

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

} // namespace

TEST_CASE("every scenario of the library has a list of parts, and every part a form")
{
    DiskFileSystem disk;
    for (const Template& found : template_library()) {
        INFO(found.path);
        Desk desk(disk, {}, {});
        auto editor = open_scenario(disk, found.path);
        REQUIRE(editor.ok());
        desk.scenarios.push_back(*std::move(editor));
        ScenarioView view{{}};
        view.update(desk);
        const auto& document = desk.shown().document();
        if (document) { // a file that is only included has no routes and cannot be run
            const Scenario& scenario = document->scenario;
            CHECK(view.parts().size() == 3 + scenario.contacts.size() + scenario.groups.size() +
                                             scenario.routes.size() + scenario.contracts.size());
        }
        for (std::size_t i = 0; i < view.parts().size(); ++i) {
            view.choose(i);
            view.update(desk);
            INFO(view.parts()[i].title);
            CHECK_FALSE(view.parts()[i].title.empty());
            CHECK((view.parts()[i].kind == PartKind::text || !view.form().blocks.empty()));
        }
    }
}

TEST_CASE("a field shows what the file says, as people write it")
{
    Fixture f;
    f.open_part("contacts[0]");
    CHECK(f.field("contacts[0].talk.mean").value == "2 min 20 s");
    CHECK(f.field("contacts[0].redial.probability").value == "35 %");
    CHECK(f.field("contacts[0].wrap_up").value == "20 s"); // the short form of a constant law is its mean
    CHECK(f.field("contacts[0].priority").value.empty());
    CHECK(f.field("contacts[0].priority").standard == "3");
}

TEST_CASE("a value that is typed changes these characters of the file and no others")
{
    Fixture f;
    f.open_part("contacts[0]");
    f.enter("contacts[0].talk.mean", "3 min 10 s");
    CHECK(f.text() == replaced(small_practice, "2min20s", "3min10s"));
    CHECK(f.scenario().contacts[0].talk->at(ClockTime{0}).mean->seconds == 190.0);
    f.desk.shown().undo();
    f.view.update(f.desk);
    CHECK(f.text() == small_practice);
    CHECK(f.field("contacts[0].talk.mean").value == "2 min 20 s");
}

TEST_CASE("what cannot be read stays in its field with the reason, and the scenario stays as it was")
{
    Fixture f;
    f.open_part("contacts[0]");
    f.enter("contacts[0].talk.mean", "three minutes");
    const Field field = f.field("contacts[0].talk.mean");
    CHECK(f.view.shown(field) == "three minutes");
    CHECK(f.view.error_of(field) == text_of(Text::sc_error_duration, Language::english));
    CHECK(f.text() == small_practice);
    f.enter("contacts[0].redial.probability", "120 %");
    CHECK(f.view.error_of(f.field("contacts[0].redial.probability")) ==
          text_of(Text::sc_error_share, Language::english));
    CHECK(f.text() == small_practice);
    f.enter("contacts[0].talk.mean", "3min");
    CHECK(f.view.error_of(f.field("contacts[0].talk.mean")).empty());
}

TEST_CASE("a value that contradicts others is told at its field, in the list of parts, and leads back to it")
{
    Fixture f;
    f.open_part("contacts[0]");
    f.enter("contacts[0].talk.family", "exponential"); // whose cv is 1, but the file says 0.7
    REQUIRE_FALSE(f.view.problems().empty());
    CHECK(f.view.parts()[f.view.chosen()].problems > 0);
    f.view.choose(0);
    f.view.update(f.desk);
    f.view.jump_to(f.view.problems()[0]);
    f.view.update(f.desk);
    CHECK(f.view.parts()[f.view.chosen()].path == "contacts[0]");
    const auto marked = [&] {
        std::size_t count = 0;
        for (const FormBlock& block : f.view.form().blocks)
            for (const Field& field : block.fields)
                count += field.error.empty() ? 0 : 1;
        return count;
    };
    CHECK(marked() == 1);
}

TEST_CASE("a target that the file did not speak of begins with what it needs")
{
    Fixture f;
    f.open_part("contacts[0]");
    f.enter("contacts[0].target.service_level.share", "80");
    REQUIRE(f.scenario().contacts[0].target);
    REQUIRE(f.scenario().contacts[0].target->service_level);
    CHECK(f.scenario().contacts[0].target->service_level->share.value == 0.8);
    CHECK(f.view.problems().empty());
}

TEST_CASE("an emptied field gives the default back; a needed one says that it is needed")
{
    Fixture f;
    f.open_part("contacts[1]");
    f.enter("contacts[1].within", "");
    CHECK_FALSE(f.scenario().contacts[1].within);
    f.enter("contacts[1].name", " ");
    CHECK(f.view.error_of(f.field("contacts[1].name")) == text_of(Text::sc_error_needed, Language::english));
}

TEST_CASE("a new name reaches skills and routes")
{
    Fixture f;
    f.open_part("contacts[1]");
    f.enter("contacts[1].name", "messages");
    CHECK(f.view.problems().empty());
    CHECK((*f.scenario().groups[0].skills)[1].contact == "messages");
    CHECK(std::get<VoicemailStep>(f.scenario().routes[0].open[1]).becomes == "messages");
}

TEST_CASE("steps of a day are scaled, added and removed")
{
    Fixture f;
    f.open_part("contacts[0]");
    const auto steps = [&] {
        return f.scenario().contacts[0].arrivals->profile->per_hour[DayKey::weekdays].value();
    };
    const auto table = [&] {
        for (const FormBlock& block : f.view.form().blocks)
            if (block.steps)
                return *block.steps;
        return StepTable{};
    };
    REQUIRE(table().days.size() == 1);
    CHECK(table().days[0].rows[0].from.value == "08:00");
    CHECK(table().days[0].rows[1].value.value == "12");
    f.view.scale(f.desk, table(), 1.1);
    f.view.update(f.desk);
    CHECK(steps()[0].value == doctest::Approx(26.4));
    CHECK(steps()[1].value == doctest::Approx(13.2));
    f.view.add_step(f.desk, table().days[0]);
    f.view.update(f.desk);
    CHECK(steps().size() == 4);
    CHECK(to_text(steps()[3].from) == "19:00");
    f.view.remove_step(f.desk, table().days[0], 1);
    f.view.update(f.desk);
    CHECK(steps().size() == 3);
    CHECK(steps()[1].value == 0.0);
    f.view.add_day(f.desk, table(), "sat");
    f.view.update(f.desk);
    CHECK(f.scenario().contacts[0].arrivals->profile->per_hour[DayKey::sat]->size() == 3);
}

TEST_CASE("contacts, groups and steps of routes come and go, and the scenario can still be run")
{
    Fixture f;
    f.view.add_contact(f.desk);
    f.view.add_group(f.desk);
    f.view.update(f.desk);
    CHECK(f.view.complaint().empty());
    CHECK(f.scenario().contacts.size() == 3);
    CHECK(f.scenario().groups.size() == 2);
    CHECK(f.view.problems().empty());
    f.open_part("routes[0]");
    f.view.choose_step("routes[0].open[0]");
    f.view.update(f.desk);
    f.view.add_route_step(f.desk, "routes[0].open[0]", "offer");
    f.view.update(f.desk);
    REQUIRE(f.scenario().routes[0].open.size() == 3);
    CHECK(std::get<OfferStep>(f.scenario().routes[0].open[1]).groups == std::vector<std::string>{"desk"});
    f.desk.shown().undo();
    f.view.update(f.desk);
    f.view.add_route_step(f.desk, "routes[0].closed", "voicemail");
    f.view.update(f.desk);
    REQUIRE(f.scenario().routes[0].closed.size() == 1);
    CHECK(std::get<VoicemailStep>(f.scenario().routes[0].closed[0]).becomes == "notes");
    f.view.choose_step("routes[0].open[1]");
    f.view.update(f.desk);
    f.view.move_route_step(f.desk, -1);
    f.view.update(f.desk);
    // The text says so; the scenario stays as it was, for nothing can come after a voicemail.
    CHECK(f.text().find("{ voicemail") < f.text().find("{ offer"));
    CHECK_FALSE(f.view.problems().empty());
    CHECK(f.view.chosen_step() == "routes[0].open[0]");
}

TEST_CASE("a text that is no TOML is said, and the forms keep what it said before")
{
    Fixture f;
    f.open_part("contacts[0]");
    f.desk.shown().set_text(std::string(small_practice) + "broken = [");
    f.view.update(f.desk);
    CHECK(f.view.unreadable());
    CHECK(f.field("contacts[0].talk.mean").value == "2 min 20 s");
    REQUIRE_FALSE(f.view.problems().empty());
    f.view.jump_to(f.view.problems()[0]);
    CHECK(f.view.parts()[f.view.chosen()].kind == PartKind::text);
}
