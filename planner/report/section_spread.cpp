#include "planner/report/find_figures.h"
#include "planner/report/sections.h"
#include "planner/report/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::report {

namespace {

/// Values of the runs of one scenario; never empty.
struct NamedValues {
    std::string name;
    std::vector<double> values;
};

/// Freedman and Diaconis' (1981) width of bins, 2 · IQR / n^(1/3); 0 where half of the values are the same.
double natural_width(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    return 2.0 * (values[3 * n / 4] - values[n / 4]) / std::cbrt(static_cast<double>(n));
}

/// A width that people can read, 1, 2 or 5 times a power of ten, at least the narrowest series' natural one,
/// and so wide that 60 bins hold everything.
double bin_width(const std::vector<NamedValues>& series, double range)
{
    double wanted = range;
    for (const NamedValues& one : series)
        if (const double natural = natural_width(one.values); natural > 0.0)
            wanted = std::min(wanted, natural);
    wanted = std::clamp(wanted, range / 60.0, std::max(range / 6.0, range / 60.0));
    if (!(wanted > 0.0))
        return 0.01;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double step : {1.0, 2.0, 5.0})
        if (wanted <= step * power * 1.0001)
            return step * power;
    return 10.0 * power;
}

/// All scenarios' values on one grid of bins.
Histogram histogram_of(const std::vector<NamedValues>& series)
{
    std::vector<double> all;
    for (const auto& [name, values] : series)
        all.insert(all.end(), values.begin(), values.end());
    const auto [least, most] = std::minmax_element(all.begin(), all.end());
    const double width = bin_width(series, *most - *least);
    const double first = std::floor(*least / width + 1e-9);
    const auto bins = static_cast<std::size_t>(std::max(1.0, std::floor(*most / width + 1e-9) - first + 1.0));
    Histogram histogram{.edges = {}, .x = {}, .y = {.title = "simulated runs"}, .series = {}, .markers = {}};
    for (std::size_t i = 0; i <= bins; ++i)
        histogram.edges.push_back((first + static_cast<double>(i)) * width);
    for (const auto& [name, values] : series) {
        HistogramSeries one{.name = name, .counts = std::vector<double>(bins, 0.0)};
        for (const double value : values)
            one.counts[std::min(bins - 1,
                                static_cast<std::size_t>(std::floor(value / width + 1e-9) - first))] += 1.0;
        histogram.series.push_back(std::move(one));
    }
    return histogram;
}

/// What differs from run to run: the service level where anybody promises one, else the answer rate.
std::string_view headline_kpi(const ReportInput& input)
{
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        if (!level_targets(result_of(input, s)).empty())
            return "service_level";
    return "answer_rate";
}

std::vector<Cell> spread_row(const ReportInput& input, std::size_t s, const KpiResult& kpi,
                             const LevelTarget* target)
{
    std::vector<Cell> row{text_cell(scenario_name(input, s))};
    for (const Estimate* estimate : {&kpi.estimate, &kpi.p05, &kpi.p50, &kpi.p95})
        row.push_back(figure_cell(kpi.kpi->unit, *estimate));
    if (target) {
        const ShareOfRuns runs = runs_at_least(kpi, target->share);
        row.push_back(figure_cell(KpiUnit::share, runs.share));
        row.push_back(interval_cell(KpiUnit::share, runs.low, runs.high));
    }
    return row;
}

} // namespace

void add_spread(const ReportInput& input, Document& document)
{
    const std::string_view name = headline_kpi(input);
    std::vector<NamedValues> series;
    std::vector<LevelTarget> targets;
    for (std::size_t s = 0; s < scenario_count(input); ++s) {
        const KpiResult* kpi = total_of(input, s, name);
        if (!kpi || values_of_runs(*kpi).size() < 10)
            return;
        series.push_back({scenario_name(input, s), values_of_runs(*kpi)});
        if (name == "service_level")
            for (const LevelTarget& target : level_targets(result_of(input, s)))
                if (std::none_of(targets.begin(), targets.end(),
                                 [&](const LevelTarget& t) { return t.words == target.words; }))
                    targets.push_back(target);
    }
    const KpiDefinition& kpi = *total_of(input, 0, name)->kpi;
    Histogram histogram = histogram_of(series);
    histogram.x = {.title = std::string(kpi.title) + " of a run", .unit = kpi.unit};
    for (const LevelTarget& target : targets)
        histogram.markers.push_back({"target " + target.words, target.share});
    const int days = result_of(input, 0).centre.days;
    const LevelTarget* judged = targets.size() == 1 ? &targets.front() : nullptr;
    DataTable table{.title = "Spread over runs",
                    .headings = {"", "Mean", "One run in 20 is below", "Middle", "One run in 20 is above"},
                    .rows = {},
                    .note = ""};
    if (judged) {
        table.headings.insert(table.headings.end(), {"Runs that keep the target", "95 % interval"});
        table.note = fmt::format(
            "Target: {}. The interval says how sure the share of runs is (Wilson's score interval).",
            judged->words);
    }
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        table.rows.push_back(spread_row(input, s, *total_of(input, s, name), judged));
    document.blocks.emplace_back(Heading{1, "Good runs and bad runs"});
    document.blocks.emplace_back(
        ChartSpec{.title = fmt::format("{} of {} simulated runs of {} {}", capitalised(kpi.title),
                                       result_of(input, 0).replications, days, days == 1 ? "day" : "days"),
                  .caption = "The same practice, the same staff, other luck: so much do single runs differ.",
                  .plot = std::move(histogram)});
    document.blocks.emplace_back(std::move(table));
}

} // namespace switchroom::report
