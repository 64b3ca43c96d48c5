#include "sim/experiment/comparison.h"
#include "sim/experiment/experiment.h"
#include "sim/experiment/load_model.h"
#include "sim/experiment/result_json.h"
#include "sim/experiment/result_text.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace switchroom;

namespace {

/// Scenarios that live in memory, by the number of people at the desk.
class Desks final : public FileSystem {
public:
    Result<std::string> read(const std::string& path) const override
    {
        return std::string(R"(
format = 1
name = "desk of )") +
               path + R"("
time = { start = 2026-03-02, days = 1 }
hours = { weekdays = "08:00-12:00" }
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 40
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "2min" }
[[groups]]
name = "desk"
agents = )" + path.substr(0, 1);
    }
    bool exists(const std::string&) const override { return true; }
    Diagnostics write_atomically(const std::string&, std::string_view) override { return {}; }
};

class StopAfter final : public Progress {
public:
    explicit StopAfter(std::int64_t limit) : limit_(limit) {}
    void advance(std::int64_t done, std::int64_t) override { done_ = done; }
    bool stop_requested() const override { return done_ >= limit_; }

private:
    std::int64_t limit_;
    std::int64_t done_ = 0;
};

std::vector<LoadedModel> desks()
{
    std::vector<LoadedModel> all;
    for (const char* path : {"2.toml", "3.toml", "4.toml"}) {
        auto loaded = load_model(Desks(), path, {});
        REQUIRE(loaded);
        all.push_back(*std::move(loaded));
    }
    return all;
}

std::vector<ExperimentSubject> subjects_of(const std::vector<LoadedModel>& all)
{
    std::vector<ExperimentSubject> subjects;
    for (const LoadedModel& loaded : all)
        subjects.push_back({&loaded.model, &loaded.centre});
    return subjects;
}

} // namespace

TEST_CASE("a comparison that is stopped keeps the same runs of every scenario, and says so")
{
    const std::vector<LoadedModel> all = desks();
    for (const int threads : {1, 7}) {
        ExperimentOptions options;
        options.replications = 50;
        options.threads = threads;
        StopAfter stop(14); // runs of three scenarios: four of each, and two that lack the third's
        const auto results = run_experiments(subjects_of(all), options, stop);
        REQUIRE(results.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            NoProgress quiet;
            ExperimentOptions four;
            four.replications = 4;
            CHECK(results[i].replications == 4);
            CHECK(to_json(results[i]) == to_json(run_experiment(all[i].model, all[i].centre, four, quiet)));
        }
        CHECK(to_text(compare(results)).find("Stopped on request") != std::string::npos);
    }
}

TEST_CASE("scenarios run side by side until every one of them is precise")
{
    const std::vector<LoadedModel> all = desks();
    ExperimentOptions options;
    options.replications = 3000;
    options.goals = {{"answer_rate", 0.008}};
    std::int64_t slowest = 0;
    for (const LoadedModel& loaded : all) {
        NoProgress quiet;
        slowest = std::max(slowest, run_experiment(loaded.model, loaded.centre, options, quiet).replications);
    }
    NoProgress quiet;
    for (const ExperimentResult& result : run_experiments(subjects_of(all), options, quiet)) {
        CHECK(result.replications >= slowest);
        CHECK(result.replications % 30 == 0);
        CHECK(result.total.find("answer_rate")->estimate.half_width <= 0.008);
    }
}

TEST_CASE("a comparison shows the KPIs that were asked for by name, and tells them in words")
{
    const std::vector<LoadedModel> all = desks();
    ExperimentOptions options;
    options.replications = 30;
    const std::vector<std::string> names{"abandoned", "p_wait"};
    options.kpis = KpiSelection::named(names);
    NoProgress quiet;
    const std::string text = to_text(compare(run_experiments(subjects_of(all), options, quiet)));
    CHECK(text.find("\nabandoned ") != std::string::npos);
    CHECK(text.find("\nhad to wait ") != std::string::npos);
    CHECK(text.find("answer rate") == std::string::npos);
    CHECK(text.find("lower (better)") != std::string::npos);
}
