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
    ExperimentResult result; ///< rows are those of the grid: weekday × time of day (WeekGrid::row)
    bool finished = false;   ///< no more replications follow
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

    /// Called whenever it may have changed what is wanted, every frame at will: starts what is new, stops
    /// what is stale, forgets scenarios that are not in the list. The first order's seed is everybody's.
    void want(const std::vector<RunOrder>& orders);

    /// The newest results of a scenario, perhaps of an older revision; null: none yet.
    std::shared_ptr<const RunSnapshot> of(std::uint32_t scenario) const;

    const RunFeedOptions& options() const { return options_; }

    /// True when every wanted scenario has final results of its wanted revision.
    bool settled() const;

    /// How many a final result has.
    std::int64_t replications() const { return options_.replications; }

private:
    struct Feed {
        explicit Feed(Wake wake) : job(std::move(wake)) {}
        Job<RunSnapshot> job;
        std::uint64_t revision = 0;
        std::uint64_t seed = 0;
    };

    const FileSystem* files_;
    RunFeedOptions options_;
    Wake wake_;
    std::map<std::uint32_t, std::unique_ptr<Feed>> feeds_;
};

} // namespace switchroom::gui
