#pragma once
/// What people call the inputs and results that many models share under different columns: "agents" is
/// n_agents here and n_servers there. The command line's flags and the window's fields are both made of this.

#include "planner/erlang/cases/case_model.h"

#include <span>
#include <string_view>
#include <vector>

namespace switchroom::erlang {

enum class InputUnit { number, duration, rate };

/// An input and the columns that it may stand for: the first of them that a model takes.
struct CommonInput {
    std::string_view name; ///< "agents", "load", "handle", "patience", "within", …
    InputUnit unit = InputUnit::number;
    std::vector<std::string_view> columns;
};

std::span<const CommonInput> common_inputs();

/// The common input that gives this column; null: the column has no other name.
const CommonInput* common_input_of(std::string_view column);

/// The columns that hold an offered load: calls a second times mean handle time.
bool is_load_column(std::string_view column);

/// True if the model has an input of that column.
bool takes(const CaseModel& model, std::string_view column);

/// The first of these columns that the model takes; empty: none.
std::string_view column_for(const CaseModel& model, std::span<const std::string_view> columns);

/// A result under the name that all models share, in the order in which people ask for them.
struct StandardResult {
    std::string_view name;  ///< "service_level", as CaseModel::standard
    std::string_view label; ///< for people
    bool is_time = false;   ///< seconds, else a share
};

std::span<const StandardResult> standard_results();

} // namespace switchroom::erlang
