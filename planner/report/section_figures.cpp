#include "planner/report/find_figures.h"
#include "planner/report/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace switchroom::report {

namespace {

/// What a manager compares, in this order; what was not collected is left out.
constexpr std::array<std::string_view, 29> compared{"attempts",
                                                    "offered",
                                                    "answered",
                                                    "answer_rate",
                                                    "answer_rate_of_attempts",
                                                    "abandonment_rate",
                                                    "service_level",
                                                    "asa_s",
                                                    "mean_wait_s",
                                                    "wait_p95_s",
                                                    "longest_wait_s",
                                                    "blocking_rate",
                                                    "lost_callers",
                                                    "lost_caller_rate",
                                                    "first_call_resolution",
                                                    "attempts_per_need",
                                                    "aht_s",
                                                    "transfers",
                                                    "containment_rate",
                                                    "voicemail_hang_up_rate",
                                                    "callback_on_time",
                                                    "message_on_time",
                                                    "return_time_s",
                                                    "backlog",
                                                    "occupancy",
                                                    "paid_hours",
                                                    "cost.wages",
                                                    "cost.wages_per_answered",
                                                    "cost.lost_callers"};

const KpiDefinition* definition(const ReportInput& input, std::string_view kpi)
{
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        if (const KpiResult* found = total_of(input, s, kpi))
            return found->kpi;
    return nullptr;
}

/// One contact's or group's figures as a row.
std::vector<Cell> scope_row(const ReportInput& input, std::size_t s, const ScopeResult& scope,
                            const std::vector<std::string_view>& kpis)
{
    const ExperimentResult& result = result_of(input, s);
    std::vector<Cell> row{text_cell(scope.name)};
    for (const std::string_view name : kpis) {
        const KpiResult* found = scope.find(name);
        if (!found) {
            row.push_back(text_cell("–"));
            continue;
        }
        const double factor = found->kpi->kind == KpiKind::total ? period_of(result).factor : 1.0;
        row.push_back(figure_cell(found->kpi->unit, found->estimate.mean * factor,
                                  found->estimate.half_width * factor, result.centre.currency));
    }
    return row;
}

void add_scopes(const ReportInput& input, std::size_t s, const std::string& what,
                const std::vector<ScopeResult>& scopes, const std::vector<std::string_view>& kpis,
                const std::vector<std::string>& headings, Document& document)
{
    DataTable table{.title = scenario_count(input) > 1 ? fmt::format("{}: {}", what, scenario_name(input, s))
                                                       : what,
                    .headings = {""},
                    .rows = {},
                    .note = ""};
    table.headings.insert(table.headings.end(), headings.begin(), headings.end());
    for (const ScopeResult& scope : scopes)
        table.rows.push_back(scope_row(input, s, scope, kpis));
    if (!table.rows.empty())
        document.blocks.emplace_back(std::move(table));
}

/// What each scenario's own model of experience makes of what happened: a table apart, with the origin of the
/// model's figures. Nothing where nobody is rated.
void add_experience(const ReportInput& input, const std::vector<std::string>& headings, Document& document)
{
    DataTable table{.title = "Modelled experience", .headings = {""}, .rows = {}, .note = ""};
    table.headings.insert(table.headings.end(), headings.begin(), headings.end());
    for (const std::string_view name : {"satisfaction", "nps"})
        if (const KpiDefinition* kpi = definition(input, name); kpi && anybody_has(input, name))
            table.rows.push_back(scenario_row(input, title_of(input, *kpi), name));
    if (table.rows.empty())
        return;
    std::vector<std::string> origins;
    for (std::size_t s = 0; s < scenario_count(input); ++s) {
        const std::string& origin = result_of(input, s).centre.experience_origin;
        if (!origin.empty() && std::find(origins.begin(), origins.end(), origin) == origins.end())
            origins.push_back(origin);
    }
    table.note =
        fmt::format("Not measured: worked out by the scenario's [experience] from what happened to each "
                    "caller. Origin of its figures: {}.",
                    fmt::join(origins, "; "));
    document.blocks.emplace_back(std::move(table));
}

} // namespace

void add_comparison(const ReportInput& input, Document& document)
{
    const bool several = scenario_count(input) > 1;
    document.blocks.emplace_back(Heading{1, several ? "Side by side" : "The figures"});
    if (several)
        document.blocks.emplace_back(
            Paragraph{"Every scenario meets the same callers: the same needs, patience and talk times. So "
                      "the differences "
                      "are the scenarios' own, and far surer than those of separate runs."});
    DataTable table{
        .title = several ? "Comparison" : "Key figures",
        .headings = {""},
        .rows = {},
        .note = several
                    ? "Changes are to the first scenario; coloured ones are beyond chance, all figures taken "
                      "together (95 %, Bonferroni)."
                    : ""};
    const std::vector<std::string> headings =
        several ? scenario_headings(input) : std::vector<std::string>{"Figure"};
    table.headings.insert(table.headings.end(), headings.begin(), headings.end());
    for (const std::string_view name : compared)
        if (const KpiDefinition* kpi = definition(input, name); kpi && anybody_has(input, name))
            table.rows.push_back(scenario_row(input, title_of(input, *kpi), name));
    document.blocks.emplace_back(std::move(table));
    add_experience(input, headings, document);
}

void add_details(const ReportInput& input, Document& document)
{
    document.blocks.emplace_back(Heading{1, "Calls and teams one by one"});
    for (std::size_t s = 0; s < scenario_count(input); ++s) {
        const std::string period = period_of(result_of(input, s)).words;
        add_scopes(input, s, "Contacts", result_of(input, s).contacts,
                   {"attempts", "answer_rate", "service_level", "abandonment_rate", "asa_s", "wait_p95_s",
                    "lost_callers"},
                   {"Calls, " + period, "Answered", "Service level", "Abandonment", "Speed of answer",
                    "95 % wait at most", "Lost callers, " + period},
                   document);
        add_scopes(input, s, "Teams", result_of(input, s).groups,
                   {"calls_taken", "occupancy", "utilisation", "paid_hours", "cost.wages"},
                   {"Calls taken, " + period, "Occupancy", "Of paid time", "Paid hours, " + period,
                    "Staff cost, " + period},
                   document);
    }
}

} // namespace switchroom::report
