#pragma once
/// Results as CSV, one line a figure: for spreadsheets and data frames.

#include "sim/experiment/comparison.h"
#include "sim/experiment/results.h"

#include <string>

namespace switchroom {

/// Header scenario,scope,name,row,kpi,formula,unit,mean,half_width_95,p05,p50,p95; `row` is empty for the run
/// as a whole, undefined numbers are empty, others are written so that they read back exactly.
std::string to_csv(const ExperimentResult& result);

/// Header scenario,scope,name,kpi,formula,unit,mean,half_width_95,difference,difference_half_width_95,
/// difference_half_width_95_simultaneous,significant: one line a scenario and KPI of the run, the base first;
/// its differences are empty.
std::string to_csv(const Comparison& comparison);

} // namespace switchroom
