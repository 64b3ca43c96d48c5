#include "gui/view_models/day_plots.h"

#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <thread>

using namespace switchroom;
using namespace switchroom::gui;
using doctest::Approx;

namespace {

const Locale english{Language::english, "EUR"};

KpiResult kpi(KpiScope scope, std::string_view name, double mean)
{
    KpiResult result;
    result.kpi = find_kpi(scope, name);
    result.estimate = {mean, 0.1, 100};
    return result;
}

/// Two weeks in steps of six hours: calls on Monday from 06:00 to 18:00 alone.
RunSnapshot by_hand()
{
    RunSnapshot snapshot;
    snapshot.grid.step_s = 21600.0;
    snapshot.result.centre.days = 14;
    snapshot.result.centre.contacts = {{.name = "calls", .target_share = 0.8}};
    snapshot.result.contacts = {
        {.name = "calls", .kpis = {kpi(KpiScope::contact, "offered", 60.0)}, .outcomes = {}}};
    snapshot.result.rows.resize(28);
    const auto fill = [&](std::size_t at, double offered, double level, double abandoned) {
        snapshot.result.rows[at].total.kpis = {
            kpi(KpiScope::contact, "attempts", offered),    kpi(KpiScope::contact, "offered", offered),
            kpi(KpiScope::contact, "service_level", level), kpi(KpiScope::contact, "abandoned", abandoned),
            kpi(KpiScope::contact, "mean_wait_s", 12.0),    kpi(KpiScope::group, "agents_available", 2.0),
            kpi(KpiScope::group, "occupancy", 0.5)};
    };
    fill(1, 40.0, 0.5, 8.0);
    fill(2, 20.0, 0.9, 1.0);
    return snapshot;
}

} // namespace

TEST_CASE(
    "the week's heat map has the steps with calls, empty where nothing happens, the target in the middle")
{
    const RunSnapshot snapshot = by_hand();
    const PlotSpec spec = week_plot(snapshot, *find_kpi(KpiScope::contact, "service_level"), english);
    const auto& map = std::get<report::HeatMap>(spec.plot);
    REQUIRE(map.columns.size() == 2);
    CHECK(map.columns.front() == "06:00");
    REQUIRE(map.rows.size() == 7);
    CHECK(map.values[0][0] == Approx(0.5));
    CHECK(map.values[0][1] == Approx(0.9));
    CHECK(std::isnan(map.values[1][0]));
    CHECK(map.target == Approx(0.8));
    CHECK(map.worst == 0.0);
    CHECK(map.best == 1.0);
    const PlotSpec lower = week_plot(snapshot, *find_kpi(KpiScope::contact, "abandoned"), english);
    CHECK(std::get<report::HeatMap>(lower.plot).worst == Approx(4.0)); // many are bad; 8 on two Mondays
    CHECK(std::get<report::HeatMap>(lower.plot).best == 0.0);
}

TEST_CASE("calls of a day are those of one such day, not of all in the run")
{
    const auto chart = std::get<report::BarChart>(calls_plot(by_hand(), 0, english).plot);
    REQUIRE(chart.series.size() == 2);
    CHECK(chart.series[0].values[0] == Approx(20.0)); // 40 on two Mondays
    CHECK(chart.series[1].values[0] == Approx(4.0));
}

TEST_CASE("one time of the week is told in words")
{
    CHECK(cell_words(by_hand(), 0, 1, english) ==
          "Monday 06:00: 20.0 calls could be answered; 50.0 % are served in time, 4.0 hang up, the mean wait "
          "is "
          "12.0 s. 2.0 people are at the desk, busy 50.0 % of their time.");
    CHECK(cell_words(by_hand(), 3, 1, {Language::french, "EUR"}) == "Jeudi 06:00 : aucun appel à prendre.");
}

TEST_CASE("the greatest lack of people is told, and that there is none")
{
    report::StaffNeed need{.group = "desk",
                           .weekday = 1,
                           .needed = {0.0, 5.0, 3.0, 0.0},
                           .scheduled = {0.0, 3.0, 3.0, 1.0},
                           .goals = {"80 % within 30 s"},
                           .unreachable = {}};
    const report::WeekGrid grid{.step_s = 21600.0};
    CHECK(shortage_words(need, grid, english) == "Most short at 06:00: 5 needed, 3 on the roster.");
    const auto chart = std::get<report::LineChart>(staffing_plot(need, grid, english).plot);
    CHECK(chart.labels.size() == 3); // from the first to the last step with anybody
    CHECK(chart.series.back().values[0] == 5.0);
    need.scheduled[1] = 5.0;
    CHECK(shortage_words(need, grid, english) == "The roster covers the requirement all day.");
}
