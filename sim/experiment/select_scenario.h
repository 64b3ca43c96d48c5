#pragma once
/// Selection among scenarios that are run as it goes on (selection.h).

#include "sim/experiment/experiment.h"
#include "sim/experiment/selection.h"

#include <string>
#include <vector>

namespace switchroom {

/// A finished selection and what it was about.
struct ScenarioSelection {
    std::string figure;       ///< KPI name, or "cost"
    SelectionOptions options; ///< as carried out
    std::vector<std::string> scenarios;
    std::string currency = "EUR";
    std::uint64_t seed = 0;
    Selection selection;
};

/// Runs the scenarios side by side from replication 0 on, dropping them as KN does. `figure` is a KPI of the
/// total or "cost" (best_chance.h); its direction of good is taken from there. Of `options` seed and threads
/// count. Errors: a run in which a scenario has no such figure. Precondition: may_be_best_in(figure), two or
/// more subjects.
Result<ScenarioSelection> select_scenario(const std::vector<ExperimentSubject>& subjects,
                                          const std::string& figure, SelectionOptions selection,
                                          const ExperimentOptions& options, Progress& progress);

} // namespace switchroom
