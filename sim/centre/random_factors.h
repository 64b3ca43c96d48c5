#pragma once
/// The factors with mean 1 that make a whole day, month or run busier (or slower) than expected.

#include "sim/centre/centre_model.h"

#include <cstdint>

namespace switchroom {

/// The product of those of these factors that hold for a whole day, month or run: 1 if there are none.
double factor_on_day(const CentreModel& model, Range factor_ids, std::size_t day, std::uint64_t seed,
                     std::uint64_t replication);

/// Whether any of these factors changes from interval to interval.
bool varies_within_day(const CentreModel& model, Range factor_ids);

/// Which interval of the day `at_s` lies in, from 0. Precondition: at_s is not before the day.
std::uint32_t interval_of_day(const CentreModel& model, std::size_t day, double at_s);

/// The product of those of these factors that hold for one interval: 1 if there are none.
double factor_in_interval(const CentreModel& model, Range factor_ids, std::size_t day, std::uint32_t interval,
                          std::uint64_t seed, std::uint64_t replication);

/// The product of all of these factors for an attempt that rang at `rang_s` (seconds) and is dealt with on
/// `day` or later that night: by day as of `day`, by interval as of the ring.
double factor_at(const CentreModel& model, Range factor_ids, std::size_t day, double rang_s,
                 std::uint64_t seed, std::uint64_t replication);

} // namespace switchroom
