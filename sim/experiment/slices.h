#pragma once
/// Cuts a replication's counts into the stretches of time that are reported: the run as a whole, the rows of
/// `--by`, single days, single reporting intervals.
///
/// Scopes are numbered contacts first, then groups, then segments, then the total.

#include "sim/experiment/figures.h"
#include "sim/stats/kpi.h"

#include <cstddef>
#include <vector>

namespace switchroom {

enum class ScopeKind { contact, group, segment, total };

/// The scopes of a centre by their numbers.
class ScopeList {
public:
    explicit ScopeList(const MeasuredCentre& centre);

    std::size_t size() const { return kinds_.size(); }
    std::size_t total() const { return size() - 1; }
    ScopeKind kind(std::size_t scope) const { return kinds_[scope]; }
    const std::string& name(std::size_t scope) const { return names_[scope]; }
    /// Whose figures make up `kpi` in this scope.
    const ScopeMembers& members(std::size_t scope, const KpiDefinition& kpi) const;
    /// Contacts whose waits are pooled in this scope.
    const std::vector<std::size_t>& contacts(std::size_t scope) const { return members_[scope].contacts; }
    /// Whether KPIs of this kind exist for the scope.
    bool has(std::size_t scope, KpiScope kpis) const;

private:
    std::vector<ScopeKind> kinds_;
    std::vector<std::string> names_;
    std::vector<ScopeMembers> members_;
    ScopeMembers everything_;
};

/// All figures of one stretch of time in one replication.
struct Slice {
    std::vector<ContactFigures> contacts;
    std::vector<GroupFigures> groups;

    KpiPair pair(const KpiDefinition& kpi, const ScopeMembers& members) const
    {
        return kpi_pair(kpi, contacts, members.contacts, groups, members.groups);
    }
};

/// The mean of a ratio over those periods that have one, as a pair with the denominator 1; NaN if none has.
KpiPair mean_of_periods(const KpiDefinition& kpi, const std::vector<Slice>& periods,
                        const ScopeMembers& members);

/// Periods that meet their target, over those that have something to judge.
KpiPair periods_that_meet(const KpiDefinition& kpi, const std::vector<Slice>& periods,
                          const ScopeMembers& members);

/// Buffers for the slices of one centre, reused for every replication.
class Slices {
public:
    Slices(const MeasuredCentre& centre, bool with_days, bool with_intervals);

    /// Cuts. Precondition: the figures are sized as the centre says (checked).
    void cut(const MeasuredCentre& centre, const ReplicationFigures& figures);

    const Slice& run() const { return run_; }
    const std::vector<Slice>& rows() const { return rows_; }           ///< empty if the centre has no rows
    const std::vector<Slice>& days() const { return days_; }           ///< empty unless asked for
    const std::vector<Slice>& intervals() const { return intervals_; } ///< empty unless asked for

private:
    Slice run_;
    std::vector<Slice> rows_;
    std::vector<Slice> days_;
    std::vector<Slice> intervals_;
};

} // namespace switchroom
