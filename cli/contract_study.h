#pragma once
/// The contracts of compared scenarios, simulated beside the comparison: for report, compare and sensitivity.

#include "cli/run_options.h"
#include "planner/report/report_input.h"
#include "sim/base/file_system.h"

#include <cstdint>
#include <iosfwd>

namespace switchroom {

/// report::study_all_contracts with what the command line asks for, and its progress on `err`.
Diagnostics study_contracts(const RunRequest& request, std::int64_t most_terms, const FileSystem& files,
                            std::ostream& err, report::ReportInput& input);

} // namespace switchroom
