#include "sim/experiment/choice_text.h"

#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom {

namespace {

using Json = nlohmann::ordered_json;

KpiUnit unit_of(const std::string& figure)
{
    for (const KpiScope scope : {KpiScope::contact, KpiScope::group, KpiScope::centre})
        if (const KpiDefinition* kpi = find_kpi(scope, figure))
            return kpi->unit;
    return KpiUnit::money;
}

std::string amount_text(const ScenarioSelection& selection, double value)
{
    const std::string text =
        difference_text(unit_of(selection.figure), value, std::nan(""), {.currency = selection.currency});
    return text.starts_with('+') ? text.substr(1) : text;
}

std::int64_t runs_spent(const ScenarioSelection& selection)
{
    std::int64_t runs = 0;
    for (const SelectionCandidate& one : selection.selection.candidates)
        runs += one.runs;
    return runs;
}

std::string verdict_text(const ScenarioSelection& selection)
{
    const std::string& chosen = selection.scenarios[selection.selection.chosen];
    if (!selection.selection.decided)
        return fmt::format("Not decided after {} runs; \"{}\" is ahead.",
                           selection.selection.candidates[selection.selection.chosen].runs, chosen);
    return fmt::format(
        "Chosen: \"{}\". With at least {:.4g} % probability no other is better by {} or more (Kim & "
        "Nelson 2001); {} runs were spent.",
        chosen, (1.0 - selection.options.error) * 100.0,
        amount_text(selection, selection.options.indifference), runs_spent(selection));
}

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

} // namespace

std::string to_text(const BestChances& chances)
{
    Table table{.title = fmt::format("Chance of being best by {} ({} is better):", chances.title,
                                     chances.higher_is_better ? "more" : "less"),
                .headings = {"", "on average", "in a single run"},
                .rows = {}};
    for (const BestChance& one : chances.scenarios)
        table.rows.push_back({one.scenario, figure_text(KpiUnit::share, one.on_average, {}),
                              figure_text(KpiUnit::share, one.in_a_run, {})});
    return to_text(table);
}

std::string to_text(const ScenarioSelection& selection)
{
    Table table{.title = fmt::format("Selection by {}; differences below {} do not matter. Seed {}.",
                                     selection.figure, amount_text(selection, selection.options.indifference),
                                     selection.seed),
                .headings = {"", "runs", selection.figure, "what became of it"},
                .rows = {}};
    for (std::size_t i = 0; i < selection.scenarios.size(); ++i) {
        const SelectionCandidate& one = selection.selection.candidates[i];
        const bool chosen = i == selection.selection.chosen;
        table.rows.push_back({selection.scenarios[i], fmt::format("{}", one.runs),
                              estimate_text(unit_of(selection.figure), one.mean, one.half_width,
                                            {.currency = selection.currency}),
                              one.dropped_after > 0 ? fmt::format("dropped after {} runs", one.dropped_after)
                              : chosen              ? (selection.selection.decided ? "chosen" : "ahead")
                                                    : "still in"});
    }
    return to_text(table) + "\n" + paragraph(verdict_text(selection));
}

std::string to_json(const ScenarioSelection& selection)
{
    Json scenarios = Json::array();
    for (std::size_t i = 0; i < selection.scenarios.size(); ++i) {
        const SelectionCandidate& one = selection.selection.candidates[i];
        scenarios.push_back(
            {{"scenario", selection.scenarios[i]},
             {"runs", one.runs},
             {"dropped_after", one.dropped_after > 0 ? Json(one.dropped_after) : Json(nullptr)},
             {"mean", number(one.mean)},
             {"half_width_95", number(one.half_width)}});
    }
    Json json{{"figure", selection.figure},
              {"indifference", selection.options.indifference},
              {"error", selection.options.error},
              {"seed", selection.seed},
              {"decided", selection.selection.decided},
              {"chosen", selection.scenarios[selection.selection.chosen]},
              {"runs", runs_spent(selection)}};
    json["scenarios"] = std::move(scenarios);
    return Json{{"selection", std::move(json)}}.dump(2) + "\n";
}

std::string to_csv(const ScenarioSelection& selection)
{
    std::string csv = "scenario,runs,dropped_after,mean,half_width_95,chosen\n";
    for (std::size_t i = 0; i < selection.scenarios.size(); ++i) {
        const SelectionCandidate& one = selection.selection.candidates[i];
        const bool chosen = selection.selection.decided && i == selection.selection.chosen;
        csv += fmt::format("{},{},{},{},{},{}\n", quoted(selection.scenarios[i]), one.runs,
                           one.dropped_after > 0 ? fmt::format("{}", one.dropped_after) : "", one.mean,
                           one.half_width, chosen);
    }
    return csv;
}

} // namespace switchroom
