#include "planner/erlang/cases/case_model.h"

#include <algorithm>
#include <fmt/format.h>

namespace switchroom::erlang {

namespace {

CaseRow row_of(const CaseModel& model, const CsvTable& table, const std::vector<std::string>& cells)
{
    std::map<std::string, std::string, std::less<>> inputs;
    for (const CaseInput& input : model.inputs)
        if (const std::size_t place = table.column(input.column); place != CsvTable::npos)
            inputs.emplace(input.column, cells[place]);
    return CaseRow(std::move(inputs));
}

/// The first row after `begin` that does not belong to its group. Rows of a group stand one after another.
std::size_t group_end(const CsvTable& table, std::size_t group_column, std::size_t begin)
{
    std::size_t end = begin + 1;
    while (group_column != CsvTable::npos && end < table.rows.size() &&
           table.rows[end][group_column] == table.rows[begin][group_column])
        ++end;
    return end;
}

void write_results(const CaseModel& model, const CaseRow& row, CsvTable& table, std::size_t index)
{
    for (const std::string_view column : model.outputs) {
        const auto found = row.outputs().find(column);
        const bool known = !row.failed() && found != row.outputs().end();
        table.rows[index][table.column(column)] = known ? found->second : std::string();
    }
    table.rows[index][table.column("error")] = row.error_text();
}

} // namespace

const CaseModel* find_case_model(std::string_view name)
{
    const auto models = case_models();
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const CaseModel& m) { return m.name == name; });
    return found == models.end() ? nullptr : &*found;
}

Result<CsvTable> solve_cases(const CaseModel& model, CsvTable table, const std::string& file_name)
{
    Diagnostics errors;
    for (const CaseInput& input : model.inputs)
        if (input.required && table.column(input.column) == CsvTable::npos)
            errors.push_back(error_in(file_name, fmt::format("no column {} ({}), which '{}' needs",
                                                             input.column, input.help, model.name)));
    if (!errors.empty())
        return errors;
    for (const std::string_view column : model.outputs)
        table.column_or_add(column);
    table.column_or_add("error");

    const std::size_t group_column = model.group_by.empty() ? CsvTable::npos : table.column(model.group_by);
    for (std::size_t begin = 0; begin < table.rows.size();) {
        const std::size_t end = group_end(table, group_column, begin);
        std::vector<CaseRow> rows;
        for (std::size_t i = begin; i < end; ++i)
            rows.push_back(row_of(model, table, table.rows[i]));
        model.solve(rows);
        for (std::size_t i = begin; i < end; ++i)
            write_results(model, rows[i - begin], table, i);
        begin = end;
    }
    return table;
}

} // namespace switchroom::erlang
