#include "planner/report/costs.h"
#include "planner/report/find_figures.h"
#include "planner/report/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::report {

namespace {

constexpr std::string_view kind_words(CostKind kind)
{
    switch (kind) {
    case CostKind::wages:
        return "wages";
    case CostKind::vendor:
        return "vendor";
    case CostKind::technology:
        return "technology";
    case CostKind::lost_callers:
        return "lost callers";
    case CostKind::credit:
        return "credits";
    }
    return "";
}

ChartSpec waterfall_of(const ReportInput& input, std::size_t s, const CostTable& costs)
{
    const std::string currency = result_of(input, s).centre.currency;
    Waterfall plot{
        .y = {.title = period_of(result_of(input, s)).words, .unit = KpiUnit::money, .currency = currency},
        .steps = {}};
    for (const CostLine& line : costs.lines)
        plot.steps.push_back({line.name, line.mean, line.half_width, false});
    plot.steps.push_back({"together", costs.total.mean,
                          costs.total.half_width > 0.0 ? costs.total.half_width : unknown, true});
    return {.title = scenario_count(input) > 1 ? scenario_name(input, s) : "Where the money goes",
            .caption =
                fmt::format("Costs {}; whiskers are 95 % intervals.", period_of(result_of(input, s)).words),
            .plot = std::move(plot)};
}

/// Lines of several scenarios are the same line if kind and name are.
struct LineName {
    CostKind kind;
    std::string name;
    friend bool operator==(const LineName&, const LineName&) = default;
};

std::vector<LineName> all_lines(const std::vector<CostTable>& tables)
{
    std::vector<LineName> names;
    for (const CostTable& table : tables)
        for (const CostLine& line : table.lines)
            if (const LineName name{line.kind, line.name};
                std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
    std::stable_sort(names.begin(), names.end(),
                     [](const LineName& a, const LineName& b) { return a.kind < b.kind; });
    return names;
}

Cell line_cell(const CostTable& table, const LineName& name, const std::string& currency)
{
    for (const CostLine& line : table.lines)
        if (line.kind == name.kind && line.name == name.name)
            return figure_cell(KpiUnit::money, line.mean, line.half_width, currency);
    return figure_cell(KpiUnit::money, unknown, unknown, currency);
}

DataTable cost_table(const ReportInput& input, const std::vector<CostTable>& tables)
{
    DataTable table{.title = fmt::format("Costs, {}", period_of(result_of(input, 0)).words),
                    .headings = {"", "Kind"},
                    .rows = {},
                    .note = ""};
    const std::vector<std::string> headings =
        tables.size() > 1 ? scenario_headings(input) : std::vector<std::string>{"Amount"};
    table.headings.insert(table.headings.end(), headings.begin(), headings.end());
    const auto currency = [&](std::size_t s) { return result_of(input, s).centre.currency; };
    for (const LineName& name : all_lines(tables)) {
        std::vector<Cell> row{text_cell(name.name), text_cell(std::string(kind_words(name.kind)))};
        for (std::size_t s = 0; s < tables.size(); ++s)
            row.push_back(line_cell(tables[s], name, currency(s)));
        for (std::size_t s = 1; s < tables.size(); ++s)
            row.push_back(text_cell(""));
        table.rows.push_back(std::move(row));
    }
    std::vector<Cell> total{text_cell("together"), text_cell("")};
    for (std::size_t s = 0; s < tables.size(); ++s)
        total.push_back(figure_cell(KpiUnit::money, tables[s].total, currency(s)));
    for (std::size_t s = 1; s < tables.size(); ++s) {
        const Estimate change = cost_change(input, s);
        total.push_back(difference_cell(KpiUnit::money, change.mean, change.half_width, currency(s)));
    }
    table.rows.push_back(std::move(total));
    return table;
}

/// Amounts that are due once, which no month shows.
std::string once_words(const ReportInput& input)
{
    std::string words;
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        for (const CostItem& item : input.scenarios[s].document->scenario.costs)
            if (item.once.amount != 0.0)
                words += fmt::format(" Due once in {}: {}, {}.", scenario_name(input, s), item.name,
                                     shown(figure_cell(KpiUnit::money, item.once.amount, unknown,
                                                       result_of(input, s).centre.currency)));
    return words;
}

/// A vendor without an hourly cost and without an invoice looks free, which it is not.
bool has_unpriced_vendor(const ReportInput& input)
{
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        for (std::size_t g = 0; g < result_of(input, s).groups.size(); ++g) {
            const MeasuredGroup& group = result_of(input, s).centre.groups[g];
            if (group.is_vendor && group.cost_per_paid_hour == 0.0 && input.scenarios[s].invoice.empty())
                return true;
        }
    return false;
}

} // namespace

void add_money(const ReportInput& input, Document& document)
{
    std::vector<CostTable> tables;
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        tables.push_back(costs_of(input, s));
    if (std::all_of(tables.begin(), tables.end(), [](const CostTable& table) { return table.lines.empty(); }))
        return;
    document.blocks.emplace_back(Heading{1, "What it costs"});
    for (std::size_t s = 0; s < tables.size(); ++s)
        if (!tables[s].lines.empty())
            document.blocks.emplace_back(waterfall_of(input, s, tables[s]));
    DataTable table = cost_table(input, tables);
    table.note = "Wages are those of the hours on the roster, on-costs included. The value of lost callers "
                 "is the margin that "
                 "the scenario says goes with them." +
                 once_words(input);
    if (has_unpriced_vendor(input))
        table.note += " The people of a vendor without a price in the scenario cost nothing here.";
    document.blocks.emplace_back(std::move(table));
}

} // namespace switchroom::report
