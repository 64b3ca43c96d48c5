#pragma once
/// From a scenario's contracts to the lines of a report: terms are simulated (planner/contract), their
/// clauses judged, their invoices averaged.

#include "planner/report/report_input.h"
#include "sim/base/file_system.h"
#include "sim/base/progress.h"
#include "sim/base/result.h"
#include "sim/scenario/paths.h"

#include <cstdint>

namespace switchroom::report {

struct ContractOptions {
    const FileSystem* files = nullptr;
    DataFolders folders = {};
    std::uint64_t seed = 1;
    std::int64_t most_terms = 100; ///< simulated until every clause is decided; 0: contracts are left out
    int threads = 0;
    double months = 1.0; ///< length of the report's period, for which costs are told
};

/// Fills clauses, invoice and the vendors' part of further_costs. Contracts without clauses are priced over
/// twelve months. Nothing where there is no contract. Errors: what the contract's simulation refuses.
Diagnostics study_contracts(const ScenarioDocument& document, const ContractOptions& options,
                            Progress& progress, ReportedScenario& into);

/// The same for one scenario of `input`, whose comparison is done, by its results' seed and for their period:
/// those two of the options are set here.
Diagnostics study_contracts_of(std::size_t scenario, ContractOptions options, Progress& progress,
                               ReportInput& input);

/// The same for every scenario of `input`, whose comparison is done, by its results' seed and for their
/// period: those two of the options are set here. Errors end it; what follows is not studied then.
Diagnostics study_all_contracts(ContractOptions options, Progress& progress, ReportInput& input);

} // namespace switchroom::report
