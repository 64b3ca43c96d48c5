#include "planner/report/costs.h"

#include "planner/contract/economics.h"
#include "planner/report/find_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::report {

namespace {

/// A vendor that sends an invoice bears its own wages.
bool is_invoiced(const ReportInput& input, std::size_t s, const MeasuredGroup& group)
{
    const std::vector<InvoiceLine>& invoice = input.scenarios[s].invoice;
    return group.is_vendor && std::any_of(invoice.begin(), invoice.end(), [&](const InvoiceLine& line) {
               return line.vendor == group.employer;
           });
}

/// Costs of each run for the period, from what the runs themselves tell: wages and lost callers.
std::vector<double> costs_of_runs(const ReportInput& input, std::size_t s, bool with_lost)
{
    const ExperimentResult& result = result_of(input, s);
    const double factor = period_of(result).factor;
    std::vector<double> costs(static_cast<std::size_t>(result.replications), 0.0);
    const auto add = [&](const KpiResult* kpi) {
        for (std::size_t r = 0; kpi && r < costs.size(); ++r)
            costs[r] += factor * kpi->series.numerators[r];
    };
    for (std::size_t g = 0; g < result.groups.size(); ++g)
        if (!is_invoiced(input, s, result.centre.groups[g]))
            add(result.groups[g].find("cost.wages"));
    if (with_lost)
        add(result.total.find("cost.lost_callers"));
    return costs;
}

/// What does not come from the runs: a sum of means and of squared half-widths.
struct Elsewhere {
    double mean = 0.0;
    double squares = 0.0;
};

Elsewhere elsewhere(const std::vector<CostLine>& lines)
{
    Elsewhere sum;
    for (const CostLine& line : lines) {
        sum.mean += line.mean;
        sum.squares += std::isnan(line.half_width) ? 0.0 : line.half_width * line.half_width;
    }
    return sum;
}

/// Paid full-time equivalents of the practice's own people.
double full_time_people(const ExperimentResult& result)
{
    const KpiResult* hours = result.total.find("paid_hours");
    return hours ? hours->estimate.mean / result.centre.days * days_a_month / full_time_hours_a_month : 0.0;
}

std::vector<CostLine> technology(const ReportInput& input, std::size_t s)
{
    std::vector<CostLine> lines;
    const ExperimentResult& result = result_of(input, s);
    const double months = period_of(result).factor * result.centre.days / days_a_month;
    for (const CostItem& item : input.scenarios[s].document->scenario.costs) {
        const double monthly =
            item.monthly.amount + item.per_agent_year.amount / 12.0 * full_time_people(result);
        if (monthly != 0.0)
            lines.push_back({CostKind::technology, item.name, monthly * months, unknown});
    }
    return lines;
}

/// Training and turnover, which follow from the hours on the roster (planner/contract/economics.h).
std::vector<CostLine> work_force(const ReportInput& input, std::size_t s)
{
    std::vector<CostLine> lines;
    const ExperimentResult& result = result_of(input, s);
    const double months = period_of(result).factor * result.centre.days / days_a_month;
    const auto is_borne = [&](const std::string& name) {
        const auto& groups = result.centre.groups;
        return std::none_of(groups.begin(), groups.end(), [&](const MeasuredGroup& group) {
            return group.name == name && is_invoiced(input, s, group);
        });
    };
    for (const CostOfMonth& line : economics(result, input.scenarios[s].document->scenario, {}).lines)
        for (const auto& [key, words] :
             {std::pair{"cost.training", "training"}, std::pair{"cost.turnover", "turnover"}})
            if (line.key == key && line.amount.mean != 0.0 && is_borne(line.name))
                lines.push_back({CostKind::wages, fmt::format("{}, {}", words, line.name),
                                 line.amount.mean * months, line.amount.half_width * months});
    return lines;
}

std::vector<CostLine> not_from_runs(const ReportInput& input, std::size_t s)
{
    std::vector<CostLine> lines = input.scenarios[s].further_costs;
    for (const std::vector<CostLine>& more : {technology(input, s), work_force(input, s)})
        lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

Estimate sum_of(const std::vector<double>& runs, const Elsewhere& more)
{
    Estimate sum = estimate_mean(runs);
    sum.mean += more.mean;
    sum.half_width = std::hypot(std::isnan(sum.half_width) ? 0.0 : sum.half_width, std::sqrt(more.squares));
    return sum;
}

} // namespace

CostTable costs_of(const ReportInput& input, std::size_t s)
{
    const ExperimentResult& result = result_of(input, s);
    const double factor = period_of(result).factor;
    CostTable table;
    for (std::size_t g = 0; g < result.groups.size(); ++g)
        if (const KpiResult* wages = result.groups[g].find("cost.wages");
            wages && wages->estimate.mean != 0.0 && !is_invoiced(input, s, result.centre.groups[g]))
            table.lines.push_back({result.centre.groups[g].is_vendor ? CostKind::vendor : CostKind::wages,
                                   result.groups[g].name, wages->estimate.mean * factor,
                                   wages->estimate.half_width * factor});
    const std::vector<CostLine> more = not_from_runs(input, s);
    table.lines.insert(table.lines.end(), more.begin(), more.end());
    if (const Estimate lost = estimate_of(input, s, "cost.lost_callers");
        lost.mean != 0.0 && !std::isnan(lost.mean))
        table.lines.push_back({CostKind::lost_callers, "lost callers", lost.mean, lost.half_width});
    std::stable_sort(table.lines.begin(), table.lines.end(),
                     [](const CostLine& a, const CostLine& b) { return a.kind < b.kind; });
    table.total = sum_of(costs_of_runs(input, s, true), elsewhere(more));
    table.without_lost = sum_of(costs_of_runs(input, s, false), elsewhere(more));
    return table;
}

PairSeries cost_series(const ReportInput& input, std::size_t s)
{
    PairSeries series;
    const double more = elsewhere(not_from_runs(input, s)).mean;
    for (const double cost : costs_of_runs(input, s, true))
        series.add(cost + more, 1.0);
    return series;
}

Estimate cost_change(const ReportInput& input, std::size_t s)
{
    std::vector<double> changes = costs_of_runs(input, s, true);
    const std::vector<double> base = costs_of_runs(input, 0, true);
    for (std::size_t r = 0; r < changes.size(); ++r)
        changes[r] -= base[r];
    const Elsewhere more = elsewhere(not_from_runs(input, s));
    const Elsewhere before = elsewhere(not_from_runs(input, 0));
    return sum_of(changes, {more.mean - before.mean, more.squares + before.squares});
}

} // namespace switchroom::report
