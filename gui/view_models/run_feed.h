#pragma once
/// Results of the open scenarios, always under way to be better: a first picture after a few replications,
/// then narrower and narrower intervals. All scenarios meet the same callers (one seed), so replication r of
/// one pairs with replication r of another whenever each was run.

#include "gui/view_models/job.h"
#include "planner/report/week_grid.h"
#include "sim/experiment/load_model.h"
#include "sim/experiment/results.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace switchroom::gui {

/// Results of one state of one scenario so far. Never changed once published; shared between threads.
struct RunSnapshot {
    std::uint32_t scenario = 0;                ///< ScenarioEditor::id
    std::uint64_t revision = 0;                ///< of the document that was run
    std::shared_ptr<const LoadedModel> loaded; ///< null: it could not be compiled, see problems
    report::WeekGrid grid;
    /// Rows are those of the grid: weekday × time of day (WeekGrid::row), with figures of the total alone.
    ExperimentResult result;
    bool finished = false; ///< no more replications follow
    Diagnostics problems;
};

/// What is to be run.
struct RunOrder {
    std::uint32_t scenario = 0;
    std::uint64_t revision = 0;
    std::shared_ptr<const ScenarioDocument> document; ///< not null
};

struct RunFeedOptions {
    std::int64_t replications = 200;
    int threads = 0;           ///< 0: all of the machine's
    std::string data_dir = {}; ///< as LoadOptions
};

/// All members are called by the window's thread.
class RunFeed {
public:
    RunFeed(const FileSystem& files, RunFeedOptions options, Wake wake);

    /// Called every frame: starts what is new, stops what is stale, forgets scenarios that are not in the
    /// list. The first order's seed is everybody's. A run that has not shown anything yet is left to draw its
    /// first picture before a newer order replaces it: else nothing would move while a slider is dragged.
    void want(const std::vector<RunOrder>& orders);

    /// The newest results of a scenario, perhaps of an older revision; null: none yet.
    std::shared_ptr<const RunSnapshot> of(std::uint32_t scenario) const;

    const RunFeedOptions& options() const { return options_; }

    /// True when every wanted scenario has final results of its wanted revision.
    bool settled() const;

    /// 0 … 1: how many of the wanted replications of a scenario are done.
    double share_done(std::uint32_t scenario) const;

private:
    struct Feed {
        explicit Feed(Wake wake) : job(std::move(wake)) {}
        /// The current run has not published yet.
        bool owes_a_picture() const;
        Job<RunSnapshot> job;
        bool started = false;
        std::uint64_t wanted = 0;   ///< revision
        std::uint64_t revision = 0; ///< that is run
        std::uint64_t seed = 0;
    };
    void start(Feed& feed, const RunOrder& order, std::uint64_t seed);

    const FileSystem* files_;
    RunFeedOptions options_;
    Wake wake_;
    std::map<std::uint32_t, std::unique_ptr<Feed>> feeds_;
};

} // namespace switchroom::gui
