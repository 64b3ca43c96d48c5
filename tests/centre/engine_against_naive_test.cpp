#include "tests/centre/naive_centre.h"
#include "tests/centre/random_models.h"

#include <doctest/doctest.h>

using namespace switchroom;
using test::RandomModel;

namespace {

void require_same_trace(const CentreModel& model, ReplicationKey key)
{
    Workspace workspace;
    test::RecordedTrace engine;
    const ReplicationResult& result = run_replication(model, key, workspace, &engine);
    CHECK(result.checks.all_hold());
    const std::vector<TraceRow> naive = test::naive_trace(model, key);
    REQUIRE(engine.rows.size() == naive.size());
    for (std::size_t i = 0; i < naive.size(); ++i) {
        INFO("row " << i << " of " << naive.size() << ", at " << naive[i].queue_left_s << " s");
        REQUIRE(test::same_row(engine.rows[i], naive[i]));
    }
}

} // namespace

TEST_CASE("the engine and a naive simulator trace the same calls where many events share an instant")
{
    for (unsigned seed = 1; seed <= 400; ++seed) {
        INFO("seed " << seed);
        require_same_trace(RandomModel(seed).with_ties(), {1, seed});
    }
}

TEST_CASE("the engine and a naive simulator trace the same drawn calls")
{
    for (unsigned seed = 1; seed <= 400; ++seed) {
        INFO("seed " << seed);
        require_same_trace(RandomModel(seed).drawn(), {7, seed});
    }
}
