#pragma once
/// Several scenarios that are to meet the same callers: how compare, report and the window load them.

#include "sim/experiment/load_model.h"

#include <string>
#include <vector>

namespace switchroom {

/// What would make a comparison with `base` one of apples and pears; empty if it is fair.
Diagnostics unfair_to_compare(const ScenarioDocument& base, const ScenarioDocument& other);

/// Differences are told apart by the scenario's name, so files of one name are called by name and file.
void tell_apart(std::vector<LoadedModel>& all);

/// Loads every file; scenarios of the same name are told apart by their files. All errors of all files, or
/// why the scenarios cannot meet the same callers. Precondition: at least one path.
Result<std::vector<LoadedModel>>
load_side_by_side(const FileSystem& files, const std::vector<std::string>& paths, const LoadOptions& options);

} // namespace switchroom
