#pragma once
/// Models side by side whose runs can go on: a few of each for a first picture, then more, none done twice.

#include "sim/base/progress.h"
#include "sim/experiment/collector.h"
#include "sim/experiment/load_model.h"

#include <cstdint>
#include <vector>

namespace switchroom::gui {

/// Used by one thread; runs on several.
class GrowingRuns {
public:
    /// The same callers for all of them: one seed.
    GrowingRuns(std::vector<LoadedModel> all, std::uint64_t seed, int threads);
    GrowingRuns(const GrowingRuns&) = delete;
    GrowingRuns& operator=(const GrowingRuns&) = delete;

    /// Goes on until each has so many replications. False: `progress` asked to stop, and the numbers differ.
    bool run_to(std::int64_t replications, Progress& progress);

    /// In the order of the models. Precondition: run_to came to its end.
    std::vector<ExperimentResult> results() const;
    const std::vector<LoadedModel>& models() const { return models_; }

private:
    std::vector<LoadedModel> models_;
    std::vector<Collector> collectors_;
    std::uint64_t seed_;
    int threads_;
};

} // namespace switchroom::gui
