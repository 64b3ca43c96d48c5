#pragma once
/// Scenarios that met the same callers, compared: the numbers of the Compare screen, made in the background
/// from whatever runs all of them have.

#include "gui/view_models/run_feed.h"
#include "planner/report/costs.h"
#include "sim/experiment/best_chance.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace switchroom::gui {

/// What contracts make of a scenario: its vendor's invoice above all.
struct ContractStudy {
    std::uint64_t revision = 0; ///< of the document that was studied
    report::ReportedScenario lines;
    Diagnostics problems;
};
using ContractStudies = std::map<std::uint32_t, ContractStudy>; ///< by ScenarioEditor::id

/// How likely each is the best by one figure.
struct Contest {
    std::string figure; ///< KPI name, or "cost"
    std::vector<BestChance> chances;
};

/// Immutable once made. Scenario 0 is the baseline.
struct CompareFigures {
    std::vector<std::shared_ptr<const RunSnapshot>> runs; ///< what was compared; keeps documents alive
    std::int64_t replications = 0;                        ///< those that all of them have
    report::ReportInput input;
    std::vector<report::CostTable> costs;
    std::vector<Estimate> cost_changes;
    std::vector<bool> costs_known; ///< false: a vendor's invoice is still to come
    std::vector<Contest> contests; ///< only where there are two or more
};

/// Same callers need the same days; empty if they have them.
bool same_days(const ScenarioDocument& base, const ScenarioDocument& other);

/// True if wages and technology alone would mislead.
bool has_contract(const ScenarioDocument& document);

/// Contract terms behind an invoice: good to about a per cent, as in `switchroom compare`.
inline constexpr std::int64_t terms_of_invoice = 20;

/// One scenario's contracts from `terms` simulated terms, by the seed and for the period of its runs.
ContractStudy study_of(const FileSystem& files, const RunSnapshot& run, std::int64_t terms, int threads,
                       Progress& progress);

/// Compares the replications that all have. Precondition: each has a model, one replication or more, and the
/// days of the first.
CompareFigures compare_runs(std::vector<std::shared_ptr<const RunSnapshot>> runs,
                            const ContractStudies& contracts);

} // namespace switchroom::gui
