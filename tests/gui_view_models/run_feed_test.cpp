#include "gui/view_models/run_feed.h"

#include "sim/experiment/experiment.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <functional>
#include <string>
#include <thread>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

using Clock = std::chrono::steady_clock;

DiskFileSystem disk;

std::shared_ptr<const ScenarioDocument> library(const std::string& name)
{
    auto read = read_scenario(disk, std::string(SWITCHROOM_SOURCE_DIR) + "/scenarios/" + name + ".toml");
    REQUIRE(read);
    return std::make_shared<const ScenarioDocument>(*std::move(read));
}

std::shared_ptr<const ScenarioDocument> document_of(const std::string& text)
{
    auto read = read_scenario_text(disk, text, "test.toml");
    REQUIRE(read);
    return std::make_shared<const ScenarioDocument>(*std::move(read));
}

/// Calls `each` as a window does every frame, until it says so; false after a minute.
bool frames_until(const std::function<bool()>& each)
{
    const Clock::time_point give_up = Clock::now() + std::chrono::minutes(1);
    while (!each()) {
        if (Clock::now() > give_up)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

std::shared_ptr<const RunSnapshot> final_of(RunFeed& feed, const std::vector<RunOrder>& orders)
{
    REQUIRE(frames_until([&] {
        feed.want(orders);
        return feed.settled();
    }));
    return feed.of(orders.front().scenario);
}

/// The same bits, NaN included.
bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

void check_same(const ScopeResult& a, const ScopeResult& b)
{
    REQUIRE(a.kpis.size() == b.kpis.size());
    for (std::size_t k = 0; k < a.kpis.size(); ++k) {
        INFO(a.name, " ", a.kpis[k].kpi->name);
        CHECK(a.kpis[k].kpi == b.kpis[k].kpi);
        CHECK(same(a.kpis[k].estimate.mean, b.kpis[k].estimate.mean));
        CHECK(same(a.kpis[k].estimate.half_width, b.kpis[k].estimate.half_width));
        CHECK(same(a.kpis[k].p05.mean, b.kpis[k].p05.mean));
        CHECK(a.kpis[k].series.numerators == b.kpis[k].series.numerators);
    }
}

} // namespace

TEST_CASE("final results of the window are those of an experiment, bit for bit")
{
    for (const char* name : {"daytime-overflow", "voicemail-only", "callback-windows"}) {
        INFO(name);
        const auto document = library(name);
        RunFeed feed(disk, {.replications = 12, .threads = 2, .data_dir = {}}, {});
        const auto snapshot = final_of(feed, {{.scenario = 1, .revision = 1, .document = document}});
        REQUIRE(snapshot->loaded);
        ExperimentOptions options;
        options.seed = document->scenario.run.seed;
        options.replications = 12;
        options.threads = 1;
        NoProgress quiet;
        const ExperimentResult wanted =
            run_experiment(snapshot->loaded->model, snapshot->loaded->centre, options, quiet);
        CHECK(snapshot->result.replications == 12);
        check_same(snapshot->result.total, wanted.total);
        for (std::size_t c = 0; c < wanted.contacts.size(); ++c)
            check_same(snapshot->result.contacts[c], wanted.contacts[c]);
        for (std::size_t g = 0; g < wanted.groups.size(); ++g)
            check_same(snapshot->result.groups[g], wanted.groups[g]);
        REQUIRE(snapshot->result.rows.size() == wanted.rows.size());
        CHECK(wanted.rows.size() == 7 * snapshot->grid.slots());
        for (std::size_t row = 0; row < wanted.rows.size(); ++row)
            check_same(snapshot->result.rows[row].total, wanted.rows[row].total);
    }
}

TEST_CASE("a picture comes long before the final results, and bands are there from the first one on")
{
    const auto document = library("daytime-overflow");
    RunFeed feed(disk, {.replications = 200, .threads = 2, .data_dir = {}}, {});
    const std::vector<RunOrder> orders{{.scenario = 1, .revision = 1, .document = document}};
    REQUIRE(frames_until([&] {
        feed.want(orders);
        return feed.of(1) != nullptr;
    }));
    const auto first = feed.of(1);
    CHECK_FALSE(first->finished);
    CHECK(first->result.replications >= 2); // where four would come too late
    CHECK(first->result.replications < 100);
    CHECK(first->result.total.find("service_level")->estimate.half_width > 0.0);
    CHECK(feed.share_done(1) < 1.0);
    CHECK_FALSE(feed.settled());
    const Clock::time_point begin = Clock::now();
    feed.want({});
    CHECK(feed.of(1) == nullptr); // forgotten in the middle of its run
    CHECK(Clock::now() - begin < std::chrono::seconds(2));
}

TEST_CASE(
    "while a value changes every frame pictures go on, and in the end only the last one's results are there")
{
    const auto document = library("voicemail-only");
    RunFeed feed(disk, {.replications = 60, .threads = 2, .data_dir = {}}, {});
    std::uint64_t revision = 0;
    std::uint64_t shown = 0;
    int pictures = 0;
    REQUIRE(frames_until([&] {
        feed.want({{.scenario = 1, .revision = ++revision, .document = document}});
        const auto latest = feed.of(1);
        if (latest && latest->revision != shown) {
            CHECK(latest->revision > shown);
            shown = latest->revision;
            ++pictures;
        }
        return pictures == 4;
    }));
    const auto final = final_of(feed, {{.scenario = 1, .revision = revision, .document = document}});
    CHECK(final->revision == revision);
    CHECK(final->finished);
    CHECK(final->result.replications == 60);
    CHECK(feed.share_done(1) == 1.0);
}

TEST_CASE("a scenario that cannot be run says why, and is settled")
{
    const auto document = document_of(R"(
format = 1
name = "no log"
[[groups]]
name = "desk"
agents = 1
[[contacts]]
name = "calls"
arrivals.log = { file = "data:not-there.csv" }
talk = "3min"
[[routes]]
contact = "calls"
open = [ { offer = ["desk"] } ]
)");
    RunFeed feed(disk, {.replications = 10, .threads = 1, .data_dir = {}}, {});
    const auto snapshot = final_of(feed, {{.scenario = 7, .revision = 3, .document = document}});
    CHECK(snapshot->loaded == nullptr);
    CHECK(snapshot->finished);
    CHECK(snapshot->revision == 3);
    REQUIRE_FALSE(snapshot->problems.empty());
}

TEST_CASE("all scenarios are run with the seed of the first")
{
    const auto first = document_of(R"(
format = 1
name = "first"
run.seed = 77
[[groups]]
name = "desk"
agents = 2
[[contacts]]
name = "calls"
arrivals.profile.every_day = [["08:00", 20], ["12:00", 0]]
talk = "3min"
[[routes]]
contact = "calls"
open = [ { offer = ["desk"] } ]
)");
    auto other_text = *first;
    other_text.scenario.run.seed = 5;
    const auto second = std::make_shared<const ScenarioDocument>(other_text);
    RunFeed feed(disk, {.replications = 8, .threads = 1, .data_dir = {}}, {});
    (void)final_of(feed, {{.scenario = 1, .revision = 1, .document = first},
                          {.scenario = 2, .revision = 1, .document = second}});
    CHECK(feed.of(1)->result.seed == 77);
    CHECK(feed.of(2)->result.seed == 77);
    CHECK(feed.of(1)->result.total.find("answered")->series.numerators ==
          feed.of(2)->result.total.find("answered")->series.numerators);
}
