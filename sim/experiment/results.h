#pragma once
/// What an experiment found out: estimates of KPIs by contact, group, row and in total. Plain values; what
/// tables, JSON, CSV and the window show is read from here.

#include "sim/experiment/figures.h"
#include "sim/scenario/scenario.h"
#include "sim/stats/kpi.h"
#include "sim/stats/quantile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// One KPI of one scope. Undefined numbers are NaN.
struct KpiResult {
    const KpiDefinition* kpi = nullptr; ///< an entry of kpi_table()
    Estimate estimate;                  ///< mean ± 95 % half-width
    Estimate p05;                       ///< over replications, or over days where rows are days
    Estimate p50;
    Estimate p95;
    PairSeries
        series; ///< a pair a replication, for paired comparisons; empty in rows and for quantiles of waits
};

/// How many answered calls of a contact ended so, in a run.
struct OutcomeResult {
    std::string name;
    Estimate count;
};

/// KPIs of one contact, one group, one segment, or everything.
struct ScopeResult {
    std::string name;
    std::vector<KpiResult> kpis;
    std::vector<OutcomeResult> outcomes; ///< of contacts that name some; empty in rows
    /// Null if the KPI was not collected.
    const KpiResult* find(std::string_view kpi, std::string_view key = {}) const;
};

/// One row of `--by`: an interval of the day, a day, a weekday, a week, a month.
struct RowResult {
    std::string label;
    std::vector<ScopeResult> contacts;
    std::vector<ScopeResult> groups;
    std::vector<ScopeResult> segments;
    ScopeResult total;
};

/// The figure of one Probe of the centre.
struct ProbeResult {
    Estimate estimate;
    PairSeries series; ///< a pair a replication; empty for quantiles of waits
};

/// `undecided`: the bound lies within the figure's half-width, or the figure has none.
enum class Finding { met, not_met, undecided };

/// One [[expect]] of the scenario, and what the run says to it.
struct ExpectationResult {
    Expectation expectation;
    const KpiDefinition* kpi = nullptr; ///< of its part, where it names one
    /// The KPI's figure, or its change against the other scenario: relative (this / other − 1), but of shares
    /// the difference.
    Estimate figure;
    Finding verdict = Finding::undecided;
};

struct CheckResult {
    bool conserved = true;
    double littles_law_max_error = 0.0;
    std::int64_t first_violation = -1; ///< replication that shows a violated check; −1 if none
};

struct ExperimentResult {
    MeasuredCentre centre;
    std::uint64_t seed = 0;
    std::int64_t replications = 0;
    std::int64_t calls = 0;     ///< attempts simulated in all replications
    bool stopped_early = false; ///< somebody asked to stop: fewer replications than wanted
    std::vector<ScopeResult> contacts;
    std::vector<ScopeResult> groups;
    std::vector<ScopeResult> segments;
    ScopeResult total;
    std::vector<RowResult> rows;
    std::vector<ProbeResult> probes;             ///< as the centre's
    std::vector<ExpectationResult> expectations; ///< by judge(); else empty
    CheckResult checks;
};

} // namespace switchroom
