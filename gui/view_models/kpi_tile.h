#pragma once
/// One key figure of a scenario as the overview shows it: value, doubt, target, change, course of the day.

#include "gui/view_models/show.h"
#include "planner/report/week_grid.h"
#include "sim/experiment/results.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// How a figure stands to its target, by its whole 95 % interval.
enum class Standing { no_target, kept, missed, close };

/// Whether a change is for the better: `none` where it is within chance, or neither way is good.
enum class Tone { none, better, worse };

struct KpiTile {
    std::string name;  ///< of the KPI, "cost" of the month's cost
    std::string title; ///< "Service level"
    std::string help;  ///< definition and formula
    std::string value; ///< "81.1 %"
    std::string band;  ///< "± 0.4"; empty while there is no half-width
    std::string target;
    std::string target_help; ///< whose targets they are, where they differ; else empty
    std::string change;      ///< "+3.1 points"; may be empty
    std::string change_help; ///< "+3.1 points since you opened it"
    Standing standing = Standing::no_target;
    Tone tone = Tone::none; ///< of the change
    // The bar: value and band on a scale that begins at 0.
    double mean = 0.0;
    double low = 0.0;
    double high = 0.0;
    double scale_end = 1.0;
    double target_at = std::numeric_limits<double>::quiet_NaN();
    /// Mean over the week by step of the day, from the first step with calls to the last; NaN where none is.
    std::vector<double> by_time;
    std::string times; ///< "By time of day, 08:00 to 19:00"
};

/// The states that changes are told against: totals of the same callers. `words` takes the change ("{} since
/// you opened it").
struct TileReference {
    const ScopeResult* total = nullptr;
    std::string words;
    Estimate cost;
};

/// The wanted service level of the calls in total: that of all contacts with a target, weighted by their
/// calls; NaN: nobody has one.
double wanted_level(const ExperimentResult& result);

/// The lowest and the highest target of those contacts; NaN: nobody has one.
struct WantedSpan {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};
WantedSpan wanted_span(const ExperimentResult& result);
/// "80 %", or "80–90 %" where they differ.
std::string span_words(const WantedSpan& span, const Locale& locale);

Standing standing_of(const Estimate& figure, double at_least);

/// The tile of a KPI of the total. Totals are told for a month (report::period_of).
KpiTile kpi_tile(const ExperimentResult& result, const report::WeekGrid& grid, std::string_view kpi,
                 const TileReference* reference, const Locale& locale);

/// The tile of money that is not a KPI.
KpiTile cost_tile(const ExperimentResult& result, const Estimate& cost, bool is_complete,
                  const TileReference* reference, const Locale& locale);

/// Differences of two series on the same callers, as many replications as both have; NaN below two.
Estimate change_between(const PairSeries& before, const PairSeries& now);

} // namespace switchroom::gui
