#pragma once
/// Plain figures of a typical week (no closures, no busyness, month factor 1), Monday first, read off the
/// document alone. What stands in other files (logs, CSV profiles) is not looked at: those figures are
/// missing.

#include "sim/scenario/scenario.h"

#include <array>
#include <optional>

namespace switchroom {

using WeekFigures = std::array<double, 7>;

/// First calls (or messages, visitors) a day; of a split or shared stream its part.
std::optional<WeekFigures> contacts_per_day(const Scenario& scenario, const Contact& contact);

/// Agent hours a day as staffed, before shrinkage.
std::optional<WeekFigures> agent_hours_per_day(const Scenario& scenario, const Group& group);

/// Seconds a day during which windows are open; nothing said: the whole day.
WeekFigures open_seconds(const std::optional<Hours>& hours);
WeekFigures open_seconds(const WeekWindows& windows);

/// Mean of a law without `at_most`; none for laws in files and truncated ones.
std::optional<Duration> mean_of(const DistributionSpec& law);

/// Mean talk and wrap-up (or handle) where both have a mean and are constant over the day.
std::optional<Duration> mean_handle_time(const Contact& contact);

} // namespace switchroom
