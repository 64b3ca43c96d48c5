#pragma once
/// Forecasts that stand in a file: what the parties agreed on, instead of what the scenario's arrivals
/// expect.

#include "planner/contract/term_model.h"

namespace switchroom {

/// Gives each clause whose `forecast` names a file the volumes of that file (columns `date,contacts`:
/// contacts that the clause covers, day by day), in place of those of the profile. Errors, all at once: files
/// that cannot be read, and days of the term that a file does not hold.
Diagnostics read_forecast_files(const ScenarioDocument& document, const TermOptions& options,
                                TermModel& term);

} // namespace switchroom
