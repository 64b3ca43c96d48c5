#pragma once
/// What compare says about the best of several scenarios: --best, --select, --indifference, --error.

#include "cli/side_by_side.h"
#include "sim/experiment/comparison.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace switchroom {

/// Complaints about those options; the figures of --best are collected whatever --kpis says.
void read_choice(const Options& options, RunRequest& request, Diagnostics& errors);

/// The chances by every figure of --best.
void add_best_chances(const Options& options, Comparison& comparison);

/// Runs the selection that --select asks for. Precondition: read_choice had no complaint.
Result<std::string> selection_document(const std::vector<LoadedModel>& all, const RunRequest& request,
                                       const Options& options, std::ostream& err);

} // namespace switchroom
