#pragma once
/// The table of solvers: name, inputs, results and the function between them. Everything that lists, asks or
/// tests a solver by name reads this table; a new solver is one function that returns a CaseModel, and one
/// line in models.cpp.

#include "planner/erlang/cases/case_row.h"
#include "planner/erlang/cases/csv_table.h"

#include <span>
#include <string_view>
#include <vector>

namespace switchroom::erlang {

struct CaseInput {
    std::string_view column;
    std::string_view help; // with unit
    bool required = true;
};

/// A result under the name that all models share in `--json` (cli page) and the column that holds it in this
/// model.
struct StandardName {
    std::string_view name;
    std::string_view column;
};

struct CaseModel {
    std::string_view name;      // `switchroom erlang NAME`
    std::string_view title;     // "Erlang C (M/M/n)"
    std::string_view holds_for; // assumptions, one sentence a person can check
    std::vector<CaseInput> inputs;
    std::vector<std::string_view> outputs;
    /// Reads row inputs, sets row outputs or fails the row. Rows of one group are given together, others one
    /// by one.
    void (*solve)(std::span<CaseRow> rows) = nullptr;
    /// Rows with the same text in this column belong together (a day's intervals); empty: each row stands
    /// alone.
    std::string_view group_by = {};
    std::vector<StandardName> standard = {};
    /// Standard results that are 0 by assumption (nobody gives up under Erlang C), so that they are told as 0
    /// and not as unknown.
    std::vector<std::string_view> zero = {};
    /// The column of the number of agents or servers, and whether more of them is what a search may vary;
    /// empty: no search.
    std::string_view agents_column = {};
};

/// All models in the order in which help lists them.
std::span<const CaseModel> case_models();

/// nullptr if there is none of that name.
const CaseModel* find_case_model(std::string_view name);

/// The same rows with every result column written (and overwritten), other columns passed through, and a
/// column `error` that is empty where all went well. A row that fails loses its result cells and never
/// disturbs another. Errors: a required input column that the table does not have at all.
Result<CsvTable> solve_cases(const CaseModel& model, CsvTable table, const std::string& file_name);

/// Applies `one` to each row that has not failed: for models whose rows stand alone.
template <void (*one)(CaseRow&)>
void each_row(std::span<CaseRow> rows)
{
    for (CaseRow& row : rows)
        if (!row.failed())
            one(row);
}

} // namespace switchroom::erlang
