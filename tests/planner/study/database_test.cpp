#include "planner/study/database.h"

#include "planner/study/sqlite.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

using namespace switchroom;

namespace {

/// A study of two points in a folder that is gone with the test.
struct Bench {
    Bench()
        : folder((std::filesystem::temp_directory_path() /
                  ("switchroom-study-" + std::to_string(std::random_device{}())))
                     .string())
    {
        std::filesystem::create_directories(folder);
        files.files["base.toml"] = R"(format = 1
name = "Desk"
time = { days = 1 }
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 20
talk = { family = "exponential", mean = "3min" }
[[groups]]
name = "front desk"
agents = 2
[[routes]]
contact = "calls"
open = [ { offer = ["front desk"] } ]
)";
        files.files["study.toml"] = R"(format = 1
name = "s"
base = "base.toml"
kpis = ["answer_rate", "mean_wait_s"]
[[axes]]
name = "desk"
path = "groups[front desk].agents"
list = [2, 5]
)";
        auto read = read_study(files, "study.toml");
        REQUIRE(read.ok());
        study = *std::move(read);
        points = plan_points(study.study);
    }
    ~Bench() { std::filesystem::remove_all(folder); }

    std::string path() const { return folder + "/study.db"; }

    StudyDatabase open(bool may_continue)
    {
        auto database = StudyDatabase::open(path(), study, may_continue);
        REQUIRE_MESSAGE(database.ok(), (database.ok() ? "" : to_text(database.errors().front())));
        return *std::move(database);
    }

    /// Simulates and commits one block of a point.
    void commit(StudyDatabase& database, std::size_t point, std::size_t block)
    {
        const auto made = scenario_of(files, study, points[point]);
        REQUIRE(made.ok());
        const auto loaded = compile_model(files, made->document, {});
        REQUIRE(loaded.ok());
        const auto figures = figures_of(study.study, loaded->centre);
        REQUIRE(
            database.add_point(points[point], name_of(study.study, points[point]), *made, figures).empty());
        const std::int64_t first = static_cast<std::int64_t>(block) * 5;
        Block simulated{points[point].number, block, first,
                        run_block(*loaded, study.study, figures, 1, first, 5)};
        REQUIRE(database.commit(simulated, {0.1, "here"}).empty());
    }

    std::string folder;
    MemoryFileSystem files;
    StudyDocument study;
    std::vector<StudyPoint> points;
};

/// Everything but clock and machine, as text.
std::string rows_of(const std::string& path)
{
    Sqlite database(path);
    std::string rows;
    for (const char* query : {"SELECT point || '|' || name || '|' || scenario_hash FROM point ORDER BY 1",
                              "SELECT figure || '|' || scope || '|' || kpi FROM figure ORDER BY 1",
                              "SELECT point || '|' || block || '|' || first_replication || '|' || "
                              "replications FROM block ORDER BY 1",
                              "SELECT point || '|' || replication || '|' || figure || '|' || numerator || "
                              "'|' || denominator FROM value "
                              "ORDER BY point, replication, figure"}) {
        Statement statement(database, query);
        while (statement.step())
            rows += statement.text(0) + "\n";
    }
    return rows;
}

} // namespace

TEST_CASE("rows are the same in whatever order blocks come, and however often the file is opened")
{
    Bench one;
    {
        StudyDatabase database = one.open(false);
        for (std::size_t point : {0U, 1U})
            for (std::size_t block : {0U, 1U})
                one.commit(database, point, block);
    }
    Bench other;
    for (const auto& [point, block] : {std::pair{1U, 1U}, {0U, 1U}, {1U, 0U}, {0U, 0U}, {0U, 0U}}) {
        StudyDatabase database = other.open(true);
        other.commit(database, point, block);
    }
    CHECK(rows_of(one.path()) == rows_of(other.path()));
    CHECK(rows_of(one.path()).size() > 1000);
}

TEST_CASE("a file knows its blocks, its study, and whether it may be continued")
{
    Bench bench;
    {
        StudyDatabase database = bench.open(false);
        bench.commit(database, 1, 0);
        const auto blocks = database.blocks({"answer_rate"});
        REQUIRE(blocks.ok());
        REQUIRE(blocks->size() == 1);
        CHECK(blocks->front().point == 1);
        CHECK(blocks->front().replications == 5);
        CHECK(blocks->front().precise.at(0).count() == 5);
    }
    const auto again = StudyDatabase::open(bench.path(), bench.study, false);
    REQUIRE_FALSE(again.ok());
    CHECK(to_text(again.errors().front()).find("--resume") != std::string::npos);
    StudyDocument changed = bench.study;
    changed.text += "# another";
    const auto other = StudyDatabase::open(bench.path(), changed, true);
    REQUIRE_FALSE(other.ok());
    CHECK(to_text(other.errors().front()).find("another study") != std::string::npos);
}

TEST_CASE("a view gives the same mean as the pairs do")
{
    Bench bench;
    PairSeries pairs;
    {
        StudyDatabase database = bench.open(false);
        bench.commit(database, 0, 0);
        bench.commit(database, 0, 1);
        const auto blocks = database.blocks({"mean_wait_s"});
        REQUIRE(blocks.ok());
        for (const StoredBlock& block : *blocks)
            for (std::size_t r = 0; r < block.precise[0].numerators.size(); ++r)
                pairs.add(block.precise[0].numerators[r], block.precise[0].denominators[r]);
    }
    const Estimate expected = estimate_ratio(pairs.moments());
    Sqlite database(bench.path());
    Statement view(database, "SELECT mean, standard_error, n FROM point_figure WHERE kpi = 'mean_wait_s'");
    REQUIRE(view.step());
    CHECK(view.real(0) == doctest::Approx(expected.mean).epsilon(1e-12));
    CHECK(view.real(1) * student_t_factor(0.95, 9.0) == doctest::Approx(expected.half_width).epsilon(1e-9));
    CHECK(view.whole(2) == 10);
}

TEST_CASE("what is no database, cannot be written, or is locked ends in a sentence")
{
    Bench bench;
    std::ofstream(bench.path())
        << "something else, long enough to be looked at as if it were a database of results";
    CHECK_FALSE(StudyDatabase::open(bench.path(), bench.study, true).ok());
    CHECK_FALSE(StudyDatabase::open(bench.folder + "/missing/study.db", bench.study, true).ok());
    std::filesystem::remove(bench.path());
    StudyDatabase database = bench.open(false);
    Sqlite holder(bench.path());
    holder.run("BEGIN IMMEDIATE");
    const auto locked = StudyDatabase::open(bench.path(), bench.study, true);
    REQUIRE_FALSE(locked.ok());
    CHECK(to_text(locked.errors().front()).find("another program") != std::string::npos);
}
