#include "gui/widgets/plot/export.h"
#include "tests/gui/driver.h"
#include "tests/gui/plot_bench.h"
#include "tests/gui/plot_examples.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace switchroom;
using namespace switchroom::gui;
using gui::test::PlotBench;

namespace {

const Item* plot_of(const PlotBench& bench)
{
    return bench.ui.items.find(ItemKind::plot, bench.spec.title);
}

double noise(std::mt19937& random)
{
    const double values[] = {0.0,
                             1.0,
                             -1.0,
                             std::nan(""),
                             std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity(),
                             1e300,
                             -1e300,
                             1e-300,
                             0.8,
                             12345.6};
    return values[random() % std::size(values)];
}

std::vector<double> noises(std::mt19937& random, std::size_t most)
{
    std::vector<double> values(random() % (most + 1));
    for (double& value : values)
        value = noise(random);
    return values;
}

std::vector<std::string> names(std::mt19937& random, std::size_t most)
{
    const char* words[] = {"", "08:00", "24:00", "a name with quite a few words in it", "é", "\xFF\xFE", "x"};
    std::vector<std::string> labels(random() % (most + 1));
    for (std::string& label : labels)
        label = words[random() % std::size(words)];
    return labels;
}

report::LineSeries wild_series(std::mt19937& random, std::size_t most)
{
    return {names(random, 1).empty() ? "a" : "b",
            noises(random, most),
            noises(random, most),
            noises(random, most),
            random() % 2 == 0,
            random() % 2 == 0};
}

/// A plot of a random kind that nobody should build, but somebody might.
PlotSpec wild_plot(std::mt19937& random, std::size_t most)
{
    const report::Scale x{random() % 2 ? "x" : "", static_cast<KpiUnit>(random() % 7), "EUR"};
    const report::Scale y{random() % 2 ? "y" : "", static_cast<KpiUnit>(random() % 7), "CHF"};
    PlotSpec spec{random() % 2 ? "Wild" : "", random() % 2 ? "some words that explain it" : "", {}};
    switch (random() % 8) {
    case 0:
        spec.plot = report::LineChart{
            names(random, most), x, y, {wild_series(random, most), wild_series(random, most)}};
        break;
    case 1:
        spec.plot = NumericLineChart{x,
                                     y,
                                     random() % 2 == 0,
                                     noises(random, most),
                                     {wild_series(random, most)},
                                     {{"m", noise(random)}},
                                     {{"n", noise(random)}}};
        break;
    case 2:
        spec.plot = report::BarChart{
            names(random, most), x, y, {{"a", noises(random, most)}, {"b", noises(random, most)}}};
        break;
    case 3:
        spec.plot = report::HeatMap{names(random, most),
                                    names(random, most),
                                    {noises(random, most), noises(random, most)},
                                    x.unit,
                                    noise(random),
                                    noise(random),
                                    noise(random)};
        break;
    case 4:
        spec.plot = report::Histogram{noises(random, most),
                                      x,
                                      y,
                                      {{"a", noises(random, most)}},
                                      {{"m", noise(random)}, {"n", noise(random)}}};
        break;
    case 5:
        spec.plot = report::Waterfall{y,
                                      {{"a", noise(random), noise(random)},
                                       {"b", noise(random)},
                                       {"c", noise(random), noise(random), true}}};
        break;
    case 6:
        spec.plot =
            report::Tornado{x,
                            noise(random),
                            "low",
                            "high",
                            {{"a", noise(random), noise(random)}, {"b", noise(random), noise(random)}}};
        break;
    default:
        spec.plot = Gantt{noise(random),
                          noise(random),
                          names(random, 3),
                          {{"row", {{noise(random), noise(random), random() % 5, "bar"}}}, {"", {}}}};
    }
    return spec;
}

} // namespace

TEST_CASE("every plot is drawn with its title, and says in words what it shows")
{
    for (const PlotSpec& spec : gui::test::all_examples()) {
        PlotBench bench(spec);
        INFO(spec.title);
        REQUIRE(plot_of(bench) != nullptr);
        CHECK(plot_of(bench)->visible);
        CHECK(plot_of(bench)->value.size() > 8);
        CHECK(gui::test::colours_in(bench.picture(), plot_of(bench)->rect) > 20);
    }
    CHECK(PlotBench(gui::test::example_lines()).ui.items.shows("Today 56."));
    CHECK(PlotBench(gui::test::example_waterfall()).ui.items.shows("Vendor invoice +1 260 €"));
    CHECK(
        PlotBench(gui::test::example_heat(), Theme::dark, Language::french).ui.items.shows("objectif 80 %"));
}

TEST_CASE("a plot without data says so")
{
    PlotBench bench(
        {"Nothing", "", report::LineChart{{"08:00"}, {}, {}, {{"a", {std::nan("")}, {}, {}, false, false}}}});
    CHECK(bench.ui.items.shows("Nothing to show yet"));
    CHECK(plot_of(bench)->value == "Nothing to show yet");
}

TEST_CASE("under the pointer stand the exact values of all series, with their bands")
{
    PlotSpec spec{
        "Level", "",
        NumericLineChart{
            .x = {"calls", KpiUnit::count},
            .y = {"", KpiUnit::share},
            .time_of_day = false,
            .at = {0, 1, 2},
            .series = {{"first", {0.1, 0.8125, 0.3}, {0.1, 0.80, 0.3}, {0.1, 0.825, 0.3}, false, false},
                       {"second", {0.5, 0.6, 0.7}, {}, {}, false, false}},
            .upright = {},
            .level = {}}};
    PlotBench bench(spec);
    CHECK_FALSE(bench.ui.items.shows("81.25"));
    bench.move_to(bench.middle());
    bench.frame(3);
    CHECK(bench.ui.items.shows("81.2 % ± 1.2"));
    CHECK(bench.ui.items.shows("60.0 %"));
    CHECK(bench.ui.items.shows("calls: 1"));
}

TEST_CASE("the legend switches series off and on")
{
    PlotBench bench(gui::test::example_steps());
    bench.click("Staffed");
    CHECK(bench.state.hidden == std::set<std::string>{"Staffed"});
    CHECK(bench.ui.items.find(ItemKind::checkbox, "Staffed")->value == "off");
    bench.click("Required");
    CHECK(bench.ui.items.shows("Everything is switched off in the legend"));
    bench.click("Staffed");
    bench.click("Required");
    CHECK(bench.state.hidden.empty());
    CHECK_FALSE(bench.ui.items.shows("Everything is switched off in the legend"));
}

TEST_CASE("the wheel zooms around the pointer, a drag pans, a double click shows everything")
{
    PlotBench bench(gui::test::example_lines());
    bench.move_to(bench.middle());
    bench.frame(2);
    bench.wheel(3.0F);
    REQUIRE(bench.state.x.has_value());
    const AxisRange zoomed = *bench.state.x;
    CHECK(zoomed.span() < 14.0);
    bench.hold(1, true);
    bench.move_to({bench.middle().x - 60, bench.middle().y});
    bench.frame();
    bench.hold(1, false);
    CHECK(bench.state.x->low > zoomed.low);
    CHECK(bench.state.x->span() == doctest::Approx(zoomed.span()));
    ImGui::GetIO().MouseDoubleClickTime = 10.0F;
    for (int i = 0; i < 2; ++i) {
        bench.hold(0, true);
        bench.hold(0, false);
    }
    CHECK_FALSE(bench.state.zoomed());
}

TEST_CASE("a dragged rectangle becomes what is shown; a click changes nothing")
{
    PlotBench bench(gui::test::example_bars());
    bench.move_to({300, 200});
    bench.frame(2);
    bench.hold(0, true);
    bench.hold(0, false);
    CHECK_FALSE(bench.state.zoomed());
    bench.frame(3);
    bench.hold(0, true);
    bench.move_to({500, 205});
    bench.frame();
    bench.hold(0, false);
    REQUIRE(bench.state.x.has_value());
    CHECK(bench.state.x->span() > 3.0);
    CHECK(bench.state.x->span() < 8.0);
    CHECK_FALSE(bench.state.y.has_value());
}

TEST_CASE("the menu copies figures and asks for files; the picture is taken when the menu is gone")
{
    PlotBench bench(gui::test::example_tornado());
    static std::string clipboard;
    ImGui::GetIO().SetClipboardTextFn = [](void*, const char* words) { clipboard = words; };
    const std::string menu = "Menu: " + bench.spec.title;
    bench.click(menu);
    bench.click("Copy as CSV");
    CHECK(clipboard == to_csv(bench.spec));
    CHECK(bench.ui.wishes.notices.size() == 1);
    bench.click(menu);
    bench.click("Save as SVG");
    REQUIRE(bench.ui.wishes.save_texts.size() == 1);
    CHECK(bench.ui.wishes.save_texts[0].name == "what-the-service-level-hangs-on.svg");
    CHECK(bench.ui.wishes.save_texts[0].content.starts_with("<svg"));
    bench.click(menu);
    bench.click("Save as PNG");
    bench.frame(2);
    REQUIRE(bench.ui.wishes.save_png.has_value());
    CHECK(bench.ui.wishes.save_png->rect == plot_of(bench)->rect);
}

TEST_CASE("plots that are broken, empty, huge or have no room are drawn without a crash")
{
    std::mt19937 random(3);
    PlotBench bench(gui::test::example_lines());
    for (int i = 0; i < 3000; ++i) {
        bench.spec = wild_plot(random, i % 50 == 0 ? 3000 : 12);
        if (i % 3 == 0)
            bench.state = {};
        bench.move_to({static_cast<float>(random() % 760), static_cast<float>(random() % 360)});
        bench.wheel(static_cast<float>(random() % 7) - 3.0F);
        if (i % 10 == 0) {
            to_csv(bench.spec);
            to_svg(bench.spec, palette_of(Theme::dark), {}, static_cast<float>(random() % 300),
                   static_cast<float>(random() % 200));
        }
    }
    for (const auto& [width, height] : {std::pair{1, 1}, {40, 400}, {400, 40}, {120, 90}})
        for (const PlotSpec& spec : gui::test::all_examples())
            PlotBench(spec, Theme::light, Language::english, 2.0F, width, height);
}

TEST_CASE("a hundred thousand points are drawn with few corners")
{
    NumericLineChart chart{.x = {},
                           .y = {},
                           .time_of_day = true,
                           .at = {},
                           .series = {{"load", {}, {}, {}, false, false}},
                           .upright = {},
                           .level = {}};
    for (int i = 0; i < 100'000; ++i) {
        chart.at.push_back(i * 0.8);
        chart.series[0].values.push_back(std::sin(i * 0.37));
    }
    PlotBench bench({"Load", "", chart});
    bench.frame(2);
    CHECK(ImGui::GetDrawData()->TotalVtxCount < 60'000);
}

TEST_CASE("in the window, a plot's picture and its vector picture become files, and a notice says where")
{
    gui::test::Driver driver;
    driver.open("daytime-overflow");
    driver.show(Screen::erlang);
    REQUIRE(driver.settle());
    const auto& items = driver.items().all();
    const auto menu = std::find_if(items.begin(), items.end(), [](const Item& item) {
        return item.kind == ItemKind::menu && item.label.starts_with("Menu: ");
    });
    REQUIRE(menu != items.end());
    const std::string label = menu->label;
    for (const char* choice : {"Save as SVG", "Save as PNG"}) {
        driver.click(ItemKind::menu, label);
        driver.frame(2);
        driver.click(ItemKind::menu, choice);
        driver.frame(4);
    }
    std::size_t svgs = 0;
    std::size_t pngs = 0;
    for (const auto& [path, content] : driver.files().written()) {
        svgs += path.ends_with(".svg") && content.starts_with("<svg") ? 1 : 0;
        pngs += path.ends_with(".png") && content.starts_with("\x89PNG") ? 1 : 0;
    }
    CHECK(svgs == 1);
    CHECK(pngs == 1);
    CHECK(driver.items().shows(".png"));
}
