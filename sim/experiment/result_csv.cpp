#include "sim/experiment/result_csv.h"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>

namespace switchroom {

namespace {

std::string cell(double value)
{
    return std::isfinite(value) ? fmt::format("{}", value) : "";
}

/// Quoted where the text itself holds a comma, a quote or a line's end (RFC 4180).
std::string cell(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

void append_line(std::string& csv, std::initializer_list<std::string> cells)
{
    bool first = true;
    for (const std::string& one : cells) {
        csv += first ? "" : ",";
        csv += one;
        first = false;
    }
    csv += "\n";
}

/// Calls visit(scope kind, scope) for contacts, groups, segments and the total.
template <class Holder, class Visit>
void for_each_scope(const Holder& holder, Visit visit)
{
    for (const ScopeResult& contact : holder.contacts)
        visit("contact", contact);
    for (const ScopeResult& group : holder.groups)
        visit("group", group);
    for (const ScopeResult& segment : holder.segments)
        visit("segment", segment);
    visit("total", holder.total);
}

/// How answered calls ended: the outcome's name stands where a service level has its formula.
void append_outcomes(std::string& csv, const ExperimentResult& result, const std::string& scope,
                     const ScopeResult& figures, const std::string& row)
{
    for (const OutcomeResult& one : figures.outcomes)
        append_line(csv, {cell(result.centre.scenario), scope, cell(figures.name), cell(row), "outcomes",
                          cell(one.name), std::string(to_text(KpiUnit::count)), cell(one.count.mean),
                          cell(one.count.half_width), "", "", ""});
}

/// Lines of what happened, or (`experience`) of what the scenario's own model makes of it, with the origin of
/// that model's figures in place of a formula.
template <class Holder>
void append_figures(std::string& csv, const ExperimentResult& result, const Holder& holder,
                    const std::string& row, bool experience)
{
    for_each_scope(holder, [&](const std::string& scope, const ScopeResult& figures) {
        for (const KpiResult& one : figures.kpis)
            if (one.kpi->experience == experience)
                append_line(csv, {cell(result.centre.scenario), experience ? "experience of " + scope : scope,
                                  cell(figures.name), cell(row), cell(one.kpi->name),
                                  cell(experience ? result.centre.experience_origin : one.kpi->key),
                                  std::string(to_text(one.kpi->unit)), cell(one.estimate.mean),
                                  cell(one.estimate.half_width), cell(one.p05.mean), cell(one.p50.mean),
                                  cell(one.p95.mean)});
        if (!experience)
            append_outcomes(csv, result, scope, figures, row);
    });
}

const Difference* find(const Comparison& comparison, const std::string& scenario, std::string_view scope,
                       const std::string& name, const KpiDefinition* kpi)
{
    for (const Difference& difference : comparison.differences)
        if (difference.kpi == kpi && difference.scenario == scenario && difference.scope == scope &&
            difference.name == name)
            return &difference;
    return nullptr;
}

} // namespace

std::string to_csv(const ExperimentResult& result)
{
    std::string csv = "scenario,scope,name,row,kpi,formula,unit,mean,half_width_95,p05,p50,p95\n";
    for (const bool experience : {false, true}) {
        append_figures(csv, result, result, "", experience);
        for (const RowResult& row : result.rows)
            append_figures(csv, result, row, row.label, experience);
    }
    return csv;
}

std::string to_csv(const Comparison& comparison)
{
    std::string csv =
        "scenario,scope,name,kpi,formula,unit,mean,half_width_95,difference,difference_half_width_95,"
        "difference_half_width_95_simultaneous,significant\n";
    for (const ExperimentResult& result : comparison.scenarios)
        for_each_scope(result, [&](const std::string& scope, const ScopeResult& figures) {
            for (const KpiResult& one : figures.kpis) {
                const Difference* d = find(comparison, result.centre.scenario, scope, figures.name, one.kpi);
                append_line(csv,
                            {cell(result.centre.scenario),
                             one.kpi->experience ? "experience of " + scope : scope, cell(figures.name),
                             cell(one.kpi->name),
                             cell(one.kpi->experience ? result.centre.experience_origin : one.kpi->key),
                             std::string(to_text(one.kpi->unit)), cell(one.estimate.mean),
                             cell(one.estimate.half_width), d ? cell(d->mean) : "",
                             d ? cell(d->half_width_95) : "", d ? cell(d->half_width_95_simultaneous) : "",
                             d ? (d->significant ? "true" : "false") : ""});
            }
        });
    return csv;
}

} // namespace switchroom
