#pragma once
/// Gathers replications, in index order, into an ExperimentResult. Memory: a replication leaves only the
/// numerator and denominator of each KPI and scope; rows keep moments alone (and, where rows are days, the
/// days' values).

#include "sim/experiment/kpi_selection.h"
#include "sim/experiment/probe_collector.h"
#include "sim/experiment/results.h"
#include "sim/experiment/slices.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// Whose figures rows have: with a week of half-hours those of every contact and group cost as much as the
/// replication itself.
enum class RowScopes { all, total };

/// Not synchronised: one thread at a time adds.
class Collector {
public:
    /// With RowScopes::total the other scopes of rows have no figures (find() is null); what is there has the
    /// same bits.
    Collector(MeasuredCentre centre, const KpiSelection& kpis, std::uint64_t seed,
              RowScopes of_rows = RowScopes::all);

    /// The next replication in index order. Precondition: sized as the centre says.
    void add(const ReplicationFigures& figures);

    std::int64_t replications() const { return replications_; }

    /// Half-width (95 %) of a KPI of the total so far; NaN where undefined or not collected. For sequential
    /// stopping.
    double half_width_of_total(std::string_view kpi) const;

    /// The estimates of everything added so far.
    ExperimentResult result() const;

private:
    /// One KPI of one scope while replications come in.
    struct Gathered {
        const KpiDefinition* kpi = nullptr;
        PairSeries series;          ///< of the run: a pair a replication
        PairMoments moments;        ///< of rows
        std::vector<double> values; ///< of the run where rows are days: one a day and replication
    };
    using Scopes = std::vector<std::vector<Gathered>>; ///< numbered as in slices.h

    Scopes empty_scopes() const;
    void gather_run();
    void gather_row(const Slice& row, Scopes& into);
    void gather_waits(const ReplicationFigures& figures);
    void gather_outcomes(const ReplicationFigures& figures);
    void note_checks(const ReplicationChecks& found);
    KpiPair pair_of_run(const KpiDefinition& kpi, std::size_t scope) const;
    KpiResult of_run(const Gathered& gathered) const;
    ScopeResult run_scope(std::size_t scope) const;
    template <class Holder, class Make>
    void fill_scopes(Holder& holder, Make make) const;
    RowResult row_result(std::size_t row) const;

    MeasuredCentre centre_;
    std::uint64_t seed_;
    std::vector<const KpiDefinition*> contact_kpis_; ///< without quantiles of waits
    std::vector<const KpiDefinition*> wait_kpis_;
    std::vector<const KpiDefinition*> group_kpis_;
    std::vector<const KpiDefinition*> centre_kpis_;
    ScopeList scopes_;
    Slices slices_;
    Scopes run_;
    std::vector<Scopes> rows_;
    std::vector<SectionedWaits> waits_; ///< by scope; empty ones where a scope has no contacts
    WaitHistogram waits_of_scope_;      ///< of one replication
    std::vector<PairMoments> outcomes_; ///< as the centre's outcomes
    ProbeCollector probes_;
    std::int64_t replications_ = 0;
    std::int64_t calls_ = 0;
    CheckResult checks_;
};

/// Little's law must hold to this relative error (docs/model.md).
inline constexpr double littles_law_tolerance = 1e-9;

} // namespace switchroom
