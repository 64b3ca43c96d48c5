#include "sim/experiment/collector.h"
#include "sim/experiment/replicate.h"
#include "tests/experiment/fake_centre.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <stdexcept>
#include <thread>

using namespace switchroom;

namespace {

/// Early indexes take longest, so that with several threads results come out of order.
Replicator dawdling(std::atomic<std::int64_t>* begun = nullptr)
{
    return [begun, inner = fake::replicator()](std::int64_t index, ReplicationFigures& figures) {
        if (begun)
            ++*begun;
        std::this_thread::sleep_for(std::chrono::microseconds((7 - index % 7) * 50));
        inner(index, figures);
        figures.contacts[0].redials = index; // lets consumers see which one it is
    };
}

std::vector<std::int64_t> order_of(const ReplicationPlan& plan)
{
    std::vector<std::int64_t> order;
    NoProgress progress;
    replicate(
        plan, [] { return dawdling(); },
        [&](const ReplicationFigures& figures) { order.push_back(figures.contacts[0].redials); }, progress);
    return order;
}

class StopAfter final : public Progress {
public:
    explicit StopAfter(std::int64_t limit) : limit_(limit) {}
    void advance(std::int64_t done, std::int64_t) override { done_ = done; }
    bool stop_requested() const override { return done_ >= limit_; }

private:
    std::int64_t limit_;
    std::int64_t done_ = 0;
};

} // namespace

TEST_CASE("replications are consumed once each and in order on any number of threads")
{
    for (const int threads : {1, 2, 7}) {
        const auto order = order_of({.at_most = 100, .enough = {}, .threads = threads});
        REQUIRE(order.size() == 100);
        for (std::int64_t i = 0; i < 100; ++i)
            CHECK(order[static_cast<std::size_t>(i)] == i);
    }
}

TEST_CASE(
    "sequential stopping looks after fixed batches and keeps the same replications on any number of threads")
{
    for (const int threads : {1, 2, 7}) {
        int looks = 0;
        ReplicationPlan plan{.at_most = 1000, .enough = [&] { return ++looks == 3; }, .threads = threads};
        CHECK(order_of(plan).size() == 90); // looks at 30, 60 and 90
        CHECK(looks == 3);
    }
}

TEST_CASE("a run that never gets precise enough ends at its limit")
{
    CHECK(order_of({.at_most = 45, .enough = [] { return false; }, .threads = 2}).size() == 45);
}

TEST_CASE("a request to stop keeps what is finished, from the first replication on without gaps")
{
    StopAfter progress(25);
    std::vector<std::int64_t> order;
    const ReplicationOutcome outcome = replicate(
        {.at_most = 1000, .enough = {}, .threads = 3}, [] { return dawdling(); },
        [&](const ReplicationFigures& figures) { order.push_back(figures.contacts[0].redials); }, progress);
    CHECK(outcome.stopped_early);
    CHECK(outcome.replications == 25);
    REQUIRE(order.size() == 25);
    CHECK(order.back() == 24);
}

TEST_CASE("threads never run far ahead of the slowest replication")
{
    std::atomic<std::int64_t> begun = 0;
    std::int64_t consumed = 0;
    std::int64_t most_ahead = 0;
    NoProgress progress;
    replicate(
        {.at_most = 200, .enough = {}, .threads = 4}, [&] { return dawdling(&begun); },
        [&](const ReplicationFigures&) { most_ahead = std::max(most_ahead, begun.load() - consumed++); },
        progress);
    CHECK(most_ahead <= 16);
}

TEST_CASE("an exception in a worker ends the run and reaches the caller")
{
    NoProgress progress;
    const auto failing = [] {
        return Replicator([](std::int64_t index, ReplicationFigures& figures) {
            fake::replicator()(index, figures);
            if (index == 17)
                throw std::runtime_error("replication 17 failed");
        });
    };
    for (const int threads : {1, 4})
        CHECK_THROWS_WITH(replicate(
                              {.at_most = 100, .enough = {}, .threads = threads}, failing,
                              [](const ReplicationFigures&) {}, progress),
                          "replication 17 failed");
}

TEST_CASE("estimates have the same bits on 1, 2 and 7 threads")
{
    std::vector<ExperimentResult> results;
    for (const int threads : {1, 2, 7}) {
        Collector collector(fake::centre(true), KpiSelection::all(), 1);
        NoProgress progress;
        replicate(
            {.at_most = 60, .enough = {}, .threads = threads}, [] { return fake::replicator(); },
            [&](const ReplicationFigures& figures) { collector.add(figures); }, progress);
        results.push_back(collector.result());
    }
    const auto bits = [](const Estimate& e) {
        return std::pair(std::bit_cast<std::uint64_t>(e.mean), std::bit_cast<std::uint64_t>(e.half_width));
    };
    for (std::size_t i = 1; i < results.size(); ++i)
        for (std::size_t k = 0; k < results[0].total.kpis.size(); ++k) {
            CHECK(bits(results[0].total.kpis[k].estimate) == bits(results[i].total.kpis[k].estimate));
            CHECK(bits(results[0].total.kpis[k].p95) == bits(results[i].total.kpis[k].p95));
        }
}
