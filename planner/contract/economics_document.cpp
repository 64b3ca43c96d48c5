#include "planner/contract/economics.h"

#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom {

namespace {

using Json = nlohmann::ordered_json;

/// "cost.on_costs" → "on-costs".
std::string plain(const std::string& key)
{
    std::string word = key.substr(key.find('.') + 1);
    if (word == "on_costs")
        return "on-costs";
    for (char& c : word)
        c = c == '_' ? ' ' : c;
    return word;
}

std::string money(const Estimate& amount, const std::string& currency)
{
    return estimate_text(KpiUnit::money, amount.mean, amount.half_width, {.currency = currency});
}

Json estimate(const Estimate& value)
{
    const auto number = [](double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); };
    return {{"mean", number(value.mean)}, {"half_width_95", number(value.half_width)}};
}

struct Sum {
    const char* key;
    const char* title;
    const Estimate& value;
};

std::vector<Sum> sums(const Economics& e)
{
    return {{"cost.total", "total a month", e.total},
            {"cost.without_lost_callers", "without lost callers", e.without_lost},
            {"cost.per_attempt", "a call", e.per_attempt},
            {"cost.per_answered", "an answered call", e.per_answered},
            {"cost.per_resolved", "a settled need", e.per_resolved}};
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

} // namespace

std::string to_text(const Economics& e)
{
    Table table;
    table.title = fmt::format("{}: what a month costs", e.scenario);
    table.headings = {"line", "of", "amount"};
    for (const CostOfMonth& line : e.lines)
        table.rows.push_back(
            {plain(line.key),
             line.origin.empty() ? line.name : fmt::format("{} ({})", line.name, line.origin),
             money(line.amount, e.currency)});
    for (const Sum& sum : sums(e))
        table.rows.push_back({sum.title, "", money(sum.value, e.currency)});
    std::string text = to_text(table) + "\n";
    if (e.once > 0.0)
        text += paragraph(fmt::format("{} are due once and stand beside the month.",
                                      figure_text(KpiUnit::money, e.once, {.currency = e.currency})));
    for (const std::string& note : e.notes)
        text += paragraph("Note: " + note);
    return text +
           paragraph(fmt::format("{} runs, seed {}. Amounts by call and need are without lost callers.",
                                 e.replications, e.seed));
}

std::string to_json(const Economics& e)
{
    Json json{{"scenario", e.scenario},
              {"currency", e.currency},
              {"seed", e.seed},
              {"replications", e.replications},
              {"lines", Json::array()}};
    for (const CostOfMonth& line : e.lines) {
        Json row{{"cost", line.key}, {"name", line.name}, {"monthly", estimate(line.amount)}};
        if (!line.origin.empty())
            row["origin"] = line.origin;
        json["lines"].push_back(std::move(row));
    }
    for (const Sum& sum : sums(e))
        json[sum.key] = estimate(sum.value);
    json["cost.once"] = e.once;
    json["notes"] = e.notes;
    return json.dump(2) + "\n";
}

std::string to_csv(const Economics& e)
{
    const auto number = [](double x) { return std::isfinite(x) ? fmt::format("{}", x) : std::string(); };
    std::string text = "cost,name,mean,half_width_95,origin\n";
    for (const CostOfMonth& line : e.lines)
        text += fmt::format("{},{},{},{},{}\n", line.key, quoted(line.name), number(line.amount.mean),
                            number(line.amount.half_width), quoted(line.origin));
    for (const Sum& sum : sums(e))
        text += fmt::format("{},,{},{},\n", sum.key, number(sum.value.mean), number(sum.value.half_width));
    return text;
}

} // namespace switchroom
