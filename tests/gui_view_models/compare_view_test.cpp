#include "gui/view_models/compare_view.h"

#include "planner/report/varied_models.h"
#include "sim/experiment/experiment.h"
#include "sim/experiment/side_by_side.h"
#include "tests/gui_view_models/desk_fixture.h"

#include <cmath>
#include <numeric>
#include <variant>

using namespace switchroom;
using namespace switchroom::gui;
using namespace switchroom::gui::test;

namespace {

constexpr RunFeedOptions few{.replications = 12, .threads = 0, .data_dir = {}};

/// But for the last digits: the window counts by interval and adds up, which rounds elsewhere.
bool same(double a, double b)
{
    return a == doctest::Approx(b).epsilon(1e-9) || (std::isnan(a) && std::isnan(b));
}

/// What `switchroom compare` computes of these files.
Comparison by_command_line(const std::vector<std::string>& paths, std::int64_t replications)
{
    DiskFileSystem disk;
    auto all = load_side_by_side(disk, paths, {});
    REQUIRE(all);
    std::vector<ExperimentSubject> subjects;
    for (const LoadedModel& loaded : *all)
        subjects.push_back({&loaded.model, &loaded.centre});
    ExperimentOptions options;
    options.seed = all->front().document.scenario.run.seed;
    options.replications = replications;
    NoProgress quiet;
    return compare(run_experiments(subjects, options, quiet));
}

/// Cost of the period, other minus base, at a volume, by runs of its own.
double cost_difference(const BreakEvenOrder& order, double volume, std::uint64_t seed)
{
    DiskFileSystem disk;
    const auto both = report::models_at_volume(disk, {*order.base, *order.other}, volume, {});
    REQUIRE(both);
    double costs[2] = {0.0, 0.0};
    for (std::size_t s = 0; s < 2; ++s) {
        ExperimentOptions options;
        options.seed = seed;
        options.replications = 150;
        NoProgress quiet;
        const ExperimentResult result = run_experiment((*both)[s].model, (*both)[s].centre, options, quiet);
        costs[s] = result.total.find("cost.lost_callers")->estimate.mean +
                   result.groups.front().find("cost.wages")->estimate.mean;
    }
    return costs[1] - costs[0];
}

} // namespace

TEST_CASE("differences in the window are those of the command line on the same seeds")
{
    DiskFileSystem disk;
    Desk desk(disk, few, {});
    open_from_library(desk, "voicemail-only");
    open_from_library(desk, "daytime-overflow");
    CompareView view({});
    REQUIRE(settle(view, desk));
    REQUIRE(view.figures());
    const auto& shown = view.figures()->input.comparison.differences;
    const Comparison expected =
        by_command_line({library_path("voicemail-only"), library_path("daytime-overflow")}, 12);
    REQUIRE(shown.size() == expected.differences.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        INFO(shown[i].scope, " ", shown[i].name, " ", shown[i].kpi->name);
        CHECK(shown[i].kpi == expected.differences[i].kpi);
        CHECK(same(shown[i].mean, expected.differences[i].mean));
        CHECK(same(shown[i].half_width_95_simultaneous, expected.differences[i].half_width_95_simultaneous));
        CHECK(shown[i].significant == expected.differences[i].significant);
    }
}

TEST_CASE("the waterfall adds up from the baseline's costs to the other's, the vendor's invoice included")
{
    DiskFileSystem disk;
    Desk desk(disk, few, {});
    open_from_library(desk, "voicemail-only");
    open_from_library(desk, "daytime-overflow");
    CompareView view({});
    REQUIRE(settle(view, desk));
    REQUIRE(view.costs_known());
    const auto& steps = std::get<report::Waterfall>(view.waterfall().plot).steps;
    REQUIRE(steps.size() >= 3);
    CHECK(steps.front().is_total);
    CHECK(steps.back().is_total);
    double sum = 0.0;
    bool has_vendor = false;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        sum += steps[i].amount;
        has_vendor = has_vendor || steps[i].label == "Secretariat Plus";
    }
    CHECK(has_vendor);
    CHECK(sum == doctest::Approx(steps.back().amount).epsilon(1e-4)); // lines below half a euro are left out
}

TEST_CASE(
    "a scenario of other days says so and takes the baseline's days at one command, which undo takes back")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("one", 2, 30), "one.toml");
    put(desk, small_clinic("two", 3, 30, 0, 14), "two.toml");
    CompareView view({});
    REQUIRE(settle(view, desk));
    REQUIRE(view.figures());
    CHECK(view.figures()->runs.size() == 1);
    CHECK(view.scenarios()[1].days_differ);
    CHECK(view.scenarios()[1].problem.find("14 days") != std::string::npos);
    view.adopt(desk, 1);
    CHECK(desk.scenarios[1]->document()->scenario.time.days == 7);
    REQUIRE(settle(view, desk));
    CHECK(view.figures()->runs.size() == 2);
    CHECK_FALSE(view.scenarios()[1].days_differ);
    desk.scenarios[1]->undo();
    CHECK(desk.scenarios[1]->document()->scenario.time.days == 14);
}

TEST_CASE("days that stand in an included file are adopted all the same")
{
    MemoryFileSystem memory;
    memory.files["base.toml"] = small_clinic("included", 2, 30, 0, 14);
    Desk desk(memory, few, {});
    put(desk, small_clinic("one", 2, 30), "one.toml");
    put(desk, "format = 1\ninclude = [\"base.toml\"]\nname = \"two\"\n", "two.toml");
    CHECK(adopt_days(desk, 1).empty());
    CHECK(desk.scenarios[1]->document()->scenario.time.days == 7);
}

TEST_CASE("the baseline stays the baseline when another scenario is removed, and the lock can be moved")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    for (const char* name : {"one", "two", "three"})
        put(desk, small_clinic(name, 2, 30), std::string(name) + ".toml");
    CompareView view({});
    view.lock(desk, 2);
    view.remove(desk, 0);
    REQUIRE(settle(view, desk));
    CHECK(desk.scenarios[desk.baseline]->title() == "three");
    CHECK(name_of(*view.figures(), 0) == "three");
    CHECK(view.position_of(0) == 1);
    view.remove(desk, 1);
    CHECK(desk.baseline == 0);
    CHECK(desk.scenarios[0]->title() == "two");
}

TEST_CASE("equal scenarios differ in nothing, and a copy is one")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("one", 2, 60, 30), "one.toml");
    CompareView view({});
    view.add(desk, Suggestion{Suggestion::Kind::copy, "", ""});
    REQUIRE(desk.scenarios.size() == 2);
    CHECK(desk.scenarios[1]->title() == "one (copy)");
    CHECK(desk.scenarios[1]->suggested_path() == "one-2.toml");
    CHECK(desk.active == 0);
    REQUIRE(settle(view, desk));
    for (const Difference& difference : view.figures()->input.comparison.differences)
        CHECK((std::isnan(difference.mean) || difference.mean == 0.0)); // undefined where nothing happens
    CHECK(view.figures()->cost_changes[1].mean == 0.0);
}

TEST_CASE("one agent less at noon is one less from 12:00 to 13:00 where somebody is there, and nowhere else")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("one", 3, 30), "one.toml");
    const auto changed = one_agent_less(desk.shown().document()->scenario);
    REQUIRE(changed);
    const auto* steps = changed->groups.front().agents->steps.on(std::chrono::Monday);
    REQUIRE(steps);
    const DaySteps<int> expected{{ClockTime{8 * 3600}, 3},
                                 {ClockTime{12 * 3600}, 2},
                                 {ClockTime{13 * 3600}, 3},
                                 {ClockTime{18 * 3600}, 0}};
    CHECK(*steps == expected);
}

TEST_CASE("fewer agents answer fewer calls and cost less: the words say which is better")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("more", 4, 60), "more.toml");
    put(desk, small_clinic("less", 2, 60), "less.toml");
    CompareView view({});
    REQUIRE(settle(view, desk));
    for (const CompareRow& row : view.rows()) {
        INFO(row.figure);
        if (row.figure == "answer_rate")
            CHECK(row.cells[1].effect == Effect::worse);
        if (row.figure == "cost") {
            CHECK(row.cells[1].effect == Effect::better);
            // 2 agents × 10 h × 5 days × 20 € a week, told for a month of 30.4375 days
            CHECK(view.figures()->cost_changes[1].mean == doctest::Approx(-2000.0 * 30.4375 / 7.0));
        }
    }
}

TEST_CASE("the break-even volume lies where runs of their own find the difference on either side of zero")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("two agents", 2, 40, 8), "two.toml");
    put(desk, small_clinic("three agents", 3, 40, 8), "three.toml");
    CompareView view({});
    view.tab = CompareTab::break_even;
    view.even_figure = 4; // cost
    REQUIRE(settle(view, desk));
    const BreakEvenFigures* even = view.break_even();
    REQUIRE(even);
    REQUIRE(even->evens.size() == 1);
    const BreakEven& found = even->evens.front();
    CHECK(found.low < found.volume);
    CHECK(found.volume < found.high);
    CHECK_FALSE(found.rises); // the third agent pays off only where many call
    CHECK(cost_difference(even->order, found.low - 0.05, 4711) > 0.0);
    CHECK(cost_difference(even->order, found.high + 0.05, 4711) < 0.0);
    REQUIRE(view.even_sentences().size() == 1);
}
