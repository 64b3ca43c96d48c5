#include "gui/view_models/overview_picture.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;
using doctest::Approx;

namespace {

KpiResult kpi(KpiScope scope, std::string_view name, double mean, double half_width)
{
    KpiResult result;
    result.kpi = find_kpi(scope, name);
    REQUIRE(result.kpi != nullptr);
    result.estimate = {mean, half_width, 100};
    return result;
}

/// Four weeks: 1000 calls, 930 answered, 810 within 30 s of those that could be answered. A hundred runs, of
/// which 90 have a level of 0.82 and 10 one of 0.72.
ExperimentResult by_hand()
{
    ExperimentResult result;
    result.centre.days = 28;
    result.centre.contacts = {{.name = "calls", .threshold_s = 30.0, .target_share = 0.8}};
    result.replications = 100;
    KpiResult level = kpi(KpiScope::contact, "service_level", 0.81, 0.006);
    for (int r = 0; r < 100; ++r)
        level.series.add(r < 90 ? 820.0 : 720.0, 1000.0);
    result.total.kpis = {kpi(KpiScope::contact, "attempts", 1000.0, 10.0),
                         kpi(KpiScope::contact, "abandoned", 70.0, 2.0),
                         kpi(KpiScope::contact, "lost_callers", 28.0, 2.0),
                         kpi(KpiScope::contact, "answer_rate_of_attempts", 0.93, 0.001), level};
    ScopeResult calls{
        .name = "calls", .kpis = {kpi(KpiScope::contact, "offered", 1000.0, 10.0)}, .outcomes = {}};
    result.contacts = {calls};
    return result;
}

RowResult row(double offered, double level, double abandoned, double occupancy)
{
    RowResult found;
    found.total.kpis = {kpi(KpiScope::contact, "attempts", offered, 0.1),
                        kpi(KpiScope::contact, "offered", offered, 0.1),
                        kpi(KpiScope::contact, "abandoned", abandoned, 0.1),
                        kpi(KpiScope::contact, "service_level", level, 0.01),
                        kpi(KpiScope::group, "occupancy", occupancy, 0.01)};
    return found;
}

OverviewPicture picture_of(const ExperimentResult& result, Language language)
{
    return overview_picture({.result = &result,
                             .grid = {.step_s = 43200.0},
                             .cost = {4000.0, 50.0, 100},
                             .cost_is_complete = true,
                             .reference = nullptr,
                             .locale = {language, "EUR"}});
}

} // namespace

TEST_CASE("the verdict says what a manager would, with the numbers of the run")
{
    const OverviewPicture picture = picture_of(by_hand(), Language::english);
    CHECK(picture.standing == Standing::kept); // 0.81 − 0.006 is above 0.8
    CHECK(picture.headline == "The target is kept");
    CHECK(picture.verdict ==
          "Of 100 calls, 93 are answered by a person; of those that could be answered, 81 in "
          "100 are served within 30\u00a0s. The target of 80\u00a0% is kept, in 90 of 100 "
          "simulated months.");
    const OverviewPicture french = picture_of(by_hand(), Language::french);
    CHECK(french.headline == "L’objectif est tenu");
    CHECK(french.verdict.find("93 sont décrochés") != std::string::npos);
    CHECK(french.verdict.find("dans 90 mois simulés sur 100") != std::string::npos);
}

TEST_CASE("a target within the band is too close to call, one above it is missed")
{
    ExperimentResult result = by_hand();
    result.centre.contacts.front().target_share = 0.812;
    CHECK(picture_of(result, Language::english).standing == Standing::close);
    result.centre.contacts.front().target_share = 0.85;
    const OverviewPicture missed = picture_of(result, Language::english);
    CHECK(missed.standing == Standing::missed);
    CHECK(missed.verdict.find("The target of 85\u00a0% is missed: 0 of 100 simulated months keep it.") !=
          std::string::npos);
    result.centre.contacts.front().target_share = std::nan("");
    CHECK(picture_of(result, Language::english).standing == Standing::no_target);
    CHECK(picture_of(result, Language::english).headline == "93 of 100 calls are answered");
}

TEST_CASE("where types of call have targets of their own, the verdict says which and what counts")
{
    ExperimentResult result = by_hand(); // 1000 calls with a target of 80 %, and 250 with one of 90 %: 82 %
    result.centre.contacts.push_back({.name = "urgent", .threshold_s = 30.0, .target_share = 0.9});
    result.contacts.push_back(
        {.name = "urgent", .kpis = {kpi(KpiScope::contact, "offered", 250.0, 5.0)}, .outcomes = {}});
    const OverviewPicture picture = picture_of(result, Language::english);
    CHECK(picture.wanted_level == Approx(0.82));
    CHECK(picture.verdict.find("82\u00a0% (80–90\u00a0% by type of call) is missed") != std::string::npos);
    const KpiTile& tile = picture.tiles.front();
    CHECK(tile.target == "✗ target 80–90\u00a0%");
    CHECK(tile.target_help.find("calls 80\u00a0%, urgent 90\u00a0%") != std::string::npos);
    CHECK(picture_of(by_hand(), Language::english).tiles.front().target_help.empty());
}

TEST_CASE("totals of tiles are a month's, and a tile's band is the figure's own")
{
    const OverviewPicture picture = picture_of(by_hand(), Language::english);
    const auto tile = [&](const std::string& name) {
        for (const KpiTile& one : picture.tiles)
            if (one.name == name)
                return one;
        FAIL("no tile ", name);
        return KpiTile{};
    };
    CHECK(tile("lost_callers").mean == Approx(28.0 / 28.0 * 365.25 / 12.0));
    CHECK(tile("lost_callers").title == "Lost callers, a month");
    CHECK(tile("service_level").high - tile("service_level").low == Approx(0.012));
    CHECK(tile("service_level").target_at == Approx(0.8));
    CHECK(tile("cost").value.find("4 000 €") == 0);
}

TEST_CASE("the worst time of the week is the one with the lowest level, of those with calls")
{
    ExperimentResult result = by_hand();
    for (int i = 0; i < 14; ++i)
        result.rows.push_back(row(400.0, 0.9, 1.0, 0.5));
    result.rows[3] = row(400.0, 0.4, 40.0, 0.95); // Tuesday afternoon
    result.rows[8] = row(400.0, 0.6, 20.0, 0.95); // Friday morning
    result.rows[12] = row(2.0, 0.1, 1.0, 0.95);   // Sunday: half a call a day tells nothing
    const auto worst = worst_slots(result, {.step_s = 43200.0}, 2, {Language::english, "EUR"});
    REQUIRE(worst.size() == 2);
    CHECK(worst[0].row == 3);
    CHECK(worst[0].when == "Tuesday 12:00");
    CHECK(worst[0].calls == Approx(100.0)); // 400 calls on four Tuesdays
    CHECK(worst[1].when == "Friday 00:00");
    const OverviewPicture picture = picture_of(result, Language::french);
    REQUIRE(picture.limits.size() == 1); // 7 % hang up
    CHECK(picture.limits.front().cause == "Effectif");
    CHECK(picture.limits.front().share == Approx(0.07));
    CHECK(picture.worst.front().when == "Mardi 12:00");
}

TEST_CASE("callers who hang up while people are idle are no lack of people")
{
    ExperimentResult result = by_hand();
    for (int i = 0; i < 14; ++i)
        result.rows.push_back(row(400.0, 0.9, 5.0, 0.4));
    CHECK(picture_of(result, Language::english).limits.front().cause == "Waiting");
}

TEST_CASE("a change is that of the same callers, as many runs as both have")
{
    PairSeries before;
    PairSeries now;
    for (const double calls : {100.0, 120.0, 90.0}) {
        before.add(0.8 * calls, calls);
        now.add(0.9 * calls, calls);
    }
    before.add(1000.0, 1000.0); // has no partner
    const Estimate change = change_between(before, now);
    CHECK(change.mean == Approx(0.1));
    CHECK(change.n == 3);
    CHECK(std::isnan(change_between(PairSeries{}, now).mean));
}
