#pragma once
/// The first runs of a longer experiment, so that scenarios that have come differently far can be paired.

#include "sim/experiment/results.h"

#include <cstdint>

namespace switchroom {

/// What the experiment would have said after `replications` runs, as far as the runs of the whole scopes
/// tell: estimates are recomputed from their pairs. Rows, probes, quantiles over runs and, where there are
/// fewer runs than in `result`, pooled quantiles of waits and counts of outcomes are left out. Precondition:
/// 0 < replications ≤ result.replications.
ExperimentResult first_runs(const ExperimentResult& result, std::int64_t replications);

} // namespace switchroom
