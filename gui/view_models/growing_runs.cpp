#include "gui/view_models/growing_runs.h"

#include "gui/view_models/part_of_progress.h"
#include "sim/experiment/experiment.h"

#include <utility>

namespace switchroom::gui {

GrowingRuns::GrowingRuns(std::vector<LoadedModel> all, std::uint64_t seed, int threads, std::int64_t most,
                         const KpiSelection& kpis)
    : models_(std::move(all)), seed_(seed), threads_(threads), most_(most)
{
    for (const LoadedModel& loaded : models_)
        collectors_.emplace_back(loaded.centre, collected(kpis, loaded.centre), seed);
}

bool GrowingRuns::run_to(std::int64_t replications, Progress& progress,
                         const std::function<void(std::size_t)>& after)
{
    const auto whole = most_ * static_cast<std::int64_t>(models_.size());
    for (std::size_t m = 0; m < models_.size(); ++m) {
        Collector& collector = collectors_[m];
        const CentreModel& model = models_[m].model;
        const std::int64_t first = collector.replications();
        PartOfProgress part(progress, done_, whole);
        if (first < replications)
            replicate(
                {.at_most = replications - first, .enough = {}, .threads = threads_},
                [&] { return replicator_of(model, seed_, first); },
                [&](const ReplicationFigures& figures) { collector.add(figures); }, part);
        if (progress.stop_requested())
            return false;
        done_ += collector.replications() - first;
        if (after)
            after(m + 1);
    }
    return true;
}

std::vector<ExperimentResult> GrowingRuns::results(std::size_t models) const
{
    std::vector<ExperimentResult> results;
    for (std::size_t m = 0; m < models; ++m)
        results.push_back(collectors_[m].result());
    return results;
}

} // namespace switchroom::gui
