#pragma once
/// The flags of `switchroom erlang MODEL`, as inputs by column name and targets: the one place that knows
/// both languages.

#include "cli/options.h"
#include "planner/erlang/cases/search.h"

namespace switchroom {

/// What a person asks: a model with inputs, and perhaps targets that stand for the number left out.
struct ErlangQuestion {
    const erlang::CaseModel* model = nullptr;
    erlang::CaseInputs inputs;
    std::vector<erlang::AskedTarget> targets;
    std::string formula = "answered/offered"; ///< of the service level, by preset id
    double busyness_cv = 0.0;                 ///< with targets: of the arrival rate
    double probability = 0.0;          ///< with which the targets shall hold over the busyness; 0: not asked
    std::vector<std::string> warnings; ///< about assumptions that the flags contradict
};

std::vector<OptionSpec> erlang_options();

/// Errors are sentences about flags; all at once.
Result<ErlangQuestion> read_erlang_question(const erlang::CaseModel& model, const Options& options);

/// What the model needs and nobody gave, by the flag that gives it. With targets the number of agents or the
/// load may be the one that is sought.
Diagnostics missing_inputs(const ErlangQuestion& question);

/// "100/h", "2.5/min", "600/day", "0.03/s"; a bare number is per hour. Per second; empty if it is none of
/// these.
std::optional<double> parse_rate_per_s(std::string_view text);

} // namespace switchroom
