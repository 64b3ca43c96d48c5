#pragma once
/// What a figure hangs on: the shown scenario with one assumption at a time lower and higher, all on the same
/// callers, a few runs first, then more.

#include "gui/view_models/job.h"
#include "gui/view_models/run_feed.h"
#include "planner/report/sensitivity.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace switchroom::gui {

struct SensitivityOrder {
    std::shared_ptr<const LoadedModel> base;
    std::vector<std::string> figures{"answer_rate"}; ///< KPIs of the total, and "cost"
    double change = 0.1;                             ///< the share by which assumptions are moved
    std::uint64_t seed = 1;
    int precision = 1; ///< so many times the runs of the first budget
    friend bool operator==(const SensitivityOrder&, const SensitivityOrder&) = default;
};

/// One figure as assumed, and what moves it.
struct StudiedSwings {
    report::StudiedFigure figure;
    Estimate base;
    std::vector<report::Swing> swings; ///< the widest first
    bool has_all_levers = false;       ///< false: some have not been tried yet
};

struct SensitivityFigures {
    SensitivityOrder order;
    std::int64_t replications = 0;
    bool finished = false;
    std::vector<StudiedSwings> studied; ///< as order.figures; without those that the scenario does not have
    Diagnostics problems;
};

/// Runs all variations so often at each stage; the last is final. The cost comes with the last stage, since
/// each variation's invoice needs contract terms of its own.
struct SensitivityStages {
    std::vector<std::int64_t> replications{2, 6, 20, 60};
    std::int64_t terms = 4; ///< contract terms behind each invoice
    int threads = 2;
};

/// The stages of a precision. Beyond 1 the first of them is where the precision before ended, so that
/// nothing that is shown becomes rougher.
SensitivityStages stages_of(int precision);

/// The work itself. Publishes lever by lever in the first stage and while invoices are worked out, then
/// after each stage.
void study_sensitivity(const FileSystem& files, const SensitivityOrder& order,
                       const SensitivityStages& stages, JobOrder<SensitivityFigures>& job);

} // namespace switchroom::gui
