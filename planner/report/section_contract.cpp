#include "planner/report/find_figures.h"
#include "planner/report/sections.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom::report {

namespace {

/// Vendors of a scenario's clauses and invoices, in order of appearance.
std::vector<std::string> vendors_of(const ReportedScenario& scenario)
{
    std::vector<std::string> vendors;
    const auto note = [&](const std::string& vendor) {
        if (std::find(vendors.begin(), vendors.end(), vendor) == vendors.end())
            vendors.push_back(vendor);
    };
    for (const ClauseRisk& risk : scenario.clauses)
        note(risk.vendor);
    for (const InvoiceLine& line : scenario.invoice)
        note(line.vendor);
    return vendors;
}

void add_risks(const ReportedScenario& scenario, const std::string& vendor, const std::string& currency,
               Document& document)
{
    Bullets promises;
    DataTable table{
        .title = "Risk of each clause",
        .headings = {"Clause", "Kept in", "95 % interval", "In a word", "At 95 % assurance",
                     "Expected credit", "One in 20 above"},
        .rows = {},
        .note = "Kept in: share of the clause's windows, such as months, that keep it. At 95 % assurance: "
                "whether at least 95 in 100 do, each answer wrong in at most 5 of 100 cases (Wald 1945)."};
    for (const ClauseRisk& risk : scenario.clauses) {
        if (risk.vendor != vendor)
            continue;
        promises.items.push_back(fmt::format("{}: {}", risk.clause, risk.promise));
        table.rows.push_back({text_cell(risk.clause), figure_cell(KpiUnit::share, risk.kept),
                              interval_cell(KpiUnit::share, risk.kept_low, risk.kept_high),
                              text_cell(risk.band), text_cell(risk.verdict),
                              figure_cell(KpiUnit::money, risk.expected_credit, unknown, currency),
                              figure_cell(KpiUnit::money, risk.credit_p95, unknown, currency)});
    }
    if (table.rows.empty())
        return;
    document.blocks.emplace_back(std::move(promises));
    document.blocks.emplace_back(std::move(table));
}

void add_invoice(const ReportedScenario& scenario, const std::string& vendor, const std::string& currency,
                 Document& document)
{
    DataTable table{.title = "Invoice of an average month",
                    .headings = {"Line", "Quantity", "Amount"},
                    .rows = {},
                    .note = ""};
    for (const InvoiceLine& line : scenario.invoice)
        if (line.vendor == vendor)
            table.rows.push_back({text_cell(line.name), text_cell(line.quantity),
                                  figure_cell(KpiUnit::money, line.mean, line.half_width, currency)});
    if (!table.rows.empty())
        document.blocks.emplace_back(std::move(table));
}

} // namespace

void add_contracts(const ReportInput& input, Document& document)
{
    bool begun = false;
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        for (const std::string& vendor : vendors_of(input.scenarios[s])) {
            if (!begun)
                document.blocks.emplace_back(Heading{1, "The contract"});
            begun = true;
            document.blocks.emplace_back(
                Heading{2, scenario_count(input) > 1 ? fmt::format("{}: {}", scenario_name(input, s), vendor)
                                                     : vendor});
            const std::string& currency = result_of(input, s).centre.currency;
            add_risks(input.scenarios[s], vendor, currency, document);
            add_invoice(input.scenarios[s], vendor, currency, document);
        }
}

} // namespace switchroom::report
