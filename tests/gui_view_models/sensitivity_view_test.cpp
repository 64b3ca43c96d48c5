#include "gui/view_models/sensitivity_view.h"

#include "sim/experiment/comparison.h"
#include "sim/experiment/experiment.h"
#include "tests/gui_view_models/desk_fixture.h"

#include <chrono>
#include <thread>
#include <variant>

using namespace switchroom;
using namespace switchroom::gui;
using namespace switchroom::gui::test;

namespace {

constexpr RunFeedOptions few{.replications = 8, .threads = 0, .data_dir = {}};

/// Two clinics of which only the calls differ, compared on the same callers.
double answer_rate_change(const std::string& base, const std::string& changed, std::int64_t replications)
{
    MemoryFileSystem memory;
    memory.files["a.toml"] = base;
    memory.files["b.toml"] = changed;
    std::vector<ExperimentResult> results;
    for (const char* path : {"a.toml", "b.toml"}) {
        const auto loaded = load_model(memory, path, {});
        REQUIRE(loaded);
        ExperimentOptions options;
        options.replications = replications;
        NoProgress quiet;
        results.push_back(run_experiment(loaded->model, loaded->centre, options, quiet));
        results.back().centre.scenario = path;
    }
    for (const Difference& difference : compare(std::move(results)).differences)
        if (difference.scope == "total" && difference.kpi->name == "answer_rate")
            return difference.mean;
    return 0.0;
}

} // namespace

TEST_CASE("a lever's swing is what two files compared by hand differ by")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("clinic", 2, 40), "clinic.toml");
    SensitivityView view({});
    view.change = 2; // 20 %
    REQUIRE(settle(view, desk));
    REQUIRE(view.figures());
    const StudiedSwings& answer_rate = view.figures()->studied.front();
    REQUIRE(answer_rate.figure.name == "answer_rate");
    const report::Swing* volume = nullptr;
    for (const report::Swing& swing : answer_rate.swings)
        if (swing.variation.lever == Lever::volume)
            volume = &swing;
    REQUIRE(volume);
    const std::int64_t runs = view.figures()->replications;
    CHECK(volume->lower.mean ==
          doctest::Approx(answer_rate_change(small_clinic("a", 2, 40), small_clinic("b", 2, 32), runs)));
    CHECK(volume->higher.mean ==
          doctest::Approx(answer_rate_change(small_clinic("a", 2, 40), small_clinic("b", 2, 48), runs)));
    CHECK(volume->lower.mean > 0.0);
    CHECK(volume->higher.mean < 0.0);
}

TEST_CASE("assumptions that the scenario does not have are left out, the widest bar comes first")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("clinic", 2, 40), "clinic.toml"); // nobody is absent, nothing was forecast
    SensitivityView view({});
    REQUIRE(settle(view, desk));
    const auto& bars = std::get<report::Tornado>(view.plot().plot).bars;
    CHECK(bars.size() == 3);
    for (std::size_t i = 1; i < bars.size(); ++i)
        CHECK(std::abs(bars[i - 1].high - bars[i - 1].low) >= std::abs(bars[i].high - bars[i].low));
    CHECK(view.lead().find("Answer rate") != std::string::npos);
}

TEST_CASE("the cost is studied when it is asked for, and stays known when another figure is chosen")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("clinic", 2, 40, 10), "clinic.toml");
    SensitivityView view({});
    view.figure = SensitivityView::figure_names().size() - 1;
    REQUIRE(settle(view, desk));
    REQUIRE(view.has_figure());
    // 2 agents × 10 h × 5 days × 20 € a week, and what lost callers are worth on top
    CHECK(view.figures()->studied.back().base.mean > 2000.0 * 30.4375 / 7.0);
    const SensitivityFigures* before = view.figures();
    const std::int64_t before_runs = before->replications;
    view.figure = 0;
    REQUIRE(settle(view, desk));
    CHECK(view.figures() == before);
    view.figure = SensitivityView::figure_names().size() - 1;
    view.be_more_precise();
    do {
        view.update(desk);
        CHECK(view.has_figure()); // the cost comes last; until then the one that is known stays
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    } while (!view.settled());
    CHECK(view.figures()->replications == 4 * before_runs);
}

TEST_CASE("the first picture stands after one lever, later ones only know more")
{
    MemoryFileSystem memory;
    memory.files["clinic.toml"] = small_clinic("clinic", 2, 40);
    auto loaded = load_model(memory, "clinic.toml", {});
    REQUIRE(loaded);
    const SensitivityOrder order{.base = std::make_shared<const LoadedModel>(*std::move(loaded))};
    std::vector<std::shared_ptr<const SensitivityFigures>> pictures;
    JobOrder<SensitivityFigures>* job = nullptr;
    JobOrder<SensitivityFigures> working([&] { pictures.push_back(job->latest()); });
    job = &working;
    study_sensitivity(memory, order, {.replications = {2, 6}, .terms = 1, .threads = 1}, working);

    REQUIRE(pictures.size() >= 4);
    const auto levers = [](const SensitivityFigures& figures) {
        return figures.studied.front().swings.size();
    };
    CHECK(pictures.front()->replications == 2);
    CHECK(levers(*pictures.front()) == 1);
    CHECK_FALSE(pictures.front()->studied.front().has_all_levers);
    for (std::size_t i = 1; i < pictures.size(); ++i) {
        CHECK(pictures[i]->replications >= pictures[i - 1]->replications);
        CHECK(levers(*pictures[i]) >= levers(*pictures[i - 1]));
        CHECK(pictures[i]->finished == (i + 1 == pictures.size()));
    }
    CHECK(pictures.back()->replications == 6);
    CHECK(levers(*pictures.back()) == 3);
    CHECK(pictures.back()->studied.front().has_all_levers);
    // 7 models, each of them counted: as assumed, and three levers both ways
    CHECK(working.done() == 7 * 6);
    CHECK(working.total() == 7 * 6);
}

TEST_CASE("more precise means four times the runs and half the interval, and nothing rougher on the way")
{
    MemoryFileSystem memory;
    Desk desk(memory, few, {});
    put(desk, small_clinic("clinic", 2, 40), "clinic.toml");
    SensitivityView view({});
    REQUIRE(settle(view, desk));
    const std::int64_t runs = view.figures()->replications;
    const double half_width = view.figures()->studied.front().base.half_width;
    REQUIRE(view.can_be_more_precise());
    view.be_more_precise();
    view.update(desk);
    while (!view.settled()) {
        CHECK(view.figures()->replications >= runs);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        view.update(desk);
    }
    CHECK(view.figures()->replications == 4 * runs);
    CHECK(view.figures()->studied.front().base.half_width == doctest::Approx(half_width / 2).epsilon(0.3));
}
