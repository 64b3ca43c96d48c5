#pragma once
/// At which volume of calls two scenarios cost the same, or serve the same: both are run at several volumes,
/// a few times first, then more.

#include "gui/view_models/job.h"
#include "gui/view_models/plot_spec.h"
#include "gui/view_models/run_feed.h"
#include "planner/sensitivity/break_even.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace switchroom::gui {

/// Factors on both scenarios' own arrivals, as in `switchroom sensitivity`.
inline constexpr std::array studied_volumes{0.5, 0.75, 1.0, 1.25, 1.5};

struct BreakEvenOrder {
    std::shared_ptr<const LoadedModel> base;
    std::shared_ptr<const LoadedModel> other;
    std::string figure = "answer_rate"; ///< KPI of the total, or "cost"
    std::uint64_t seed = 1;
    int precision = 1; ///< so many times the runs of the first budget
    friend bool operator==(const BreakEvenOrder&, const BreakEvenOrder&) = default;
};

/// Both at one volume.
struct BothAt {
    double volume = 1.0;
    Estimate base;
    Estimate other;
    Estimate change;    ///< other minus base, paired
    double calls = 0.0; ///< callers' needs for the period, of the baseline
};

struct BreakEvenFigures {
    BreakEvenOrder order;
    std::int64_t replications = 0;
    bool finished = false;
    KpiUnit unit = KpiUnit::share;
    KpiGood good = KpiGood::higher;
    std::vector<BothAt> points; ///< ascending by volume
    std::vector<BreakEven> evens;
    Diagnostics problems; ///< why there are no points
};

/// Runs all volumes so often at each stage; the last is final.
struct BreakEvenStages {
    std::vector<std::int64_t> replications{4, 12, 30, 60};
    std::int64_t terms = 4; ///< contract terms behind each invoice
    int threads = 2;
};

/// The stages of a precision. Beyond 1 the first of them is where the precision before ended, so that
/// nothing that is shown becomes rougher.
BreakEvenStages even_stages_of(int precision);

/// The work itself; publishes after each stage.
void study_break_even(const FileSystem& files, const BreakEvenOrder& order, const BreakEvenStages& stages,
                      JobOrder<BreakEvenFigures>& job);

} // namespace switchroom::gui
