#pragma once
/// The factors with mean 1 that make a whole day, month or run busier (or slower) than expected.

#include "sim/centre/centre_model.h"

#include <cstdint>

namespace switchroom {

/// The product of these factors on a day: 1 for an empty range.
double factor_on_day(const CentreModel& model, Range factor_ids, std::size_t day, std::uint64_t seed,
                     std::uint64_t replication);

} // namespace switchroom
