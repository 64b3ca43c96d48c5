#pragma once
/// The results of a study: one SQLite file (schema: database_schema.h, docs/studies.md). A block is one
/// transaction: it is there whole, with every replication, or it never was.

#include "planner/study/block.h"
#include "planner/study/point_scenario.h"
#include "sim/stats/estimate.h"

#include <memory>
#include <string>
#include <vector>

namespace switchroom {

/// Facts about how a block came about; kept in columns whose names contain elapsed or host, which comparisons
/// of results leave out.
struct BlockFacts {
    double elapsed_s = 0.0;
    std::string host;
};

/// A block that stands in the file, with the pairs of the precise figures (StudySchedule::finish).
struct StoredBlock {
    std::size_t point = 0; ///< StudyPoint::number
    std::size_t block = 0;
    std::int64_t first_replication = 0;
    std::int64_t replications = 0;
    std::vector<PairSeries> precise;
};

/// For one thread. Errors are sentences about the file: it is locked, damaged, of another study, the disk is
/// full, the folder cannot be written. What was committed before stays.
class StudyDatabase {
public:
    /// Makes the file, or continues it where it is that of the same study (text, base, program's format).
    /// An empty file is as if there were none. Without `may_continue` a file with blocks is an error.
    static Result<StudyDatabase> open(const std::string& path, const StudyDocument& study, bool may_continue);
    StudyDatabase(StudyDatabase&&) noexcept;
    StudyDatabase& operator=(StudyDatabase&&) noexcept;
    ~StudyDatabase();

    /// Every committed block by point and block; with the pairs of the total's figures of these KPI names, a
    /// list each, in the order of replications.
    Result<std::vector<StoredBlock>> blocks(const std::vector<std::string>& precise_kpis) const;

    /// The scenario and figures of a point, before its first block.
    Diagnostics add_point(const StudyPoint& point, const std::string& name, const PointScenario& scenario,
                          const std::vector<StudyFigure>& figures);
    /// All or nothing. A block that is there already stays as it is.
    Diagnostics commit(const Block& block, const BlockFacts& facts);

private:
    struct State;
    explicit StudyDatabase(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace switchroom
