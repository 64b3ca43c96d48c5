#pragma once
/// Models side by side whose runs can go on: a few of each for a first picture, then more, none done twice.

#include "sim/base/progress.h"
#include "sim/experiment/collector.h"
#include "sim/experiment/load_model.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace switchroom::gui {

/// Used by one thread; runs on several.
class GrowingRuns {
public:
    /// The same callers for all of them: one seed. Each will have `most` replications in the end, of which
    /// progress tells the share.
    GrowingRuns(std::vector<LoadedModel> all, std::uint64_t seed, int threads, std::int64_t most,
                const KpiSelection& kpis = KpiSelection::standard());
    GrowingRuns(const GrowingRuns&) = delete;
    GrowingRuns& operator=(const GrowingRuns&) = delete;

    /// Goes on, model by model, until each has so many replications; `after` is called with the number of
    /// models that have them. False: `progress` asked to stop, and the numbers differ.
    bool run_to(std::int64_t replications, Progress& progress,
                const std::function<void(std::size_t)>& after = {});

    /// Of the first so many models, in their order. Precondition: run_to came so far.
    std::vector<ExperimentResult> results(std::size_t models) const;
    std::vector<ExperimentResult> results() const { return results(models_.size()); }
    const std::vector<LoadedModel>& models() const { return models_; }

private:
    std::vector<LoadedModel> models_;
    std::vector<Collector> collectors_;
    std::uint64_t seed_;
    int threads_;
    std::int64_t most_;
    std::int64_t done_ = 0; ///< replications of all models
};

} // namespace switchroom::gui
