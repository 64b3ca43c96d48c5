#include "sim/experiment/result_text.h"

#include "sim/base/units.h"
#include "sim/experiment/expectation_text.h"
#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>

#include <algorithm>
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

/// Mean of a figure, 0 where it was not collected or is undefined.
double mean_of(const ScopeResult& scope, std::string_view kpi)
{
    const KpiResult* result = scope.find(kpi);
    return result && result->estimate.mean > 0.0 ? result->estimate.mean : 0.0;
}

/// Messages and callbacks do not ring: a row of calls would say nothing of them.
bool is_work_alone(const ScopeResult& contact)
{
    return contact.find("attempts") && mean_of(contact, "attempts") == 0.0 && mean_of(contact, "items") > 0.0;
}

/// "In time is answered/offered within 18s (appointments, questions)": each rule with those whom it judges,
/// unless it judges all.
std::string rule_text(const ExperimentResult& result)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> rules;
    for (std::size_t c = 0; c < result.contacts.size(); ++c) {
        if (is_work_alone(result.contacts[c]))
            continue;
        const MeasuredContact& contact = result.centre.contacts[c];
        const std::string rule =
            fmt::format("{} within {}", contact.formula->name, to_text(seconds(contact.threshold_s)));
        const auto same =
            std::find_if(rules.begin(), rules.end(), [&](const auto& one) { return one.first == rule; });
        if (same == rules.end())
            rules.push_back({rule, {contact.name}});
        else
            same->second.push_back(contact.name);
    }
    if (rules.size() == 1)
        return "In time is " + rules.front().first + ".\n";
    std::vector<std::string> parts;
    for (const auto& [rule, names] : rules)
        parts.push_back(fmt::format("{} ({})", rule, fmt::join(names, ", ")));
    return paragraph(fmt::format("In time is {}.", fmt::join(parts, ", ")));
}

Table contacts_table(const ExperimentResult& result)
{
    const std::vector<Column> columns = contact_columns(result.total);
    Table table{.title = "", .headings = headings("A run's calls", columns), .rows = {}};
    for (const ScopeResult& contact : result.contacts)
        if (!is_work_alone(contact))
            table.rows.push_back(row(contact.name, contact, columns, style_of(result)));
    for (const ScopeResult& segment : result.segments)
        if (segment.find("offered"))
            table.rows.push_back(row("segment " + segment.name, segment, columns, style_of(result)));
    if (result.contacts.size() > 1)
        table.rows.push_back(row("all calls", result.total, columns, style_of(result)));
    return table;
}

/// Of the wanted columns those that say something of any contact.
std::vector<Column> speaking(const ExperimentResult& result, std::initializer_list<Column> wanted)
{
    std::vector<Column> columns;
    for (const Column& column : wanted)
        if (std::any_of(result.contacts.begin(), result.contacts.end(),
                        [&](const ScopeResult& contact) { return mean_of(contact, column.kpi) > 0.0; }))
            columns.push_back(column);
    return columns;
}

/// A line for each contact of which any of the columns says something.
Table speaking_table(const ExperimentResult& result, std::string first, const std::vector<Column>& columns)
{
    Table table{.title = "", .headings = headings(std::move(first), columns), .rows = {}};
    for (const ScopeResult& contact : result.contacts)
        if (std::any_of(columns.begin(), columns.end(),
                        [&](const Column& column) { return mean_of(contact, column.kpi) > 0.0; }))
            table.rows.push_back(row(contact.name, contact, columns, style_of(result)));
    return table;
}

Table machines_table(const ExperimentResult& result)
{
    return speaking_table(result, "Without a person",
                          speaking(result, {{"to the bot", "bot_calls"},
                                            {"settled by it", "containment_rate"},
                                            {"to voicemail", "to_voicemail"},
                                            {"hung up there", "voicemail_hang_up_rate"},
                                            {"callback booked", "to_callback"}}));
}

/// Hold, transfers and the search for somebody on call.
Table answered_calls_table(const ExperimentResult& result)
{
    return speaking_table(result, "Answered calls",
                          speaking(result, {{"on hold a call", "hold_s"},
                                            {"transfers a call", "transfers"},
                                            {"waited again", "transfer_wait_s"},
                                            {"on-call needed", "on_call_needed"},
                                            {"reached", "on_call_reached"},
                                            {"time to clinician", "time_to_clinician_s"}}));
}

Table chats_table(const ExperimentResult& result)
{
    return speaking_table(result, "Written",
                          speaking(result, {{"chats at once for one agent", "chats_at_once"}}));
}

/// A contact's work keeps its promise by one of two figures: that of its own channel.
std::string on_time(const ScopeResult& contact, std::string_view part, const NumberStyle& style)
{
    for (const std::string_view name : {"message_on_time", "callback_on_time"}) {
        const KpiResult* kpi = contact.find(std::string(name) + std::string(part));
        if (kpi && !std::isnan(kpi->estimate.mean))
            return estimate_text(kpi->kpi->unit, kpi->estimate.mean, kpi->estimate.half_width, style);
    }
    return "–";
}

Table work_table(const ExperimentResult& result)
{
    Table table{.title = "",
                .headings = {"A run's messages and callbacks", "created", "on time", "urgent on time",
                             "time to return", "95 % taken within", "open on average", "open at the end"},
                .rows = {}};
    for (const ScopeResult& contact : result.contacts) {
        if (mean_of(contact, "items") == 0.0)
            continue;
        const NumberStyle style = style_of(result);
        table.rows.push_back({contact.name, cell(contact, "items", style), on_time(contact, "", style),
                              on_time(contact, "_urgent", style), cell(contact, "return_time_s", style),
                              cell(contact, "wait_p95_s", style), cell(contact, "backlog", style),
                              cell(contact, "backlog_at_end", style)});
    }
    return table;
}

/// "appointments: booked 12.1 ± 0.3, message 2.0 ± 0.1" a line.
std::string outcomes_text(const ExperimentResult& result)
{
    std::string text;
    for (const ScopeResult& contact : result.contacts) {
        std::vector<std::string> parts;
        for (const OutcomeResult& one : contact.outcomes)
            parts.push_back(fmt::format(
                "{} {}", one.name,
                estimate_text(KpiUnit::count, one.count.mean, one.count.half_width, style_of(result))));
        if (!parts.empty())
            text += paragraph(
                fmt::format("Answered calls of {} ended with: {}.", contact.name, fmt::join(parts, ", ")));
    }
    return text;
}

/// What the scenario's own model makes of what happened, in a section of its own. Empty where nobody is
/// rated.
std::string experience_text(const ExperimentResult& result)
{
    if (result.centre.experience_origin.empty())
        return "";
    const std::vector<Column> columns =
        collected(result.total, {{"satisfaction", "satisfaction"}, {"net promoter score", "nps"}});
    if (columns.empty())
        return "";
    Table table{.title = "", .headings = headings("Modelled experience", columns), .rows = {}};
    for (const ScopeResult& contact : result.contacts) {
        const KpiResult* rated = contact.find(columns.front().kpi);
        if (rated && !std::isnan(rated->estimate.mean))
            table.rows.push_back(row(contact.name, contact, columns, style_of(result)));
    }
    if (result.contacts.size() > 1)
        table.rows.push_back(row("all callers", result.total, columns, style_of(result)));
    return "\n" + to_text(table) +
           paragraph(
               "Not measured: worked out by the scenario's [experience] from what happened to each caller. "
               "Origin of its figures: " +
               result.centre.experience_origin + ".");
}

/// A vendor's people also serve others and are on nobody's payroll here: their hours and wages would mislead.
Table groups_table(const ExperimentResult& result)
{
    std::vector<Column> columns = collected(result.groups.front(), {{"calls taken", "calls_taken"},
                                                                    {"yours", "forwarded"},
                                                                    {"occupancy", "occupancy"},
                                                                    {"most busy", "agents_busy_max"},
                                                                    {"paid hours", "paid_hours"},
                                                                    {"cost", "cost.wages"}});
    const auto& groups = result.centre.groups;
    if (std::none_of(groups.begin(), groups.end(), [](const MeasuredGroup& g) { return g.is_vendor; }))
        std::erase_if(columns, [](const Column& column) { return column.kpi == "forwarded"; });
    Table table{.title = "", .headings = headings("A run's staff", columns), .rows = {}};
    for (std::size_t g = 0; g < result.groups.size(); ++g) {
        std::vector<std::string> cells =
            row(result.groups[g].name, result.groups[g], columns, style_of(result));
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool is_payroll = columns[c].kpi == "paid_hours" || columns[c].kpi == "cost.wages";
            if (groups[g].is_vendor ? is_payroll : columns[c].kpi == "forwarded")
                cells[c + 1] =
                    groups[g].is_vendor ? "–" : cell(result.groups[g], "calls_taken", style_of(result));
        }
        table.rows.push_back(std::move(cells));
    }
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

/// A figure of machines, work … that is undefined or 0 wherever it could stand.
bool says_nothing(const std::vector<ScopeResult>& scopes, const ScopeResult* total, const KpiResult& kpi)
{
    const auto silent = [&](const ScopeResult& scope) {
        const KpiResult* found = scope.find(kpi.kpi->name, kpi.kpi->key);
        return !found || std::isnan(found->estimate.mean) || found->estimate.mean == 0.0;
    };
    return std::all_of(scopes.begin(), scopes.end(), silent) && (!total || silent(*total));
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
        if (one.kpi->experience || (one.kpi->side && says_nothing(scopes, total, one)))
            continue;
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
    for (const Table& more :
         {machines_table(result), answered_calls_table(result), chats_table(result), work_table(result)})
        if (!more.rows.empty() && more.headings.size() > 1)
            text += "\n" + to_text(more);
    if (const std::string outcomes = outcomes_text(result); !outcomes.empty())
        text += "\n" + outcomes;
    text += "\n";
    if (!result.groups.empty())
        if (const Table groups = groups_table(result); groups.headings.size() > 1)
            text += to_text(groups);
    if (const std::string staff = staff_text(result); !staff.empty())
        text += "Staff: " + staff + ".\n";
    if (!result.rows.empty())
        text += "\n" + to_text(rows_table(result));
    text += experience_text(result);
    if (options.every_figure) {
        text += "\n" + to_text(full_table(result.contacts, &result.total, "Every figure", style_of(result)));
        if (!result.groups.empty() && !result.groups.front().kpis.empty())
            text += "\n" + to_text(full_table(result.groups, nullptr, "By group", style_of(result)));
        for (const ScopeResult& segment : result.segments)
            if (!segment.kpis.empty())
                text += "\n" + to_text(full_table({segment}, nullptr, "By segment", style_of(result)));
    }
    if (const std::string said = expectations_text(result); !said.empty())
        text += "\n" + said;
    text += "\n± is half of a 95 % confidence interval over the runs.\n";
    return text + checks_text(result);
}

} // namespace switchroom
