#include "planner/report/find_figures.h"
#include "planner/report/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::report {

namespace {

constexpr std::size_t most_teams = 3; ///< drawn for each scenario

/// People at the desk in the simulation, mean over that weekday's step.
std::vector<double> people_there(const ReportInput& input, std::size_t s, const StaffNeed& need)
{
    const ExperimentResult& result = result_of(input, s);
    std::vector<double> there(input.grid.slots(), std::nan(""));
    for (std::size_t slot = 0; slot < there.size(); ++slot) {
        const std::size_t row = input.grid.row(need.weekday, slot);
        if (row >= result.rows.size())
            continue;
        for (const ScopeResult& group : result.rows[row].groups)
            if (const KpiResult* found = group.find("agents_available"); found && group.name == need.group)
                there[slot] = found->estimate.mean;
    }
    return there;
}

/// From the first to the last step with a need or somebody on the roster.
std::pair<std::size_t, std::size_t> hours_of(const StaffNeed& need)
{
    std::size_t first = need.needed.size();
    std::size_t end = 0;
    for (std::size_t slot = 0; slot < need.needed.size(); ++slot)
        if (need.needed[slot] > 0.0 || need.scheduled[slot] > 0.0) {
            first = std::min(first, slot);
            end = slot + 1;
        }
    return {first, end};
}

std::vector<double> part(const std::vector<double>& values, std::size_t first, std::size_t end)
{
    std::vector<double> cut(values.begin() + static_cast<std::ptrdiff_t>(first),
                            values.begin() + static_cast<std::ptrdiff_t>(end));
    cut.push_back(cut.back()); // the last step has an end, too
    return cut;
}

ChartSpec chart_of(const ReportInput& input, std::size_t s, const StaffNeed& need)
{
    const auto [first, end] = hours_of(need);
    LineChart chart{
        .labels = {}, .x = {.title = ""}, .y = {.title = "people", .unit = KpiUnit::agents}, .series = {}};
    for (std::size_t slot = first; slot < end; ++slot)
        chart.labels.push_back(input.grid.time(slot));
    chart.labels.push_back(end == input.grid.slots() ? "24:00" : input.grid.time(end));
    chart.series.push_back(
        {.name = "needed", .values = part(need.needed, first, end), .low = {}, .high = {}, .step = true});
    chart.series.push_back({.name = "on the roster",
                            .values = part(need.scheduled, first, end),
                            .low = {},
                            .high = {},
                            .step = true});
    chart.series.push_back({.name = "at the desk, on average",
                            .values = part(people_there(input, s, need), first, end),
                            .low = {},
                            .high = {},
                            .step = true,
                            .filled = true});
    std::string caption = fmt::format("{}, the busiest day of the first week; needed for {}.",
                                      weekday_name(need.weekday), fmt::join(need.goals, "; "));
    if (!need.unreachable.empty())
        caption += fmt::format(" No number of people reaches that: {}.", need.unreachable);
    return {.title = scenario_count(input) > 1 ? fmt::format("{}: {}", scenario_name(input, s), need.group)
                                               : need.group,
            .caption = caption,
            .plot = std::move(chart)};
}

/// The same team with the same need and roster in the first scenario: one chart tells both.
bool told_before(const ReportInput& input, std::size_t s, const StaffNeed& need)
{
    const std::vector<StaffNeed>& base = input.scenarios.front().staffing;
    return s > 0 && std::any_of(base.begin(), base.end(), [&](const StaffNeed& one) {
               return one.group == need.group && one.needed == need.needed && one.scheduled == need.scheduled;
           });
}

} // namespace

void add_staffing(const ReportInput& input, Document& document)
{
    std::vector<ChartSpec> charts;
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        for (std::size_t n = 0; n < std::min(most_teams, input.scenarios[s].staffing.size()); ++n)
            if (const auto [first, end] = hours_of(input.scenarios[s].staffing[n]);
                first < end && !told_before(input, s, input.scenarios[s].staffing[n]))
                charts.push_back(chart_of(input, s, input.scenarios[s].staffing[n]));
    if (charts.empty())
        return;
    document.blocks.emplace_back(Heading{1, "People needed, people there"});
    document.blocks.emplace_back(Paragraph{"What each team needs if it answers by itself the calls that are "
                                           "offered to it first (modified offered load: the "
                                           "formula that follows a day that changes), beside who is on the "
                                           "roster and who is at the desk after absence, breaks "
                                           "and meetings. Help from other teams is not counted."});
    for (ChartSpec& chart : charts)
        document.blocks.emplace_back(std::move(chart));
}

} // namespace switchroom::report
