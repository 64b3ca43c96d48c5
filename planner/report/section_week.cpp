#include "planner/report/find_figures.h"
#include "planner/report/sections.h"
#include "planner/report/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::report {

namespace {

constexpr double fewest_calls = 0.05; ///< a run, below which a cell says nothing

double value_at(const ExperimentResult& result, std::size_t row, std::string_view kpi)
{
    const KpiResult* found = row < result.rows.size() ? result.rows[row].total.find(kpi) : nullptr;
    return found ? found->estimate.mean : std::numeric_limits<double>::quiet_NaN();
}

bool has_calls(const ExperimentResult& result, std::size_t row)
{
    return value_at(result, row, "offered") >= fewest_calls;
}

/// Weekdays and times of day in which some scenario has calls to a team.
struct Shown {
    std::vector<std::size_t> weekdays;
    std::vector<std::size_t> slots;
};

Shown shown_steps(const ReportInput& input)
{
    Shown shown;
    const WeekGrid& grid = input.grid;
    const auto any = [&](std::size_t weekday, std::size_t slot) {
        for (std::size_t s = 0; s < scenario_count(input); ++s)
            if (has_calls(result_of(input, s), grid.row(weekday, slot)))
                return true;
        return false;
    };
    std::vector<bool> slot_used(grid.slots(), false);
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        bool used = false;
        for (std::size_t slot = 0; slot < grid.slots(); ++slot)
            if (any(weekday, slot)) {
                used = true;
                slot_used[slot] = true;
            }
        if (used)
            shown.weekdays.push_back(weekday);
    }
    for (std::size_t slot = 0; slot < grid.slots(); ++slot)
        if (slot_used[slot])
            shown.slots.push_back(slot);
    return shown;
}

HeatMap heat_map(const ReportInput& input, std::size_t s, const Shown& shown)
{
    HeatMap map{.columns = {}, .rows = {}, .values = {}};
    for (const std::size_t slot : shown.slots)
        map.columns.push_back(input.grid.time(slot));
    for (const std::size_t weekday : shown.weekdays) {
        map.rows.push_back(weekday_name(weekday));
        std::vector<double> values;
        for (const std::size_t slot : shown.slots) {
            const std::size_t row = input.grid.row(weekday, slot);
            values.push_back(has_calls(result_of(input, s), row)
                                 ? value_at(result_of(input, s), row, input.heat_kpi)
                                 : std::numeric_limits<double>::quiet_NaN());
        }
        map.values.push_back(std::move(values));
    }
    return map;
}

/// The ends of the colours are the extremes over all scenarios, so that the maps can be compared.
void set_colours(const KpiDefinition& kpi, double target, std::vector<HeatMap>& maps)
{
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const HeatMap& map : maps)
        for (const auto& row : map.values)
            for (const double value : row)
                if (!std::isnan(value)) {
                    least = std::min(least, value);
                    most = std::max(most, value);
                }
    for (HeatMap& map : maps) {
        map.unit = kpi.unit;
        map.worst = kpi.good == KpiGood::lower ? most : least;
        map.best = kpi.good == KpiGood::lower ? least : most;
        if (std::isnan(target) || target < least || target > most)
            continue;
        map.target = target;
    }
}

std::string unit_words(const KpiDefinition& kpi)
{
    return kpi.unit == KpiUnit::share ? ", per cent" : kpi.unit == KpiUnit::seconds ? ", seconds" : "";
}

} // namespace

void add_week(const ReportInput& input, Document& document)
{
    const KpiResult* kpi = total_of(input, 0, input.heat_kpi);
    const Shown shown = shown_steps(input);
    if (!kpi || shown.slots.empty())
        return;
    std::vector<HeatMap> maps;
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        maps.push_back(heat_map(input, s, shown));
    const std::vector<LevelTarget> targets = level_targets(result_of(input, 0));
    const bool has_target = input.heat_kpi == "service_level" && !targets.empty();
    const double target = has_target ? targets.front().share : std::numeric_limits<double>::quiet_NaN();
    set_colours(*kpi->kpi, target, maps);
    document.blocks.emplace_back(Heading{1, "When it hurts"});
    for (std::size_t s = 0; s < maps.size(); ++s)
        document.blocks.emplace_back(
            ChartSpec{.title = fmt::format("{} by weekday and time{}", capitalised(kpi->kpi->title),
                                           maps.size() > 1 ? ": " + scenario_name(input, s) : ""),
                      .caption = fmt::format("{}{}. {}", kpi->kpi->help.substr(0, kpi->kpi->help.size() - 1),
                                             unit_words(*kpi->kpi),
                                             has_target ? "Warm colours miss the target of " +
                                                              targets.front().words + ", cool ones keep it."
                                                        : "Warm colours are worse, cool ones better."),
                      .plot = std::move(maps[s])});
}

} // namespace switchroom::report
