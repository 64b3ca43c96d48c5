#pragma once
/// Cuts a replication's counts into the stretches of time that are reported: the run as a whole, the rows of
/// `--by`, single days.
///
/// Scopes are numbered contacts first, then groups, then the total: 0 … contacts + groups.

#include "sim/experiment/figures.h"
#include "sim/stats/kpi.h"

#include <cstddef>
#include <vector>

namespace switchroom {

/// All figures of one stretch of time in one replication.
struct Slice {
    std::vector<ContactFigures> contacts;
    std::vector<GroupFigures> groups;
    std::vector<ContactFigures> contacts_of_total; ///< those that enter the total
    std::vector<GroupFigures> groups_of_total;

    /// The KPI's pair for one scope. Precondition: the KPI belongs to that kind of scope.
    KpiPair pair(const KpiDefinition& kpi, std::size_t scope) const;
};

/// Buffers for the slices of one centre, reused for every replication.
class Slices {
public:
    Slices(const MeasuredCentre& centre, bool with_days);

    /// Cuts. Precondition: the figures are sized as the centre says (checked).
    void cut(const MeasuredCentre& centre, const ReplicationFigures& figures);

    const Slice& run() const { return run_; }
    const std::vector<Slice>& rows() const { return rows_; } ///< empty if the centre has no rows
    const std::vector<Slice>& days() const { return days_; } ///< empty unless asked for

private:
    Slice run_;
    std::vector<Slice> rows_;
    std::vector<Slice> days_;
};

} // namespace switchroom
