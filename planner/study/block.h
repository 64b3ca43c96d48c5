#pragma once
/// A block: some replications of one point in a row, the unit that is simulated, committed, or never was.

#include "planner/study/study.h"
#include "sim/experiment/load_model.h"
#include "sim/stats/kpi.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// One figure that is kept of each replication.
struct StudyFigure {
    std::string scope; ///< "total", "contact", "group", "segment"
    std::string name;  ///< of the contact …; empty for the total
    const KpiDefinition* kpi = nullptr;
    friend bool operator==(const StudyFigure&, const StudyFigure&) = default;
};

/// The study's KPIs in its scopes of this centre, in the order of scopes, names and the KPI table. Quantiles
/// of pooled waits have no figure of a single replication and are left out.
std::vector<StudyFigure> figures_of(const Study& study, const MeasuredCentre& centre);

/// The pairs of one replication, in the order of figures_of.
using ReplicationPairs = std::vector<KpiPair>;

struct Block {
    std::size_t point = 0; ///< StudyPoint::number
    std::size_t block = 0; ///< 0, 1, … of the point
    std::int64_t first_replication = 0;
    std::vector<ReplicationPairs> replications;
};

/// Simulates. A pure function of model, seed and numbers: the same bits wherever and whenever. `figures` are
/// those of the model's centre.
std::vector<ReplicationPairs> run_block(const LoadedModel& loaded, const Study& study,
                                        const std::vector<StudyFigure>& figures, std::uint64_t seed,
                                        std::int64_t first_replication, std::int64_t count);

} // namespace switchroom
