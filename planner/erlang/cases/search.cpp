#include "planner/erlang/cases/search.h"

#include "planner/erlang/input.h"
#include "planner/erlang/root.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace switchroom::erlang {

namespace {

constexpr std::string_view load_column = "offered_load_erlang";
constexpr std::string_view lines_column = "k_lines_total";

bool holds(const CaseModel& model, const CaseRow& row, const AskedTarget& target)
{
    const double value = standard_value(model, row, target.name);
    return target.at_least ? value >= target.bound : value <= target.bound;
}

bool all_hold(const CaseModel& model, const CaseInputs& inputs, const std::vector<AskedTarget>& targets)
{
    const CaseRow row = solve_case(model, inputs);
    return !row.failed() && std::all_of(targets.begin(), targets.end(),
                                        [&](const AskedTarget& t) { return holds(model, row, t); });
}

/// What keeps the search from making sense: results that the model does not tell, and inputs wrong at any
/// number.
Diagnostics checked(const CaseModel& model, const std::vector<AskedTarget>& targets)
{
    Diagnostics errors;
    if (model.agents_column.empty())
        errors.push_back(error_in({}, fmt::format("'{}' has no number of agents to search for", model.name)));
    for (const AskedTarget& target : targets) {
        if (column_of(model, target.name).empty())
            errors.push_back(error_in({}, fmt::format("'{}' does not tell {}", model.name, target.name)));
        if (std::isnan(target.bound))
            errors.push_back(error_in({}, fmt::format("the target for {} is not a number", target.name)));
    }
    return errors;
}

void set_number(CaseInputs& inputs, std::string_view column, double value)
{
    inputs.insert_or_assign(std::string(column), number_text(value));
}

double number_in(const CaseInputs& inputs, std::string_view column, double otherwise)
{
    CaseRow row(inputs);
    const double value = row.number_or(column, otherwise);
    return row.failed() ? otherwise : value;
}

} // namespace

CaseRow solve_case(const CaseModel& model, const CaseInputs& inputs)
{
    std::vector<CaseRow> rows{CaseRow(inputs)};
    model.solve(rows);
    return rows.front();
}

std::string_view column_of(const CaseModel& model, std::string_view standard_name)
{
    const auto found = std::find_if(model.standard.begin(), model.standard.end(),
                                    [&](const StandardName& s) { return s.name == standard_name; });
    return found == model.standard.end() ? std::string_view() : found->column;
}

double standard_value(const CaseModel& model, const CaseRow& row, std::string_view standard_name)
{
    if (!row.failed() && std::find(model.zero.begin(), model.zero.end(), standard_name) != model.zero.end())
        return 0.0;
    const auto cell = row.outputs().find(column_of(model, standard_name));
    if (row.failed() || cell == row.outputs().end() || cell->second.empty())
        return std::nan("");
    return std::strtod(cell->second.c_str(), nullptr);
}

Result<CaseInputs> with_least_agents(const CaseModel& model, CaseInputs inputs,
                                     const std::vector<AskedTarget>& targets)
{
    if (Diagnostics errors = checked(model, targets); !errors.empty())
        return errors;
    const double load = number_in(inputs, load_column, 1.0);
    const double highest = std::min(largest_count, number_in(inputs, lines_column, largest_count));
    // Where any number fails, the reason is in the other inputs: say it instead of "no number".
    set_number(inputs, model.agents_column, std::min(highest, std::ceil(2.0 * std::fabs(load)) + 10.0));
    if (const CaseRow probe = solve_case(model, inputs); probe.failed())
        return error_in({}, probe.error_text());
    const auto enough = [&](double n) {
        set_number(inputs, model.agents_column, n);
        return all_hold(model, inputs, targets);
    };
    const double n = least_whole(enough, 1.0, highest, load + 0.5 * std::sqrt(load));
    if (n > highest)
        return error_in({}, "no number of agents meets the targets");
    set_number(inputs, model.agents_column, n);
    return inputs;
}

Result<CaseInputs> with_greatest_load(const CaseModel& model, CaseInputs inputs,
                                      const std::vector<AskedTarget>& targets)
{
    if (Diagnostics errors = checked(model, targets); !errors.empty())
        return errors;
    const double agents = number_in(inputs, model.agents_column, 1.0);
    set_number(inputs, load_column, 0.5 * agents);
    if (const CaseRow probe = solve_case(model, inputs); probe.failed())
        return error_in({}, probe.error_text());
    const auto bearable = [&](double load) {
        set_number(inputs, load_column, load);
        return all_hold(model, inputs, targets);
    };
    double low = 1e-9 * agents;
    if (!bearable(low))
        return error_in({}, "no load meets the targets");
    double high = agents;
    while (bearable(high)) {
        low = high;
        high *= 2.0;
        if (high > largest_count)
            return error_in({}, "every load meets the targets");
    }
    for (double middle = low + (high - low) / 2.0; high - low > 1e-13 * high;
         middle = low + (high - low) / 2.0)
        (bearable(middle) ? low : high) = middle;
    set_number(inputs, load_column, low);
    return inputs;
}

} // namespace switchroom::erlang
