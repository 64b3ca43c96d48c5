/// What the Scenario screen adds, removes and says in another way as a whole, and its text page.

#include "gui/view_models/choice_words.h"
#include "gui/view_models/scenario_view.h"
#include "gui/view_models/text.h"
#include "sim/scenario/enum_names.h"
#include "tests/gui_view_models/files_in_memory.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

constexpr const char* two_contacts = R"(format = 1
name = "Two"

[hours]
weekdays = ["08:00-12:00", "13:00-18:00"]
sat = "09:00-12:00"

[[contacts]]
name = "calls"
arrivals.rate_per_hour = 12
talk = "3min"

[[contacts]]
name = "urgent"
arrivals.rate_per_hour = 2
talk = "2min"

[[groups]]
name = "desk"
agents = 3 # always three

[[routes]]
contact = "calls"
open = [ { offer = ["desk"] } ]
)";

struct Fixture {
    switchroom::gui::test::FilesInMemory files;
    Desk desk{files, {}, {}};
    ScenarioView view{{}};

    explicit Fixture(const std::string& text = two_contacts)
    {
        desk.scenarios.push_back(std::make_unique<ScenarioEditor>(files, text, "two.toml"));
        view.update(desk);
        REQUIRE(view.problems().empty());
    }

    const Scenario& scenario() const { return desk.shown().document()->scenario; }
    const ScenarioPart& shown() const { return view.parts()[view.chosen()]; }

    void open_part(const std::string& path)
    {
        for (std::size_t i = 0; i < view.parts().size(); ++i)
            if (view.parts()[i].path == path)
                view.choose(i);
        view.update(desk);
        REQUIRE(shown().path == path);
    }

    /// As the button of this label in the shown form does.
    void rewrite(Text label)
    {
        for (const FormBlock& block : view.form().blocks)
            for (const Rewriting& rewriting : block.rewritings)
                if (rewriting.label == text_of(label, Language::english)) {
                    const Rewriting pressed = rewriting;
                    view.rewrite(desk, pressed);
                    view.update(desk);
                    CHECK(view.complaint().empty());
                    CHECK(view.problems().empty());
                    return;
                }
        FAIL("no such button");
    }

    void remove_shown()
    {
        for (const FormBlock& block : view.form().blocks)
            if (block.removable == shown().path) {
                view.remove(desk, std::string(block.removable));
                view.update(desk);
                return;
            }
        FAIL("nothing to remove");
    }
};

} // namespace

TEST_CASE("a new route is for a contact that has none, is shown at once, and goes again")
{
    Fixture f;
    f.view.add_route(f.desk);
    f.view.update(f.desk);
    CHECK(f.view.problems().empty());
    REQUIRE(f.scenario().routes.size() == 2);
    CHECK(f.scenario().routes[1].contacts == std::vector<std::string>{"urgent"});
    CHECK(f.shown().path == "routes[1]");
    f.remove_shown();
    CHECK(f.scenario().routes.size() == 1);
    CHECK(f.desk.shown().text().find("urgent\"\nopen") == std::string::npos);
}

TEST_CASE("a new contract has a vendor's name that is free and a price by the call, and goes again")
{
    Fixture f;
    for (int i = 0; i < 2; ++i) {
        f.view.add_contract(f.desk);
        f.view.update(f.desk);
        CHECK(f.view.problems().empty());
    }
    REQUIRE(f.scenario().contracts.size() == 2);
    CHECK(f.scenario().contracts[0].vendor != f.scenario().contracts[1].vendor);
    CHECK(f.shown().path == "contracts[1]");
    f.remove_shown();
    CHECK(f.scenario().contracts.size() == 1);
}

TEST_CASE("one number of agents becomes steps within the opening hours, and one number again")
{
    Fixture f;
    f.open_part("groups[0]");
    f.rewrite(Text::sc_agents_by_day);
    CHECK(f.desk.shown().text().find("agents = { weekdays = [[\"08:00\", 3], [\"12:00\", 0], [\"13:00\", 3], "
                                     "[\"18:00\", 0]], sat = [[\"09:00\", 3], [\"12:00\", 0]] } # always") !=
          std::string::npos);
    f.rewrite(Text::sc_agents_one);
    CHECK(f.desk.shown().text() == two_contacts);
}

TEST_CASE("one number of agents becomes a shift of the opening hours, and shifts add up to steps")
{
    Fixture f;
    f.open_part("groups[0]");
    f.rewrite(Text::sc_agents_shifts);
    REQUIRE(f.scenario().groups[0].shifts.size() == 1);
    CHECK(f.scenario().groups[0].shifts[0].agents == 3);
    f.desk.shown().change({set_edit("groups[0].shifts", "[ { agents = 2, weekdays = \"08:00-16:00\" }, { "
                                                        "agents = 1, weekdays = \"10:00-18:00\" } ]")});
    f.view.update(f.desk);
    f.rewrite(Text::sc_agents_by_day);
    CHECK(f.desk.shown().text().find("weekdays = [[\"08:00\", 2], [\"10:00\", 3], [\"16:00\", 1], "
                                     "[\"18:00\", 0]]") != std::string::npos);
    CHECK(f.scenario().groups[0].shifts.empty());
}

TEST_CASE("the text page takes a whole new text as one change, and marks what it gets wrong")
{
    Fixture f;
    f.view.text_draft() = std::string(two_contacts) + "\n[run]\nreplications = 33\n";
    f.view.update(f.desk);
    CHECK(f.desk.shown().text() == two_contacts); // not before it is left
    f.view.commit_text(f.desk);
    f.view.update(f.desk);
    CHECK(f.scenario().run.replications == 33);
    f.view.text_draft() += "broken = [\n";
    f.view.commit_text(f.desk);
    f.view.update(f.desk);
    CHECK(f.view.unreadable());
    CHECK(f.view.text_draft().ends_with("broken = [\n"));
    f.desk.shown().undo();
    f.desk.shown().undo();
    f.view.update(f.desk);
    CHECK(f.view.text_draft() == two_contacts);
}

TEST_CASE("an optional choice has words to read in both languages, and can be left out again")
{
    Fixture f;
    f.open_part("groups[0]");
    const auto field = [&] {
        for (const FormBlock& block : f.view.form().blocks)
            for (const Field& one : block.fields)
                if (one.path == "groups[0].pick")
                    return one;
        return Field{};
    };
    REQUIRE(field().titles.size() == field().choices.size());
    f.view.put(f.desk, field(), "random");
    f.view.update(f.desk);
    CHECK(f.scenario().groups[0].pick == Pick::random);
    CHECK(title_of_choice(field(), "random") == "At random");
    f.desk.settings.language = Language::french;
    f.view.update(f.desk);
    CHECK(title_of_choice(field(), "random") == "Au hasard");
    f.view.put(f.desk, field(), "");
    f.view.update(f.desk);
    CHECK(f.desk.shown().text() == two_contacts);
}

TEST_CASE("every fixed word that a form offers has words of its own")
{
    const auto all_known = [](const auto& names) {
        for (const std::string_view name : names)
            for (const Language language : {Language::english, Language::french}) {
                INFO(name);
                CHECK(choice_title(name, language) != name);
            }
    };
    all_known(EnumNames<Channel>::names);
    all_known(EnumNames<Family>::names);
    all_known(EnumNames<Formula>::names);
    all_known(EnumNames<Leaves>::names);
    all_known(EnumNames<Pick>::names);
    all_known(EnumNames<Next>::names);
    all_known(EnumNames<Choose>::names);
    all_known(EnumNames<SlaMetric>::names);
    all_known(EnumNames<SlaWindow>::names);
    all_known(EnumNames<Aggregate>::names);
    all_known(EnumNames<CreditBase>::names);
    all_known(EnumNames<EndRule>::names);
    all_known(EnumNames<UncertaintyPer>::names);
    all_known(EnumNames<ProfileCounts>::names);
    all_known(EnumNames<PromiseClock>::names);
}
