#include "planner/report/find_figures.h"

#include "sim/experiment/number_text.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom::report {

namespace {

bool is_total(const KpiDefinition& kpi)
{
    return kpi.kind == KpiKind::total;
}

double factor_of(const ReportInput& input, std::size_t scenario, const KpiDefinition& kpi)
{
    return is_total(kpi) ? period_of(result_of(input, scenario)).factor : 1.0;
}

/// Differences that can be judged and are beyond chance have a tone.
Tone tone_of(const Difference& difference)
{
    if (!difference.significant || difference.kpi->good == KpiGood::neither)
        return Tone::plain;
    const bool higher = difference.mean > 0.0;
    return higher == (difference.kpi->good == KpiGood::higher) ? Tone::better : Tone::worse;
}

} // namespace

Period period_of(const ExperimentResult& result)
{
    const int days = result.centre.days;
    if (days < 7)
        return {1.0, fmt::format("a run of {} {}", days, days == 1 ? "day" : "days")};
    return {days_a_month / days, "a month"};
}

std::size_t scenario_count(const ReportInput& input)
{
    return input.comparison.scenarios.size();
}

const std::string& scenario_name(const ReportInput& input, std::size_t scenario)
{
    return result_of(input, scenario).centre.scenario;
}

const ExperimentResult& result_of(const ReportInput& input, std::size_t scenario)
{
    return input.comparison.scenarios.at(scenario);
}

const KpiResult* total_of(const ReportInput& input, std::size_t scenario, std::string_view kpi)
{
    return result_of(input, scenario).total.find(kpi);
}

Estimate estimate_of(const ReportInput& input, std::size_t scenario, std::string_view kpi)
{
    const KpiResult* found = total_of(input, scenario, kpi);
    if (!found)
        return {std::nan(""), std::nan(""), 0};
    const double factor = factor_of(input, scenario, *found->kpi);
    return {found->estimate.mean * factor, found->estimate.half_width * factor, found->estimate.n};
}

Cell total_cell(const ReportInput& input, std::size_t scenario, std::string_view kpi)
{
    const KpiResult* found = total_of(input, scenario, kpi);
    if (!found)
        return figure_cell(KpiUnit::count, std::nan(""));
    return figure_cell(found->kpi->unit, estimate_of(input, scenario, kpi),
                       result_of(input, scenario).centre.currency);
}

const Difference* difference_of(const ReportInput& input, std::size_t scenario, std::string_view kpi)
{
    for (const Difference& difference : input.comparison.differences)
        if (difference.scope == "total" && difference.scenario == scenario_name(input, scenario) &&
            difference.kpi->name == kpi && difference.kpi->key.empty())
            return &difference;
    return nullptr;
}

Cell change_cell(const ReportInput& input, std::size_t scenario, std::string_view kpi)
{
    const Difference* found = difference_of(input, scenario, kpi);
    if (!found)
        return difference_cell(KpiUnit::count, std::nan(""), std::nan(""));
    const double factor = factor_of(input, scenario, *found->kpi);
    return difference_cell(found->kpi->unit, found->mean * factor, found->half_width_95 * factor,
                           result_of(input, scenario).centre.currency, tone_of(*found));
}

std::string title_of(const ReportInput& input, const KpiDefinition& kpi)
{
    if (kpi.name == "lost_caller_rate")
        return "lost callers, share of needs"; // beside their number, which has the same title
    return is_total(kpi) ? fmt::format("{}, {}", kpi.title, period_of(result_of(input, 0)).words)
                         : std::string(kpi.title);
}

std::vector<std::string> scenario_headings(const ReportInput& input)
{
    std::vector<std::string> headings;
    const std::size_t count = scenario_count(input);
    for (std::size_t s = 0; s < count; ++s)
        headings.push_back(scenario_name(input, s));
    for (std::size_t s = 1; s < count; ++s)
        headings.push_back(count == 2 ? "Change" : fmt::format("Change: {}", scenario_name(input, s)));
    return headings;
}

std::vector<Cell> scenario_row(const ReportInput& input, const std::string& label, std::string_view kpi)
{
    std::vector<Cell> row{text_cell(label)};
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        row.push_back(total_cell(input, s, kpi));
    for (std::size_t s = 1; s < scenario_count(input); ++s)
        row.push_back(change_cell(input, s, kpi));
    return row;
}

bool anybody_has(const ReportInput& input, std::string_view kpi)
{
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        if (const double mean = estimate_of(input, s, kpi).mean; !std::isnan(mean) && mean != 0.0)
            return true;
    return false;
}

Cell interval_cell(KpiUnit unit, double low, double high)
{
    if (std::isnan(low) || std::isnan(high))
        return text_cell("–");
    const std::string text = fmt::format("{} to {}", figure_text(unit, low, {}), figure_text(unit, high, {}));
    std::string unbroken;
    for (const char c : text)
        unbroken += c == ' ' ? std::string("\u00a0") : std::string(1, c);
    return text_cell(unbroken);
}

std::string capitalised(std::string_view text)
{
    std::string out(text);
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

} // namespace switchroom::report
