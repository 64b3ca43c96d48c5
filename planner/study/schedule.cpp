#include "planner/study/schedule.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace switchroom {

StudySchedule::StudySchedule(std::size_t points, StudyReplications replications, std::vector<double> goals)
    : replications_(replications), goals_(std::move(goals)), points_(points), open_points_(points)
{
    for (std::size_t point = 0; point < points; ++point) {
        points_[point].pairs.resize(goals_.size());
        // With goals a point's next block depends on its last one; without, all of them may run at once.
        const std::size_t blocks = goals_.empty() ? blocks_at_most() : 1;
        for (std::size_t block = 0; block < blocks; ++block)
            ready_.insert({block, point});
    }
}

std::size_t StudySchedule::blocks_at_most() const
{
    const auto block = static_cast<std::size_t>(replications_.block);
    return (static_cast<std::size_t>(replications_.at_most) + block - 1) / block;
}

BlockOrder StudySchedule::order(std::size_t point, std::size_t block) const
{
    const std::int64_t first = static_cast<std::int64_t>(block) * replications_.block;
    return {point, block, first, std::min<std::int64_t>(replications_.block, replications_.at_most - first)};
}

std::optional<BlockOrder> StudySchedule::next()
{
    if (ready_.empty())
        return std::nullopt;
    const auto [block, point] = *ready_.begin();
    ready_.erase(ready_.begin());
    return order(point, block);
}

void StudySchedule::give_back(const BlockOrder& order)
{
    if (!points_[order.point].finished.contains(order.block))
        ready_.insert({order.block, order.point});
}

bool StudySchedule::precise(const Point& point) const
{
    for (std::size_t goal = 0; goal < goals_.size(); ++goal)
        if (!(estimate_ratio(point.pairs[goal].moments()).half_width <= goals_[goal]))
            return false;
    return !goals_.empty();
}

void StudySchedule::take_in(Point& point, std::size_t block, const std::vector<PairSeries>& pairs)
{
    point.early[block] = pairs;
    // Pairs are appended in the order of replications, whatever order blocks came in.
    for (auto found = point.early.find(point.next_block); found != point.early.end();
         found = point.early.find(point.next_block)) {
        for (std::size_t goal = 0; goal < goals_.size(); ++goal)
            for (std::size_t r = 0; r < found->second[goal].numerators.size(); ++r)
                point.pairs[goal].add(found->second[goal].numerators[r], found->second[goal].denominators[r]);
        point.early.erase(found);
        ++point.next_block;
    }
}

void StudySchedule::finish(const BlockOrder& finished, const std::vector<PairSeries>& pairs)
{
    Point& point = points_[finished.point];
    ready_.erase({finished.block, finished.point});
    if (!point.finished.insert(finished.block).second)
        return; // somebody who was given up came back after all
    ++blocks_done_;
    take_in(point, finished.block, pairs);
    if (point.done)
        return;
    if (point.next_block >= blocks_at_most() || precise(point)) {
        point.done = true;
        --open_points_;
    } else if (!goals_.empty() && !point.finished.contains(point.next_block))
        ready_.insert({point.next_block, finished.point});
}

double StudySchedule::worst_precision() const
{
    double worst = std::numeric_limits<double>::quiet_NaN();
    for (const Point& point : points_)
        for (std::size_t goal = 0; goal < goals_.size(); ++goal)
            if (point.next_block > 0)
                worst =
                    std::fmax(worst, estimate_ratio(point.pairs[goal].moments()).half_width / goals_[goal]);
    return worst;
}

} // namespace switchroom
