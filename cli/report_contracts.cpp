#include "cli/report_contracts.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

report::ClauseRisk risk_of(const ClauseVerdict& clause)
{
    return {.vendor = clause.vendor,
            .clause = clause.name,
            .promise = clause.text,
            .kept = clause.probability,
            .kept_low = clause.interval_95.low,
            .kept_high = clause.interval_95.high,
            .verdict = std::string(to_text(clause.verdict)),
            .band = std::string(band_of(clause.probability)),
            .expected_credit = clause.credit.mean,
            .credit_p95 = clause.credit_p95};
}

} // namespace

void add_contracts(const PromiseStudy& study, report::ReportedScenario& scenario)
{
    for (const ClauseVerdict& clause : study.clauses)
        scenario.clauses.push_back(risk_of(clause));
    for (const VendorInvoice& vendor : study.vendors) {
        report::CostLine charged{report::CostKind::vendor, "invoice of " + vendor.vendor, 0.0, 0.0};
        report::CostLine remedies{report::CostKind::credit, "credits and bonuses of " + vendor.vendor, 0.0,
                                  0.0};
        for (const VendorInvoice::Line& line : vendor.lines) {
            scenario.invoice.push_back({vendor.vendor, line.item,
                                        line.unit.empty() ? ""
                                                          : fmt::format("{:.1f} × {:g} a {}", line.quantity,
                                                                        line.unit_price, line.unit),
                                        line.amount.mean, line.amount.half_width});
            const bool is_remedy = line.item.starts_with("credit: ") || line.item.starts_with("bonus: ");
            report::CostLine& into = is_remedy ? remedies : charged;
            into.mean += line.amount.mean;
            if (!std::isnan(line.amount.half_width)) // lines of one month move together: at most their sum
                into.half_width += line.amount.half_width;
        }
        for (const report::CostLine& line : {charged, remedies})
            if (line.mean != 0.0)
                scenario.further_costs.push_back(line);
    }
}

} // namespace switchroom
