#pragma once
/// The contracts of compared scenarios, simulated beside the comparison: for report and compare.

#include "cli/run_options.h"
#include "planner/report/report_input.h"
#include "sim/base/file_system.h"
#include "sim/experiment/load_model.h"

#include <cstdint>
#include <iosfwd>
#include <vector>

namespace switchroom {

/// Fills the clauses, invoices and vendors' costs of every scenario of `input`, whose comparison is done, by
/// its seed and for its period, from `most_terms` contract terms at most. Errors: what a contract's
/// simulation refuses; then what follows is not studied.
Diagnostics study_all_contracts(const std::vector<LoadedModel>& all, const RunRequest& request,
                                std::int64_t most_terms, const FileSystem& files, std::ostream& err,
                                report::ReportInput& input);

} // namespace switchroom
