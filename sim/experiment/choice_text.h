#pragma once
/// Which scenario is the best, for people and for programs.

#include "sim/experiment/best_chance.h"
#include "sim/experiment/select_scenario.h"

#include <string>

namespace switchroom {

/// A table of the chances by one figure.
std::string to_text(const BestChances& chances);

/// A table of what became of each scenario, and the choice in words.
std::string to_text(const ScenarioSelection& selection);

/// { "selection": { "figure", "indifference", "error", "seed", "decided", "chosen", "runs", "scenarios":
///   [ { "scenario", "runs", "dropped_after", "mean", "half_width_95" } ] } }
std::string to_json(const ScenarioSelection& selection);

/// scenario,runs,dropped_after,mean,half_width_95,chosen
std::string to_csv(const ScenarioSelection& selection);

} // namespace switchroom
