#pragma once
/// Which block comes next. A decision about a point depends on that point's own results alone, so the blocks
/// that are simulated in the end are the same on any number of workers, after any crash.

#include "planner/study/study.h"
#include "sim/stats/estimate.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace switchroom {

/// What is to be simulated.
struct BlockOrder {
    std::size_t point = 0; ///< position in the plan
    std::size_t block = 0;
    std::int64_t first_replication = 0;
    std::int64_t count = 0;
    friend bool operator==(const BlockOrder&, const BlockOrder&) = default;
};

/// Not synchronised.
class StudySchedule {
public:
    /// `points`: how many the plan has. `goals`: wanted half-widths of the precise figures, in the order in
    /// which finish() brings their pairs; empty: every point gets all of its replications.
    StudySchedule(std::size_t points, StudyReplications replications, std::vector<double> goals);

    /// The next block that nobody has; none: nothing is left, or what is left waits for blocks under way.
    std::optional<BlockOrder> next();
    /// A block is committed (now, or in an earlier life): `pairs` of its replications, a list for each goal.
    void finish(const BlockOrder& order, const std::vector<PairSeries>& pairs);
    /// Whoever had it is gone: it is to be had again.
    void give_back(const BlockOrder& order);

    bool done() const { return open_points_ == 0; }
    std::size_t points_done() const { return points_.size() - open_points_; }
    std::int64_t blocks_done() const { return blocks_done_; }
    /// Of all points so far, the greatest ratio of half-width to goal; NaN: no goals, or nothing finished.
    double worst_precision() const;
    /// The k-th block of every point.
    BlockOrder order(std::size_t point, std::size_t block) const;

private:
    struct Point {
        std::size_t next_block = 0;     ///< never handed out so far
        std::set<std::size_t> finished; ///< out of order at most while several of its blocks run
        std::vector<PairSeries> pairs;  ///< by goal, in order of replications
        std::map<std::size_t, std::vector<PairSeries>> early; ///< finished before a block that precedes them
        bool done = false;
    };
    void take_in(Point& point, std::size_t block, const std::vector<PairSeries>& pairs);
    bool precise(const Point& point) const;
    std::size_t blocks_at_most() const;

    StudyReplications replications_;
    std::vector<double> goals_;
    std::vector<Point> points_;
    std::set<std::pair<std::size_t, std::size_t>>
        ready_; ///< (block, point): first blocks of all, then second
    std::size_t open_points_;
    std::int64_t blocks_done_ = 0;
};

} // namespace switchroom
