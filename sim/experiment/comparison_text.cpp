#include "sim/experiment/choice_text.h"
#include "sim/experiment/number_text.h"
#include "sim/experiment/result_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom {

namespace {

/// What a manager compares, in this order; those that were not collected are left out.
constexpr std::array<std::string_view, 12> compared{
    "offered",          "answer_rate",   "answer_rate_of_attempts",
    "abandonment_rate", "service_level", "asa_s",
    "wait_p95_s",       "lost_callers",  "occupancy",
    "paid_hours",       "cost.wages",    "cost.wages_per_answered"};

/// So many of them are collected unless KPIs are asked for by name.
constexpr std::ptrdiff_t always_compared = 6;

/// Those of which the closing sentence speaks, and how: "answers more", "costs less".
constexpr std::array<std::string_view, 6> spoken{"answer_rate", "abandonment_rate", "service_level",
                                                 "asa_s",       "occupancy",        "cost.wages"};

/// The lines of both tables: what a manager compares or, where KPIs were asked for by name, these.
std::vector<std::string_view> lines_of(const Comparison& comparison)
{
    const ScopeResult& total = comparison.scenarios.front().total;
    if (std::all_of(compared.begin(), compared.begin() + always_compared,
                    [&](std::string_view name) { return total.find(name) != nullptr; }))
        return {compared.begin(), compared.end()};
    std::vector<std::string_view> asked;
    for (const KpiResult& result : total.kpis)
        if (result.kpi->key.empty())
            asked.push_back(result.kpi->name);
    return asked;
}

const KpiDefinition* total_kpi(const Comparison& comparison, std::string_view name)
{
    const KpiResult* result = comparison.scenarios.front().total.find(name);
    return result ? result->kpi : nullptr;
}

const Difference* total_difference(const Comparison& comparison, std::size_t scenario, std::string_view kpi)
{
    for (const Difference& difference : comparison.differences)
        if (difference.scope == "total" &&
            difference.scenario == comparison.scenarios[scenario].centre.scenario &&
            difference.kpi->name == kpi && difference.kpi->key.empty())
            return &difference;
    return nullptr;
}

const ScopeResult* find_scope(const std::vector<ScopeResult>& scopes, const std::string& name)
{
    const auto found =
        std::find_if(scopes.begin(), scopes.end(), [&](const ScopeResult& s) { return s.name == name; });
    return found == scopes.end() ? nullptr : &*found;
}

std::string title_of(const KpiDefinition& kpi)
{
    return kpi.name == "offered" || kpi.name == "lost_callers" ? std::string(kpi.title) + " (a run)"
                                                               : std::string(kpi.title);
}

/// A vendor's people answer others' calls, too; here the scenario's own count.
std::string_view kpi_of_answers(const ExperimentResult& scenario, const std::string& group)
{
    const auto& groups = scenario.centre.groups;
    const bool is_vendor = std::any_of(
        groups.begin(), groups.end(), [&](const MeasuredGroup& g) { return g.name == group && g.is_vendor; });
    return is_vendor ? "forwarded" : "calls_taken";
}

/// Who answered: a line for each group of any scenario, in order of appearance.
void append_groups(const Comparison& comparison, Table& table)
{
    std::vector<std::string> names;
    for (const ExperimentResult& scenario : comparison.scenarios)
        for (const ScopeResult& group : scenario.groups)
            if (group.find("calls_taken") && std::find(names.begin(), names.end(), group.name) == names.end())
                names.push_back(group.name);
    for (const std::string& name : names) {
        std::vector<std::string> cells{"answered by " + name};
        for (const ExperimentResult& scenario : comparison.scenarios) {
            const ScopeResult* group = find_scope(scenario.groups, name);
            const KpiResult* taken = group ? group->find(kpi_of_answers(scenario, name)) : nullptr;
            cells.push_back(
                taken ? estimate_text(KpiUnit::count, taken->estimate.mean, taken->estimate.half_width, {})
                      : "–");
        }
        table.rows.push_back(std::move(cells));
    }
}

Table side_by_side(const Comparison& comparison)
{
    Table table{.title = "", .headings = {"All calls"}, .rows = {}};
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s)
        table.headings.push_back(scenario_letter(s));
    for (const std::string_view name : lines_of(comparison)) {
        const KpiDefinition* kpi = total_kpi(comparison, name);
        if (!kpi)
            continue;
        std::vector<std::string> cells{title_of(*kpi)};
        for (const ExperimentResult& scenario : comparison.scenarios) {
            const KpiResult* result = scenario.total.find(name);
            cells.push_back(result
                                ? estimate_text(kpi->unit, result->estimate.mean, result->estimate.half_width,
                                                {.currency = scenario.centre.currency})
                                : "");
        }
        table.rows.push_back(std::move(cells));
    }
    append_groups(comparison, table);
    return table;
}

Table differences_table(const Comparison& comparison)
{
    Table table{.title = "The same callers, so that the differences are the scenarios' own (paired):",
                .headings = {"All calls"},
                .rows = {}};
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s)
        table.headings.push_back(fmt::format("{} − A", scenario_letter(s)));
    for (const std::string_view name : lines_of(comparison)) {
        const KpiDefinition* kpi = total_kpi(comparison, name);
        if (!kpi || kpi->kind == KpiKind::wait_quantile)
            continue;
        std::vector<std::string> cells{title_of(*kpi)};
        for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
            const Difference* d = total_difference(comparison, s, name);
            const NumberStyle style{.currency = comparison.scenarios[s].centre.currency};
            cells.push_back(d ? difference_text(kpi->unit, d->mean, d->half_width_95, style) +
                                    (d->significant ? " *" : "  ")
                              : "");
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

bool has_vendor(const ExperimentResult& scenario)
{
    const auto& groups = scenario.centre.groups;
    return std::any_of(groups.begin(), groups.end(),
                       [](const MeasuredGroup& group) { return !group.in_total; });
}

/// "answer rate 15.2 points higher (better)".
std::string change_in_words(const Difference& difference, const NumberStyle& style)
{
    const bool higher = difference.mean > 0.0;
    std::string amount =
        difference_text(difference.kpi->unit, std::abs(difference.mean), difference.half_width_95, style);
    amount.erase(0, 1);
    const bool judged = difference.kpi->good != KpiGood::neither;
    const bool better = higher == (difference.kpi->good == KpiGood::higher);
    return fmt::format("{} {} {}{}", difference.kpi->title, amount, higher ? "higher" : "lower",
                       judged ? (better ? " (better)" : " (worse)") : "");
}

std::string in_words(const Comparison& comparison, std::size_t scenario)
{
    const ExperimentResult& changed = comparison.scenarios[scenario];
    std::vector<std::string> changes;
    std::vector<std::string> unclear;
    std::vector<std::string_view> told = lines_of(comparison);
    if (std::find(told.begin(), told.end(), spoken.front()) != told.end())
        told.assign(spoken.begin(), spoken.end());
    for (const std::string_view name : told) {
        const Difference* d = total_difference(comparison, scenario, name);
        if (!d || std::isnan(d->mean) || (d->mean == 0.0 && !(d->half_width_95 > 0.0)))
            continue; // not defined, or the same by construction
        if (d->significant)
            changes.push_back(change_in_words(*d, {.currency = changed.centre.currency}));
        else
            unclear.emplace_back(d->kpi->title);
    }
    std::string text = fmt::format("In words: with \"{}\" instead of \"{}\" ", changed.centre.scenario,
                                   comparison.scenarios.front().centre.scenario);
    text += changes.empty() ? "nothing changes that could not be chance"
                            : fmt::format("the same callers meet: {}", fmt::join(changes, ", "));
    if (!changes.empty() && !unclear.empty())
        text += fmt::format("; no difference beyond chance in {}", fmt::join(unclear, ", "));
    return paragraph(text + ".");
}

} // namespace

std::string scenario_letter(std::size_t scenario)
{
    return scenario < 26 ? std::string(1, static_cast<char>('A' + scenario))
                         : fmt::format("S{}", scenario + 1);
}

std::string to_text(const Comparison& comparison)
{
    const ExperimentResult& base = comparison.scenarios.front();
    std::string text = fmt::format(
        "{} {} of {} simulated {} each, seed {}\n{}\n", base.replications,
        base.replications == 1 ? "run" : "runs", base.centre.days, base.centre.days == 1 ? "day" : "days",
        base.seed, base.stopped_early ? "Stopped on request: what is finished is shown.\n" : "");
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        const ExperimentResult& scenario = comparison.scenarios[s];
        const std::string staff = staff_text(scenario);
        text += paragraph(fmt::format("{}  {}{}", scenario_letter(s), scenario.centre.scenario,
                                      staff.empty() ? "" : ": " + staff));
    }
    text += "\n" + to_text(side_by_side(comparison));
    if (comparison.scenarios.size() > 1) {
        text += "\n" + to_text(differences_table(comparison));
        text += "± is half of a 95 % confidence interval; * beyond chance, all figures taken together.\n";
    }
    if (std::any_of(comparison.scenarios.begin(), comparison.scenarios.end(), has_vendor))
        text +=
            "Staff, occupancy and cost are those of the practice's own people, without a vendor's invoice.\n";
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s)
        text += "\n" + in_words(comparison, s);
    for (const BestChances& chances : comparison.best)
        text += "\n" + to_text(chances);
    return text;
}

} // namespace switchroom
