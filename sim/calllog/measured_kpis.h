#pragma once
/// KPIs of one cell of a measured log, by the definitions of sim/stats' table.

#include "sim/calllog/measure.h"
#include "sim/stats/kpi.h"

#include <vector>

namespace switchroom {

/// The contact KPIs that a log can answer, in the table's order. Time averages and what only a simulation
/// knows (lost callers) are not among them.
const std::vector<const KpiDefinition*>& measured_kpis();

/// Exact, quantiles of waits included; NaN where undefined.
double measured_value(const KpiDefinition& kpi, const LogCell& cell);

} // namespace switchroom
