#include "cli/erlang_answer.h"

#include "planner/erlang/cases/common_names.h"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace switchroom {

namespace {

using Json = nlohmann::ordered_json;

using erlang::StandardResult;

/// The service level follows the asked formula where the model tells several.
double value_of(const ErlangAnswer& answer, std::string_view name)
{
    const erlang::CaseModel& model = *answer.question.model;
    const bool by_formula = name == "service_level" && !column_of(model, answer.question.formula).empty();
    return standard_value(model, answer.row, by_formula ? std::string_view(answer.question.formula) : name);
}

double input_of(const ErlangAnswer& answer, std::string_view column)
{
    const auto found = answer.question.inputs.find(column);
    return found == answer.question.inputs.end() ? std::nan("") : std::strtod(found->second.c_str(), nullptr);
}

double load_of(const ErlangAnswer& answer)
{
    for (const std::string_view column :
         {"offered_load_erlang", "mean_offered_load_erlang", "fresh_load_erlang"})
        if (const double load = input_of(answer, column); !std::isnan(load))
            return load;
    const auto computed = answer.row.outputs().find("offered_load_erlang");
    return computed == answer.row.outputs().end() ? std::nan("")
                                                  : std::strtod(computed->second.c_str(), nullptr);
}

Json number_or_null(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

/// Numbers as numbers; "inf", lists and laws as the text that they are.
Json cell_json(const std::string& cell)
{
    char* end = nullptr;
    const double value = std::strtod(cell.c_str(), &end);
    if (cell.empty())
        return nullptr;
    return *end == '\0' && std::isfinite(value) ? Json(value) : Json(cell);
}

std::string in_words(const StandardResult& result, double value)
{
    if (result.is_time)
        return value >= 120.0 ? fmt::format("{:.1f} min", value / 60.0) : fmt::format("{:.1f} s", value);
    const double percent = 100.0 * value;
    return percent > 0.0 && percent < 0.01 ? fmt::format("{:.1e} %", percent)
                                           : fmt::format("{:.2f} %", percent);
}

std::string label_of(const ErlangAnswer& answer, const StandardResult& result)
{
    const double awt_s = input_of(answer, "awt_s");
    if (result.name != "service_level" || std::isnan(awt_s))
        return std::string(result.label);
    return fmt::format("service level within {:g} s, {}", awt_s, answer.question.formula);
}

} // namespace

std::string erlang_text(const ErlangAnswer& answer)
{
    const erlang::CaseModel& model = *answer.question.model;
    std::string text = fmt::format("{}\n", model.title);
    const double load = load_of(answer);
    const double agents = input_of(answer, model.agents_column);
    if (!std::isnan(load))
        text += fmt::format("  {:<58} {:.6g} erlang\n", "offered load", load);
    if (!std::isnan(agents))
        text += fmt::format("  {:<58} {:.6g}\n", "agents", agents);
    bool any = false;
    for (const StandardResult& result : erlang::standard_results())
        if (const double value = value_of(answer, result.name); std::isfinite(value)) {
            text += fmt::format("  {:<58} {}\n", label_of(answer, result), in_words(result, value));
            any = true;
        }
    for (const std::string_view column : model.outputs)
        if (const auto cell = answer.row.outputs().find(column); !any && cell != answer.row.outputs().end())
            text += fmt::format("  {:<58} {}\n", column, cell->second);
    for (const std::string& note : answer.notes)
        text += note + "\n";
    return text + fmt::format("Holds if: {}.\n", model.holds_for);
}

std::string erlang_json(const ErlangAnswer& answer)
{
    const erlang::CaseModel& model = *answer.question.model;
    Json document;
    document["model"] = model.name;
    document["offered_load_erlang"] = number_or_null(load_of(answer));
    document["agents"] = number_or_null(input_of(answer, model.agents_column));
    for (const StandardResult& result : erlang::standard_results())
        document[result.name] = number_or_null(value_of(answer, result.name));
    document["service_level_formula"] = answer.question.formula;
    for (const auto& [column, cell] : answer.question.inputs)
        document["inputs"][column] = cell_json(cell);
    for (const std::string_view column : model.outputs)
        if (const auto cell = answer.row.outputs().find(column); cell != answer.row.outputs().end())
            document["measures"][std::string(column)] = cell_json(cell->second);
    document["holds_for"] = model.holds_for;
    document["notes"] = answer.notes;
    document["warnings"] = answer.question.warnings;
    return document.dump(2) + "\n";
}

std::string erlang_csv(const ErlangAnswer& answer)
{
    erlang::CsvTable table;
    table.rows.emplace_back();
    const auto add = [&](std::string_view column, const std::string& cell) {
        table.header.emplace_back(column);
        table.rows.front().push_back(cell);
    };
    for (const auto& [column, cell] : answer.question.inputs)
        add(column, cell);
    for (const std::string_view column : answer.question.model->outputs)
        if (const auto cell = answer.row.outputs().find(column);
            cell != answer.row.outputs().end() && table.column(column) == erlang::CsvTable::npos)
            add(column, cell->second);
    return to_csv(table);
}

} // namespace switchroom
