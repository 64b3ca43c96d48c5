#pragma once
/// Several scenarios on the same callers: how compare and report run them.

#include "cli/run_options.h"
#include "sim/experiment/results.h"
#include "sim/experiment/side_by_side.h"

#include <iosfwd>
#include <vector>

namespace switchroom {

/// Runs all of them by the seed and number of runs of the first; with precision goals until every one is
/// precise.
std::vector<ExperimentResult> run_side_by_side(const std::vector<LoadedModel>& all, const RunRequest& request,
                                               std::ostream& err);

} // namespace switchroom
