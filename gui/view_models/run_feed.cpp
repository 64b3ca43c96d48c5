#include "gui/view_models/run_feed.h"

#include "sim/experiment/collector.h"
#include "sim/experiment/experiment.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace switchroom::gui {

namespace {

using Clock = std::chrono::steady_clock;

/// Longest time between two pictures of a run in progress: often enough to look alive, seldom enough that
/// summing up costs little.
constexpr std::chrono::milliseconds between_pictures(120);
/// The first picture is drawn from so many replications: the fewest that have a half-width worth showing.
constexpr std::int64_t first_picture = 4;

/// The model of an order with everything that the screens show, or why there is none.
RunSnapshot prepared(const FileSystem& files, const RunFeedOptions& options, const RunOrder& order)
{
    RunSnapshot snapshot;
    snapshot.scenario = order.scenario;
    snapshot.revision = order.revision;
    Result<LoadedModel> loaded = compile_model(
        files, *order.document, {.data_dir = options.data_dir, .by_interval = true, .expectations = true});
    if (!loaded) {
        snapshot.problems = loaded.errors();
        return snapshot;
    }
    const Scenario& scenario = loaded->document.scenario;
    const Result<Calendar> calendar =
        Calendar::make(scenario.timezone, scenario.time.start, 0, std::max(scenario.time.days - 1, 0));
    if (!calendar) {
        snapshot.problems = calendar.errors();
        return snapshot;
    }
    snapshot.grid = report::week_grid({&loaded->model}, *calendar);
    report::lay_out(snapshot.grid, loaded->model, *calendar, loaded->centre);
    snapshot.loaded = std::make_shared<const LoadedModel>(*std::move(loaded));
    return snapshot;
}

void run(const FileSystem& files, const RunFeedOptions& options, const RunOrder& order, std::uint64_t seed,
         JobOrder<RunSnapshot>& job)
{
    RunSnapshot snapshot = prepared(files, options, order);
    if (!snapshot.loaded) {
        snapshot.finished = true;
        job.publish(std::move(snapshot));
        return;
    }
    const MeasuredCentre& centre = snapshot.loaded->centre;
    Collector collector(centre, collected(KpiSelection::standard(), centre), seed);
    Clock::time_point last{};
    const auto show = [&](bool finished) {
        snapshot.result = collector.result();
        snapshot.finished = finished;
        job.publish(snapshot);
        last = Clock::now();
    };
    const auto consume = [&](const ReplicationFigures& figures) {
        collector.add(figures);
        const std::int64_t done = collector.replications();
        if (done < options.replications && done >= first_picture &&
            (done == first_picture || Clock::now() - last >= between_pictures))
            show(false);
    };
    const CentreModel& model = snapshot.loaded->model;
    const auto outcome = replicate(
        {.at_most = options.replications, .enough = {}, .threads = options.threads},
        [&] { return replicator_of(model, seed); }, consume, job);
    if (!outcome.stopped_early)
        show(true);
}

} // namespace

RunFeed::RunFeed(const FileSystem& files, RunFeedOptions options, Wake wake)
    : files_(&files), options_(std::move(options)), wake_(std::move(wake))
{
}

void RunFeed::want(const std::vector<RunOrder>& orders)
{
    std::erase_if(feeds_, [&](const auto& feed) {
        return std::none_of(orders.begin(), orders.end(),
                            [&](const RunOrder& order) { return order.scenario == feed.first; });
    });
    for (const RunOrder& order : orders) {
        const std::uint64_t seed = orders.front().document->scenario.run.seed;
        std::unique_ptr<Feed>& feed = feeds_[order.scenario];
        if (!feed)
            feed = std::make_unique<Feed>(wake_);
        else if (feed->revision == order.revision && feed->seed == seed)
            continue;
        feed->revision = order.revision;
        feed->seed = seed;
        feed->job.start([files = files_, options = options_, order, seed](JobOrder<RunSnapshot>& job) {
            run(*files, options, order, seed, job);
        });
    }
}

std::shared_ptr<const RunSnapshot> RunFeed::of(std::uint32_t scenario) const
{
    const auto feed = feeds_.find(scenario);
    return feed == feeds_.end() ? nullptr : feed->second->job.latest();
}

bool RunFeed::settled() const
{
    return std::all_of(feeds_.begin(), feeds_.end(), [](const auto& entry) {
        const auto latest = entry.second->job.latest();
        return latest && latest->finished && latest->revision == entry.second->revision;
    });
}

} // namespace switchroom::gui
