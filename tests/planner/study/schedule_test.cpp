#include "planner/study/schedule.h"

#include "tests/support/dice.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

using namespace switchroom;

namespace {

/// What a replication of a point finds: spread grows with the point, so that later points need more blocks.
double found(std::size_t point, std::int64_t replication)
{
    Dice dice(static_cast<std::uint64_t>(replication) * 1000 + point);
    return 10.0 + static_cast<double>(point + 1) * dice.number(-1.0, 1.0);
}

std::vector<PairSeries> pairs_of(const BlockOrder& order)
{
    PairSeries series;
    for (std::int64_t r = 0; r < order.count; ++r)
        series.add(found(order.point, order.first_replication + r), 1.0);
    return {series};
}

/// Workers that finish in a random order, some of whom vanish with their block: what was simulated.
std::set<std::pair<std::size_t, std::size_t>> simulated(std::uint64_t seed, int workers, int vanish_one_in)
{
    StudySchedule schedule(7, {.block = 10, .at_most = 95}, {0.5});
    Dice dice(seed);
    std::vector<BlockOrder> under_way;
    std::set<std::pair<std::size_t, std::size_t>> blocks;
    while (!schedule.done()) {
        while (static_cast<int>(under_way.size()) < workers)
            if (const auto order = schedule.next())
                under_way.push_back(*order);
            else
                break;
        REQUIRE_FALSE(under_way.empty());
        const auto which = static_cast<std::size_t>(dice.below(static_cast<int>(under_way.size())));
        const BlockOrder order = under_way[which];
        under_way.erase(under_way.begin() + static_cast<std::ptrdiff_t>(which));
        if (vanish_one_in > 0 && dice.one_in(vanish_one_in)) {
            schedule.give_back(order);
            continue;
        }
        schedule.finish(order, pairs_of(order));
        CHECK(blocks.insert({order.point, order.block}).second); // never twice
    }
    return blocks;
}

} // namespace

TEST_CASE(
    "the blocks that are simulated are the same on any number of workers, in any order, whoever vanishes")
{
    const auto alone = simulated(1, 1, 0);
    for (std::uint64_t seed = 2; seed < 40; ++seed)
        CHECK(simulated(seed, 1 + static_cast<int>(seed % 6), seed % 2 ? 3 : 0) == alone);
}

TEST_CASE("a point ends at the first block at which it is precise, or at its last")
{
    const auto blocks = simulated(1, 3, 0);
    for (std::size_t point = 0; point < 7; ++point) {
        // an independent count: half-widths of the pooled values, block by block
        std::vector<double> values;
        std::size_t expected = 0;
        for (; expected < 10; ++expected) {
            for (std::int64_t r = 0;
                 r < std::min<std::int64_t>(10, 95 - static_cast<std::int64_t>(expected) * 10); ++r)
                values.push_back(found(point, static_cast<std::int64_t>(expected) * 10 + r));
            if (estimate_mean(values).half_width <= 0.5)
                break;
        }
        expected = std::min<std::size_t>(expected, 9);
        CHECK(blocks.contains({point, expected}));
        CHECK_FALSE(blocks.contains({point, expected + 1}));
    }
}

TEST_CASE("without goals every point gets all of its replications, first blocks of all points first")
{
    StudySchedule schedule(3, {.block = 20, .at_most = 50}, {});
    std::vector<BlockOrder> orders;
    while (const auto order = schedule.next())
        orders.push_back(*order);
    REQUIRE(orders.size() == 9);
    CHECK(orders[0] == BlockOrder{0, 0, 0, 20});
    CHECK(orders[2] == BlockOrder{2, 0, 0, 20});
    CHECK(orders[8] == BlockOrder{2, 2, 40, 10});
    for (const BlockOrder& order : orders)
        schedule.finish(order, {});
    CHECK(schedule.done());
    CHECK(schedule.blocks_done() == 9);
}
