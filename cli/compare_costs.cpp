#include "cli/compare_costs.h"

#include "cli/contract_study.h"
#include "planner/report/costs.h"
#include "planner/report/find_figures.h"
#include "sim/experiment/number_text.h"
#include "sim/experiment/result_text.h"
#include "sim/experiment/table.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Enough for an invoice good to about a per cent; clauses are judged by `verify`.
constexpr std::int64_t terms = 20;

std::string amount(double mean, double half_width, const std::string& currency)
{
    return estimate_text(KpiUnit::money, mean, half_width, {.currency = currency});
}

/// The lines of all scenarios by name, in order of appearance.
Table lines_table(const std::vector<report::CostTable>& costs, const std::vector<std::string>& currencies,
                  const std::string& period)
{
    Table table{.title = "", .headings = {"Costs, " + period}, .rows = {}};
    std::vector<std::string> names;
    for (std::size_t s = 0; s < costs.size(); ++s) {
        table.headings.push_back(scenario_letter(s));
        for (const report::CostLine& line : costs[s].lines)
            if (std::find(names.begin(), names.end(), line.name) == names.end())
                names.push_back(line.name);
    }
    for (const std::string& name : names) {
        std::vector<std::string> cells{name};
        for (std::size_t s = 0; s < costs.size(); ++s) {
            const auto line = std::find_if(costs[s].lines.begin(), costs[s].lines.end(),
                                           [&](const report::CostLine& one) { return one.name == name; });
            cells.push_back(
                line == costs[s].lines.end() ? "–" : amount(line->mean, line->half_width, currencies[s]));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace

bool has_more_than_wages(const std::vector<LoadedModel>& all)
{
    return std::any_of(all.begin(), all.end(), [](const LoadedModel& loaded) {
        const Scenario& scenario = loaded.document.scenario;
        return !scenario.contracts.empty() || !scenario.costs.empty();
    });
}

Result<std::string> costs_text(const Comparison& comparison, const std::vector<LoadedModel>& all,
                               const RunRequest& request, const FileSystem& files, std::ostream& err)
{
    report::ReportInput input;
    input.comparison = comparison;
    for (const LoadedModel& loaded : all)
        input.scenarios.emplace_back().document = &loaded.document;
    if (Diagnostics problems = study_contracts(request, terms, files, err, input); !problems.empty())
        return problems;
    std::vector<report::CostTable> costs;
    std::vector<std::string> currencies;
    for (std::size_t s = 0; s < all.size(); ++s) {
        costs.push_back(report::costs_of(input, s));
        currencies.push_back(all[s].document.scenario.currency);
    }
    const std::string period = report::period_of(comparison.scenarios.front()).words;
    Table table = lines_table(costs, currencies, period);
    std::vector<std::string> together{"together"};
    std::vector<std::string> change{"change against A"};
    for (std::size_t s = 0; s < all.size(); ++s) {
        together.push_back(amount(costs[s].total.mean, costs[s].total.half_width, currencies[s]));
        const Estimate change_s = report::cost_change(input, s);
        change.push_back(s == 0 ? ""
                                : difference_text(KpiUnit::money, change_s.mean, change_s.half_width,
                                                  {.currency = currencies[s]}));
    }
    table.rows.push_back(std::move(together));
    table.rows.push_back(std::move(change));
    return "\n" + to_text(table) +
           paragraph(
               "Invoices are those of the mean month of 20 simulated contract terms; amounts due once are "
               "left out (switchroom cost shows them, and each line of an invoice).");
}

} // namespace switchroom
