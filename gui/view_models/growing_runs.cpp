#include "gui/view_models/growing_runs.h"

#include "sim/experiment/experiment.h"

#include <utility>

namespace switchroom::gui {

namespace {

/// Hands on a wish to stop; how far things are is told for all models together.
class OneOfMany final : public Progress {
public:
    explicit OneOfMany(const Progress& whole) : whole_(whole) {}
    void advance(std::int64_t, std::int64_t) override {}
    bool stop_requested() const override { return whole_.stop_requested(); }

private:
    const Progress& whole_;
};

} // namespace

GrowingRuns::GrowingRuns(std::vector<LoadedModel> all, std::uint64_t seed, int threads)
    : models_(std::move(all)), seed_(seed), threads_(threads)
{
    for (const LoadedModel& loaded : models_)
        collectors_.emplace_back(loaded.centre, collected(KpiSelection::standard(), loaded.centre), seed);
}

bool GrowingRuns::run_to(std::int64_t replications, Progress& progress)
{
    OneOfMany quiet(progress);
    for (std::size_t m = 0; m < models_.size(); ++m) {
        Collector& collector = collectors_[m];
        const CentreModel& model = models_[m].model;
        const std::int64_t first = collector.replications();
        if (first < replications)
            replicate(
                {.at_most = replications - first, .enough = {}, .threads = threads_},
                [&] { return replicator_of(model, seed_, first); },
                [&](const ReplicationFigures& figures) { collector.add(figures); }, quiet);
        if (progress.stop_requested())
            return false;
    }
    return true;
}

std::vector<ExperimentResult> GrowingRuns::results() const
{
    std::vector<ExperimentResult> results;
    for (const Collector& collector : collectors_)
        results.push_back(collector.result());
    return results;
}

} // namespace switchroom::gui
