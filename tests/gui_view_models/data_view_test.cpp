#include "gui/view_models/data_view.h"
#include "gui/view_models/replay_text.h"
#include "tests/gui_view_models/desk_fixture.h"
#include "tests/gui_view_models/files_in_memory.h"

#include "sim/calllog/import.h"
#include "sim/experiment/load_model.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

/// Eight calls on a Monday and a Tuesday: appointments 5 (4 answered, waits 0, 10, 30, 50 s; 1 hung up after
/// 40 s), questions 3 (2 answered after 5 and 15 s; 1 hung up after 3 s).
const std::string small_log = "queue,arrived_at,wait_s,talk_s,outcome,caller,agent\n"
                              "appointments,2026-01-05T08:00:00+01:00,0,100,answered,0000000001,agent-z\n"
                              "appointments,2026-01-05T08:10:00+01:00,10,200,answered,0000000002,agent-z\n"
                              "appointments,2026-01-05T08:40:00+01:00,40,,abandoned,0000000003,\n"
                              "questions,2026-01-05T09:00:00+01:00,5,60,answered,0000000004,agent-a\n"
                              "appointments,2026-01-06T08:05:00+01:00,30,150,answered,0000000005,agent-z\n"
                              "appointments,2026-01-06T09:40:00+01:00,50,150,answered,0000000006,agent-a\n"
                              "questions,2026-01-06T10:00:00+01:00,3,,abandoned,0000000007,\n"
                              "questions,2026-01-06T10:10:00+01:00,15,60,answered,0000000008,agent-a\n";

const std::string two_days = R"(format = 1
name = "Two days"
timezone = "Europe/Paris"
[time]
start = 2026-01-05
days = 2
[[contacts]]
name = "appointments"
arrivals.rate_per_hour = 4
handle = { family = "exponential", mean = "2min30s" }
target = { service_level = { share = 0.8, within = "30s" } }
[[groups]]
name = "desk"
agents = 1
[[routes]]
contacts = ["appointments"]
open = [ { offer = ["desk"] } ]
[run]
replications = 8
)";

struct Bench {
    gui::test::FilesInMemory files;
    Desk desk;
    DataView view{{}};

    Bench() : desk(files, {.replications = 8, .threads = 1, .data_dir = {}}, {})
    {
        files.add("/logs/small.csv", small_log);
        files.add("/logs/two.toml", two_days);
    }

    bool settle() { return test::settle(view, desk); }

    std::string measured(const std::string& title)
    {
        for (const LogComparison& row : view.comparison(desk))
            if (row.title == title)
                return row.measured;
        return "no such row";
    }
};

} // namespace

TEST_CASE("a dropped log is read, and its figures are those that one counts by hand")
{
    Bench bench;
    bench.desk.log_path = "/logs/small.csv";
    REQUIRE(bench.settle());
    REQUIRE(bench.view.study() != nullptr);
    const Locale locale;
    CHECK(bench.view.headline(locale) == "8 calls, 2026-01-05 to 2026-01-06");
    CHECK(bench.view.study()->log->quality.rows_read == 8);
    CHECK(bench.measured("Offered a day") == "4");
    CHECK(bench.measured("Answer rate") == "75.0 %"); // 6 of 8
    CHECK(bench.measured("Abandonment") == "25.0 %");
    CHECK(bench.measured("Service level") == "50.0 %"); // within 20 s: waits 0, 10, 5, 15 of 8
    CHECK(bench.measured("Handle time") == "120.0 s");  // (100+200+60+150+150+60) / 6
    CHECK(bench.view.quality(locale).empty());
    CHECK(bench.view.silent_days(Language::english).empty());
}

TEST_CASE("a scenario's contact is compared with the calls of its name, by its own threshold")
{
    Bench bench;
    bench.desk.log_path = "/logs/small.csv";
    auto editor = open_scenario(bench.files, "/logs/two.toml");
    REQUIRE(editor.ok());
    bench.desk.scenarios.push_back(*std::move(editor));
    REQUIRE(bench.settle());
    REQUIRE(bench.view.compared(bench.desk).size() == 2);
    CHECK(bench.view.compared(bench.desk)[1] == "appointments");
    bench.view.compared_with = 1;
    CHECK(bench.measured("Service level") == "60.0 %"); // within 30 s: 0, 10, 30 of 5
    for (const LogComparison& row : bench.view.comparison(bench.desk)) {
        INFO(row.title);
        CHECK_FALSE(row.simulated.empty());
        CHECK_FALSE(row.difference.empty());
    }
}

TEST_CASE("the heat map has the mean of each weekday's calls, half-hour by half-hour")
{
    Bench bench;
    bench.desk.log_path = "/logs/small.csv";
    REQUIRE(bench.settle());
    const PlotSpec plot = bench.view.offered_plot({});
    const auto& map = std::get<report::HeatMap>(plot.plot);
    REQUIRE(map.columns == std::vector<std::string>{"08:00", "08:30", "09:00", "09:30", "10:00"});
    CHECK(map.values[0] == std::vector<double>{2, 1, 1, 0, 0});
    CHECK(map.values[1] == std::vector<double>{1, 0, 0, 1, 2});
    CHECK(std::isnan(map.values[2][0])); // the log has no Wednesday
    const auto waits = std::get<report::Histogram>(bench.view.waits_plot({}).plot);
    double counted = 0.0;
    for (const report::HistogramSeries& series : waits.series)
        for (const double count : series.counts)
            counted += count;
    CHECK(counted + std::round(7.0 * bench.view.study()->waits.beyond) == 7.0);
    CHECK(bench.view.study()->waits.at_once == doctest::Approx(1.0 / 8.0)); // one wait of 0 s
}

TEST_CASE("nobody's number or name reaches the screen, whatever is wrong with the file")
{
    Bench bench;
    bench.files.add("/logs/bad.csv", "0000000001,agent-z,answered\n0000000002,agent-a,lost\n");
    bench.files.add("/logs/numbers.csv",
                    "queue,arrived_at,wait_s,outcome\n0100000009,2026-01-05T08:00:00+01:00,5,answered\n"
                    "0100000009,0000000001,5,answered\n");
    for (const char* path : {"/logs/bad.csv", "/logs/numbers.csv", "/logs/nowhere.csv"}) {
        bench.desk.log_path = path;
        REQUIRE(bench.settle());
        std::string shown;
        for (const std::string& problem : bench.view.study()->problems)
            shown += problem;
        if (bench.view.study()->log) {
            for (const QualityLine& line : bench.view.quality({}))
                shown += line.reason;
            shown += replay_scenario(*bench.view.study()->log, "numbers.csv", "");
        }
        CHECK(shown.find("00000") == std::string::npos);
        CHECK(shown.find("agent-z") == std::string::npos);
    }
}

TEST_CASE("the scenario that replays a log runs, and meets as many callers as the log has")
{
    Bench bench;
    bench.desk.log_path = "/logs/small.csv";
    REQUIRE(bench.settle());
    REQUIRE(bench.view.can_use_log());
    CHECK(bench.view.use_log(bench.desk).empty());
    REQUIRE(bench.desk.scenarios.size() == 1);
    CHECK(bench.view.wants_to_see_scenario);
    for (const Diagnostic& problem : bench.desk.shown().problems())
        FAIL_CHECK(to_text(problem));
    REQUIRE(bench.settle());
    const auto results = bench.desk.results();
    REQUIRE(results);
    for (const Diagnostic& problem : results->problems)
        FAIL_CHECK(to_text(problem));
    REQUIRE(results->loaded);
    const KpiResult* offered = results->result.total.find("offered");
    REQUIRE(offered != nullptr);
    CHECK(offered->estimate.mean == doctest::Approx(8.0));
    CHECK(bench.view.compared(bench.desk).size() == 3);
}

TEST_CASE("a log that is read no further leaves the form")
{
    Bench bench;
    bench.view.path = "/logs/small.csv";
    bench.view.read(bench.desk);
    bench.view.stop(bench.desk);
    REQUIRE(bench.settle());
    CHECK(bench.view.study() == nullptr);
    CHECK(bench.desk.log_path.empty());
}

TEST_CASE("a mapping file that arrives while a log waits is taken as such, any other file is not")
{
    Bench bench;
    bench.files.add("/logs/foreign.csv", "when,line,state,secs\n2026-01-05 08:00:00,desk,picked up,12\n"
                                         "2026-01-05 08:05:00,desk,gone,20\n");
    bench.files.add("/logs/columns.toml",
                    "[columns]\narrived_at = \"when\"\nqueue = \"line\"\nwait = \"secs\"\n"
                    "[outcome]\ncolumn = \"state\"\nanswered = [\"picked up\"]\n"
                    "abandoned = [\"gone\"]\n");
    bench.files.add("/logs/scenario.toml", two_days);
    bench.desk.log_path = "/logs/foreign.csv";
    REQUIRE(bench.settle());
    REQUIRE(bench.view.study() != nullptr);
    CHECK_FALSE(bench.view.study()->log); // its columns are nobody's
    CHECK_FALSE(bench.view.take_mapping(bench.desk, "/logs/scenario.toml"));
    CHECK_FALSE(bench.view.take_mapping(bench.desk, "/logs/nowhere.toml"));
    CHECK(bench.view.mapping.empty());
    CHECK(bench.view.take_mapping(bench.desk, "/logs/columns.toml"));
    REQUIRE(bench.settle());
    REQUIRE(bench.view.study() != nullptr);
    REQUIRE(bench.view.study()->log != nullptr);
    CHECK(bench.view.study()->report.by_type.total.counts.answered == 1);
    CHECK(bench.view.study()->report.by_type.total.counts.abandoned == 1);
}

TEST_CASE("data: names a file of the folder of logs")
{
    Bench bench;
    bench.view.path = "data:somewhere/small.csv";
    bench.view.read(bench.desk);
    CHECK_FALSE(bench.view.path.starts_with("data:"));
    CHECK(bench.view.path.ends_with("/somewhere/small.csv"));
    CHECK(bench.desk.log_path == bench.view.path);
}
