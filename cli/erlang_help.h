#pragma once
/// What `switchroom erlang --help` and `switchroom erlang MODEL --help` print.

#include "planner/erlang/cases/case_model.h"

#include <string>
#include <string_view>

namespace switchroom {

/// All models, all flags, examples.
std::string erlang_help();

/// Inputs, results and an example of one model.
std::string erlang_model_help(const erlang::CaseModel& model);

/// The words after `switchroom erlang` of a question that this model answers; empty for an unknown name.
/// Words with a character that a shell reads otherwise stand in single quotes.
std::string_view erlang_example(std::string_view model);

} // namespace switchroom
