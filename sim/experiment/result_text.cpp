#include "sim/experiment/result_text.h"

#include "sim/base/units.h"
#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

NumberStyle style_of(const ExperimentResult& result)
{
    return {.currency = result.centre.currency};
}

std::string cell(const ScopeResult& scope, std::string_view kpi, const NumberStyle& style,
                 std::string_view key = {})
{
    const KpiResult* result = scope.find(kpi, key);
    return result
               ? estimate_text(result->kpi->unit, result->estimate.mean, result->estimate.half_width, style)
               : "";
}

/// A column of a table of scopes: its heading and its KPI.
struct Column {
    std::string heading;
    std::string_view kpi;
};

std::vector<std::string> headings(std::string first, const std::vector<Column>& columns)
{
    std::vector<std::string> all{std::move(first)};
    for (const Column& column : columns)
        all.push_back(column.heading);
    return all;
}

std::vector<std::string> row(std::string first, const ScopeResult& scope, const std::vector<Column>& columns,
                             const NumberStyle& style)
{
    std::vector<std::string> cells{std::move(first)};
    for (const Column& column : columns)
        cells.push_back(cell(scope, column.kpi, style));
    return cells;
}

/// Those of the wanted columns that were collected.
std::vector<Column> collected(const ScopeResult& scope, std::initializer_list<Column> wanted)
{
    std::vector<Column> columns;
    for (const Column& column : wanted)
        if (scope.find(column.kpi))
            columns.push_back(column);
    return columns;
}

std::vector<Column> contact_columns(const ScopeResult& scope)
{
    return collected(scope, {{"offered", "offered"},
                             {"answered", "answer_rate"},
                             {"abandoned", "abandonment_rate"},
                             {"in time", "service_level"},
                             {"speed of answer", "asa_s"}});
}

std::string heading_line(const ExperimentResult& result)
{
    return paragraph(fmt::format("{}: {} {} of {} simulated {}, seed {}, {} calls in all",
                                 result.centre.scenario,
                                 grouped_number(static_cast<double>(result.replications), 0),
                                 result.replications == 1 ? "run" : "runs", result.centre.days,
                                 result.centre.days == 1 ? "day" : "days", result.seed,
                                 grouped_number(static_cast<double>(result.calls), 0)));
}

/// "in time: answered/offered within 20 s" for one rule, or one line a contact.
std::string rule_text(const ExperimentResult& result)
{
    std::vector<std::string> rules;
    std::vector<std::string> lines;
    for (const MeasuredContact& contact : result.centre.contacts) {
        const std::string rule =
            fmt::format("{} within {}", contact.formula->name, to_text(seconds(contact.threshold_s)));
        if (rules.empty() || rules.back() != rule)
            rules.push_back(rule);
        lines.push_back(fmt::format("{}: {}", contact.name, rule));
    }
    if (rules.size() == 1)
        return "In time is " + rules.front() + ".\n";
    return paragraph("In time is " + fmt::format("{}", fmt::join(lines, "; ")) + ".");
}

Table contacts_table(const ExperimentResult& result)
{
    const std::vector<Column> columns = contact_columns(result.total);
    Table table{.title = "", .headings = headings("A run's calls", columns), .rows = {}};
    for (const ScopeResult& contact : result.contacts)
        table.rows.push_back(row(contact.name, contact, columns, style_of(result)));
    if (result.contacts.size() > 1)
        table.rows.push_back(row("all calls", result.total, columns, style_of(result)));
    return table;
}

Table groups_table(const ExperimentResult& result)
{
    const std::vector<Column> columns =
        collected(result.groups.front(), {{"calls taken", "calls_taken"},
                                          {"occupancy", "occupancy"},
                                          {"most busy at once", "agents_busy_max"},
                                          {"paid hours", "paid_hours"},
                                          {"cost", "cost.wages"}});
    Table table{.title = "", .headings = headings("A run's staff", columns), .rows = {}};
    for (const ScopeResult& group : result.groups)
        table.rows.push_back(row(group.name, group, columns, style_of(result)));
    return table;
}

/// Nobody called and nobody was busy: the night of a practice that is closed.
bool is_idle(const ScopeResult& total)
{
    const KpiResult* attempts = total.find("attempts");
    const KpiResult* busy = total.find("agents_busy");
    return attempts && busy && attempts->estimate.mean == 0.0 && busy->estimate.mean == 0.0;
}

Table rows_table(const ExperimentResult& result)
{
    std::vector<Column> columns = contact_columns(result.total);
    if (result.total.find("occupancy"))
        columns.push_back({"occupancy", "occupancy"});
    Table table{.title = "", .headings = headings("All calls", columns), .rows = {}};
    for (const RowResult& one : result.rows)
        if (!is_idle(one.total))
            table.rows.push_back(row(one.label, one.total, columns, style_of(result)));
    return table;
}

/// Every collected KPI, a column for each contact or group and the total.
Table full_table(const std::vector<ScopeResult>& scopes, const ScopeResult* total, std::string first,
                 const NumberStyle& style)
{
    Table table{.title = "", .headings = {std::move(first)}, .rows = {}};
    for (const ScopeResult& scope : scopes)
        table.headings.push_back(scope.name);
    if (total)
        table.headings.emplace_back("total");
    const ScopeResult& leader = total ? *total : scopes.front();
    for (const KpiResult& one : leader.kpis) {
        std::vector<std::string> cells{
            fmt::format("{}{}{}", one.kpi->name, one.kpi->key.empty() ? "" : " ", one.kpi->key)};
        for (const ScopeResult& scope : scopes)
            cells.push_back(cell(scope, one.kpi->name, style, one.kpi->key));
        if (total)
            cells.push_back(cell(*total, one.kpi->name, style, one.kpi->key));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string checks_text(const ExperimentResult& result)
{
    if (result.checks.first_violation < 0)
        return "";
    return fmt::format(
        "A self-check failed in replication {} (seed {}): calls conserved: {}, Little's law to {:.1e}.\n",
        result.checks.first_violation, result.seed, result.checks.conserved ? "yes" : "no",
        result.checks.littles_law_max_error);
}

} // namespace

std::string staff_text(const ExperimentResult& result)
{
    const KpiResult* paid = result.total.find("paid_hours");
    if (!paid || result.centre.days == 0)
        return "";
    const double hours_a_day = paid->estimate.mean / result.centre.days;
    std::string text;
    if (result.centre.staffed_hours > 0.0)
        text = figure_text(KpiUnit::agents, paid->estimate.mean / result.centre.staffed_hours, {}) +
               " people on average while somebody is scheduled, ";
    return text +
           fmt::format("{} paid hours a day", grouped_number(hours_a_day, hours_a_day < 100.0 ? 1 : 0));
}

std::string to_text(const ExperimentResult& result, const ResultTextOptions& options)
{
    std::string text = heading_line(result);
    if (result.stopped_early)
        text += "Stopped on request: what is finished is shown.\n";
    // With --kpis a table may have none of its columns; "every figure" below shows what was asked for.
    if (const Table contacts = contacts_table(result); contacts.headings.size() > 1)
        text += "\n" + to_text(contacts);
    if (result.total.find("service_level"))
        text += rule_text(result);
    text += "\n";
    if (!result.groups.empty())
        if (const Table groups = groups_table(result); groups.headings.size() > 1)
            text += to_text(groups);
    if (const std::string staff = staff_text(result); !staff.empty())
        text += "Staff: " + staff + ".\n";
    if (!result.rows.empty())
        text += "\n" + to_text(rows_table(result));
    if (options.every_figure) {
        text += "\n" + to_text(full_table(result.contacts, &result.total, "Every figure", style_of(result)));
        if (!result.groups.empty() && !result.groups.front().kpis.empty())
            text += "\n" + to_text(full_table(result.groups, nullptr, "By group", style_of(result)));
    }
    text += "\n± is half of a 95 % confidence interval over the runs.\n";
    return text + checks_text(result);
}

} // namespace switchroom
