#pragma once
/// Several scenarios on the same callers: how compare and report load and run them.

#include "cli/run_options.h"
#include "sim/experiment/load_model.h"
#include "sim/experiment/results.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace switchroom {

/// Loads every file; scenarios of the same name are told apart by their files. All errors of all files, or
/// why the scenarios cannot meet the same callers. Precondition: at least one path.
Result<std::vector<LoadedModel>>
load_side_by_side(const FileSystem& files, const std::vector<std::string>& paths, const LoadOptions& options);

/// Runs all of them by the seed and number of runs of the first; with precision goals until every one is
/// precise.
std::vector<ExperimentResult> run_side_by_side(const std::vector<LoadedModel>& all, const RunRequest& request,
                                               std::ostream& err);

} // namespace switchroom
