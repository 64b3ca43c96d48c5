#include "gui/view_models/run_feed.h"

#include "sim/experiment/collector.h"
#include "sim/experiment/experiment.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace switchroom::gui {

namespace {

using Clock = std::chrono::steady_clock;

/// Time between two pictures of a run in progress: often enough to look alive, and so seldom that summing up
/// costs at most a twentieth of the run.
constexpr std::chrono::milliseconds between_pictures(100);
constexpr int pictures_cost_at_most_one_in = 20;
/// The first picture is drawn from so many replications: the fewest that have a half-width worth showing …
constexpr std::int64_t first_picture = 4;
/// … unless they would come later than this after the change: then from two, the fewest that have one at all.
constexpr std::chrono::milliseconds first_picture_within(90);
constexpr std::int64_t fewest_of_a_picture = 2;

/// Whether to draw the first picture now that `done` replications are there.
bool is_time_for_first(std::int64_t done, Clock::time_point ordered, Clock::time_point began)
{
    if (done >= first_picture || done < fewest_of_a_picture)
        return done >= first_picture;
    const Clock::time_point now = Clock::now();
    return now + (now - began) * (first_picture - done) / done > ordered + first_picture_within;
}

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
    const Clock::time_point ordered = Clock::now();
    RunSnapshot snapshot = prepared(files, options, order);
    if (!snapshot.loaded) {
        snapshot.finished = true;
        job.publish(std::move(snapshot));
        return;
    }
    const MeasuredCentre& centre = snapshot.loaded->centre;
    Collector collector(centre, collected(KpiSelection::standard(), centre), seed, RowScopes::total);
    const Clock::time_point began = Clock::now();
    Clock::time_point next{};
    bool has_shown = false;
    const auto show = [&](bool finished) {
        const Clock::time_point begin = Clock::now();
        RunSnapshot fresh = snapshot; // without results yet: a few pointers
        fresh.result = collector.result();
        fresh.finished = finished;
        job.publish(std::move(fresh));
        has_shown = true;
        const Clock::time_point end = Clock::now();
        next =
            end + std::max<Clock::duration>(between_pictures, pictures_cost_at_most_one_in * (end - begin));
    };
    const auto consume = [&](const ReplicationFigures& figures) {
        collector.add(figures);
        const std::int64_t done = collector.replications();
        if (done < options.replications && !job.stop_requested() &&
            (has_shown ? Clock::now() >= next : is_time_for_first(done, ordered, began)))
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
        feed->wanted = order.revision;
        const bool is_running = feed->started && feed->revision == order.revision && feed->seed == seed;
        if (!is_running && !feed->owes_a_picture())
            start(*feed, order, seed);
    }
}

void RunFeed::start(Feed& feed, const RunOrder& order, std::uint64_t seed)
{
    feed.started = true;
    feed.revision = order.revision;
    feed.seed = seed;
    feed.job.start([files = files_, options = options_, order, seed](JobOrder<RunSnapshot>& job) {
        run(*files, options, order, seed, job);
    });
}

bool RunFeed::Feed::owes_a_picture() const
{
    const auto latest = job.latest();
    return job.busy() && (!latest || latest->revision != revision);
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
        return latest && latest->finished && latest->revision == entry.second->wanted;
    });
}

double RunFeed::share_done(std::uint32_t scenario) const
{
    const auto feed = feeds_.find(scenario);
    if (feed == feeds_.end())
        return 0.0;
    const auto latest = feed->second->job.latest();
    return latest && latest->finished && latest->revision == feed->second->wanted
               ? 1.0
               : feed->second->job.share_done();
}

} // namespace switchroom::gui
