#include "gui/view_models/erlang_answer.h"

#include "planner/erlang/cases/common_names.h"

#include <cmath>
#include <cstdlib>

namespace switchroom::gui {

namespace {

double number_in(const erlang::CaseInputs& cells, std::string_view column)
{
    const auto found = cells.find(column);
    return found == cells.end() ? std::nan("") : std::strtod(found->second.c_str(), nullptr);
}

double load_of(const ErlangQuestion& question)
{
    for (const erlang::CaseInput& input : question.model->inputs)
        if (erlang::is_load_column(input.column))
            return number_in(question.inputs, input.column);
    return std::nan("");
}

/// The target as the model can tell it; empty: it cannot be searched for.
std::vector<erlang::AskedTarget> targets_of(const ErlangQuestion& question)
{
    const erlang::CaseModel& model = *question.model;
    if (model.agents_column.empty() || std::isnan(load_of(question)))
        return {};
    if (!erlang::column_of(model, "service_level").empty())
        return {{.name = "service_level", .at_least = true, .bound = question.target}};
    if (!erlang::column_of(model, "probability_block").empty())
        return {{.name = "probability_block", .at_least = false, .bound = 1.0 - question.target}};
    return {};
}

} // namespace

ErlangAnswer answer_of(const ErlangQuestion& question)
{
    const erlang::CaseModel& model = *question.model;
    ErlangAnswer answer;
    answer.model = &model;
    answer.load = load_of(question);
    const erlang::CaseRow row = erlang::solve_case(model, question.inputs);
    answer.problem = row.error_text();
    if (!row.failed()) {
        for (const erlang::StandardResult& result : erlang::standard_results())
            if (const double value = erlang::standard_value(model, row, result.name); std::isfinite(value))
                answer.figures.push_back({result.name, value, result.is_time});
        for (const std::string_view column : model.outputs)
            if (const auto cell = row.outputs().find(column);
                cell != row.outputs().end() && !cell->second.empty())
                answer.columns.emplace_back(column, cell->second);
    }
    const std::vector<erlang::AskedTarget> targets = targets_of(question);
    answer.can_search = !targets.empty();
    if (answer.can_search) {
        erlang::CaseInputs without = question.inputs;
        without.erase(std::string(model.agents_column));
        if (const auto found = erlang::with_least_agents(model, std::move(without), targets))
            answer.least_agents = number_in(*found, model.agents_column);
    }
    return answer;
}

} // namespace switchroom::gui
