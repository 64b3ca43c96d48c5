#pragma once
/// A law of durations as a file states it: a family, its mean and coefficient of variation, and what some
/// families need besides. Nothing is computed here; compile makes a Distribution (sim/random) of it.

#include "sim/base/units.h"
#include "sim/random/family.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom {

/// The hazard from `from` on, per minute of waiting; the last piece goes on for ever.
struct HazardPiece {
    Duration from;
    double per_minute = 0.0;
    friend bool operator==(const HazardPiece&, const HazardPiece&) = default;
};

/// `{ family = "lognormal", mean = "3min", cv = 0.8 }`; a plain duration is a constant. `mean` and `cv` are
/// those of the family itself: `shift` is added to every value, then values above `at_most` are excluded
/// (truncation: the law given that it does not exceed `at_most`).
struct DistributionSpec {
    Family family = Family::constant;
    std::optional<Duration> mean;
    std::optional<double> cv;            ///< standard deviation / mean; constant 0, exponential 1
    std::optional<int> phases;           ///< erlang: instead of cv (cv = 1/√phases)
    std::optional<Duration> low, high;   ///< uniform, triangular: instead of mean and cv
    std::optional<Duration> mode;        ///< triangular: the peak; default: the middle
    std::optional<std::string> file;     ///< empirical: CSV, as written in the scenario (see paths.h)
    std::optional<std::string> column;   ///< empirical: its column, in seconds
    std::vector<DistributionSpec> parts; ///< mixture
    std::vector<double> weights;         ///< mixture: one for each part, any positive scale
    std::vector<HazardPiece> hazard;     ///< hazard: ascending from 0 s
    Duration shift;
    std::optional<Duration> at_most;
    friend bool operator==(const DistributionSpec&, const DistributionSpec&) = default;
};

} // namespace switchroom
