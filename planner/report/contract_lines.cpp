#include "planner/report/contract_lines.h"

#include "planner/contract/promise_study.h"
#include "planner/report/find_figures.h"
#include "sim/experiment/number_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom::report {

namespace {

/// "412.0 calls at 1.10".
std::string quantity_text(const VendorInvoice::Line& line)
{
    if (line.unit.empty()) // a credit or a bonus
        return "";
    if (line.unit == "once")
        return fmt::format("{:.4g} once", line.unit_price);
    return fmt::format("{} {} at {:.4g}", grouped_number(line.quantity, 1), line.unit, line.unit_price);
}

ClauseRisk risk_of(const ClauseVerdict& clause)
{
    const bool judged = clause.windows > 0;
    ClauseRisk risk;
    risk.vendor = clause.vendor;
    risk.clause = clause.name;
    risk.promise = clause.text;
    risk.kept = judged ? clause.probability : unknown;
    risk.kept_low = judged ? clause.interval_95.low : unknown;
    risk.kept_high = judged ? clause.interval_95.high : unknown;
    risk.verdict = judged ? std::string(to_text(clause.verdict)) : "nothing to judge";
    risk.band = judged ? std::string(band_of(clause.probability)) : "";
    risk.expected_credit = clause.credit.mean;
    risk.credit_p95 = clause.credit_p95;
    return risk;
}

void add_invoice(const VendorInvoice& vendor, double months, ReportedScenario& into)
{
    for (const VendorInvoice::Line& line : vendor.lines)
        into.invoice.push_back(
            {vendor.vendor, line.item, quantity_text(line), line.amount.mean, line.amount.half_width});
    into.invoice.push_back({vendor.vendor, "together",
                            fmt::format("one month in 20 is above {}", grouped_number(vendor.monthly_p95, 0)),
                            vendor.monthly.mean, vendor.monthly.half_width});
    into.further_costs.push_back(
        {CostKind::vendor, vendor.vendor, vendor.monthly.mean * months, vendor.monthly.half_width * months});
}

} // namespace

Diagnostics study_contracts(const ScenarioDocument& document, const ContractOptions& options,
                            Progress& progress, ReportedScenario& into)
{
    const bool says_something = std::any_of(
        document.scenario.contracts.begin(), document.scenario.contracts.end(),
        [](const Contract& contract) { return !contract.sla.empty() || !(contract.price == Price{}); });
    if (!says_something || options.most_terms == 0)
        return {};
    const Result<TermModel> term = make_term_model(
        document, {.files = options.files, .folders = options.folders, .needs_clause = false});
    if (!term)
        return term.errors();
    PromiseOptions promise;
    promise.seed = options.seed;
    promise.most_terms = options.most_terms;
    promise.threads = options.threads;
    const PromiseStudy study = study_promises(*term, promise, progress);
    if (study.first_violation >= 0)
        return {error_in(document.file,
                         fmt::format("term {}: an internal check of the contract's simulation failed",
                                     study.first_violation))};
    for (const ClauseVerdict& clause : study.clauses)
        into.clauses.push_back(risk_of(clause));
    for (const VendorInvoice& vendor : study.vendors)
        if (vendor.is_priced)
            add_invoice(vendor, options.months, into);
    into.notes.push_back(
        fmt::format("Contracts: {} simulated terms, each with its own callers; the invoice is the mean of "
                    "their months, set-up included.",
                    study.terms));
    return {};
}

Diagnostics study_contracts_of(std::size_t scenario, ContractOptions options, Progress& progress,
                               ReportInput& input)
{
    const ExperimentResult& result = result_of(input, scenario);
    options.seed = result.seed;
    options.months = period_of(result).factor * result.centre.days / days_a_month;
    return study_contracts(*input.scenarios[scenario].document, options, progress, input.scenarios[scenario]);
}

Diagnostics study_all_contracts(ContractOptions options, Progress& progress, ReportInput& input)
{
    for (std::size_t s = 0; s < input.scenarios.size(); ++s)
        if (Diagnostics problems = study_contracts_of(s, options, progress, input); !problems.empty())
            return problems;
    return {};
}

} // namespace switchroom::report
