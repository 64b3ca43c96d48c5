/// The month's account, against sums by hand.

#include "planner/contract/economics.h"
#include "sim/centre/compile.h"
#include "sim/experiment/experiment.h"
#include "sim/experiment/measured_centre.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

using namespace switchroom;

namespace {

constexpr const char* text = R"(format = 1
name = "Practice"
[time]
start = 2026-03-02
days = 28
[hours]
weekdays = "08:00-18:00"
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 30
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "2min" }
value = { lost_caller = 40, of_lost_callers = 0.5 }
[[groups]]
name = "desk"
agents = 2
cost = { hourly = 20, on_costs = 0.4, training_per_agent_year = 240, refresher = "90min", turnover = 0.3, recruiting = 1000, onboarding = "20h" }
[[costs]]
name = "telephony"
monthly = 180
per_agent_year = 120
once = 900
origin = "a price list"
)";

struct Run {
    Scenario scenario;
    ExperimentResult result;
};

Run run(const std::string& scenario_text)
{
    const DiskFileSystem disk;
    const auto document = read_scenario_text(disk, scenario_text, "practice.toml");
    REQUIRE(document.ok());
    const auto model = compile(*document, {.files = &disk});
    REQUIRE(model.ok());
    const auto centre = measured_centre(*document, *model, ReportBy::run);
    NoProgress quiet;
    ExperimentOptions options;
    options.replications = 50;
    return {document->scenario, run_experiment(*model, *centre, options, quiet)};
}

const CostOfMonth* find(const Economics& account, const std::string& key)
{
    const auto found = std::find_if(account.lines.begin(), account.lines.end(),
                                    [&](const CostOfMonth& line) { return line.key == key; });
    return found == account.lines.end() ? nullptr : &*found;
}

double amount(const Economics& account, const std::string& key)
{
    const CostOfMonth* line = find(account, key);
    REQUIRE(line != nullptr);
    return line->amount.mean;
}

} // namespace

TEST_CASE("a month's lines are what a pencil makes of paid hours and the scenario's prices")
{
    const Run of = run(text);
    const Economics account = economics(of.result, of.scenario, {});
    // 20 working days of 10 hours and 2 people in 28 days: 400 hours; a month has 30.4375 days.
    const double months = 28.0 / 30.4375;
    const double hours = 400.0 / months;
    const double people = hours / (35.0 * 52.0 / 12.0);
    CHECK(amount(account, "cost.wages") == doctest::Approx(hours * 20.0));
    CHECK(amount(account, "cost.on_costs") == doctest::Approx(hours * 8.0));
    CHECK(amount(account, "cost.training") == doctest::Approx(people * (20.0 + 1.5 * 28.0)));
    CHECK(amount(account, "cost.turnover") == doctest::Approx(people * 0.025 * (1000.0 + 20.0 * 28.0)));
    CHECK(amount(account, "cost.technology") == doctest::Approx(180.0 + 10.0 * people));
    CHECK(find(account, "cost.technology")->origin == "a price list");
    CHECK(account.once == 900.0);
    const double fixed = amount(account, "cost.wages") + amount(account, "cost.on_costs") +
                         amount(account, "cost.training") + amount(account, "cost.turnover") +
                         amount(account, "cost.technology");
    CHECK(account.without_lost.mean == doctest::Approx(fixed));
    CHECK(account.without_lost.half_width == doctest::Approx(0.0).scale(fixed)); // luck touches nothing of it
    const double lost = of.result.total.find("lost_callers")->estimate.mean;
    CHECK(amount(account, "cost.lost_callers") == doctest::Approx(lost * 20.0 / months));
    CHECK(account.total.mean == doctest::Approx(fixed + lost * 20.0 / months));
    CHECK(account.total.half_width > 0.0);
    CHECK(account.per_answered.mean ==
          doctest::Approx(fixed * months / of.result.total.find("answered")->estimate.mean));
    CHECK(account.per_resolved.half_width > 0.0);
}

TEST_CASE("a vendor's invoice and its credits enter with the doubt of their own")
{
    const Run of = run(text);
    VendorInvoice vendor;
    vendor.vendor = "V";
    vendor.monthly = {900.0, 30.0, 20};
    vendor.lines = {{"calls", "call", 1000.0, 1.0, {1000.0, 20.0, 20}},
                    {"credit: speed", "", 0.0, 0.0, {-100.0, 15.0, 20}}};
    const Economics without = economics(of.result, of.scenario, {});
    const Economics with = economics(of.result, of.scenario, {vendor});
    CHECK(amount(with, "cost.vendor") == 1000.0);
    CHECK(amount(with, "cost.credits") == -100.0);
    CHECK(with.total.mean == doctest::Approx(without.total.mean + 900.0));
    CHECK(with.total.half_width == doctest::Approx(std::hypot(without.total.half_width, 30.0)));
    CHECK(with.without_lost.half_width == doctest::Approx(30.0));
}

TEST_CASE("what the scenario does not say costs nothing, and a note says so and what has been published")
{
    std::string bare = text;
    bare.resize(bare.find("cost = "));
    const Run of = run(bare);
    const Economics account = economics(of.result, of.scenario, {});
    CHECK(account.without_lost.mean == 0.0);
    REQUIRE(account.notes.size() == 2);
    CHECK(account.notes[0].find("no wage is given for desk") == 0);
    CHECK(account.notes[0].find("17.59 USD an hour (US median of 2019)") != std::string::npos);
    CHECK(account.notes[1].find("1500–15000 USD a month") != std::string::npos);
}

TEST_CASE("every published figure stands in docs/costs.md with its range and origin")
{
    const auto page = DiskFileSystem().read(SWITCHROOM_SOURCE_DIR "/docs/costs.md");
    REQUIRE(page.ok());
    CHECK(published_costs().size() >= 15);
    for (const PublishedCost& cost : published_costs()) {
        const std::string row = fmt::format("| {} | {:g} | {:g} | {} | {} |", cost.what, cost.low, cost.high,
                                            cost.unit, cost.origin);
        CAPTURE(row);
        CHECK(page->find(row) != std::string::npos);
        CHECK(cost.high >= cost.low);
    }
}
