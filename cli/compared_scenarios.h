#pragma once
/// The scenarios that an [[expect]] names as `versus`: loaded, fit to be compared, and run beside it.

#include "sim/experiment/experiment.h"
#include "sim/experiment/load_model.h"

#include <string>
#include <vector>

namespace switchroom {

struct ComparedScenario {
    std::string versus; ///< as the expectation writes it
    LoadedModel loaded; ///< its centre has the probes of the expectations against it
};

/// Each file once. Errors: those of the files, of names that they lack, and different days.
Result<std::vector<ComparedScenario>> compared_scenarios(const FileSystem& files, const LoadedModel& base,
                                                         const LoadOptions& options);

/// The experiment of `base` beside the scenarios that it is compared with, on the same callers, and what it
/// says to the expectations. Precondition: `base` was loaded with its expectations.
ExperimentResult run_with_expectations(const LoadedModel& base, const std::vector<ComparedScenario>& others,
                                       const ExperimentOptions& options, Progress& progress);

} // namespace switchroom
