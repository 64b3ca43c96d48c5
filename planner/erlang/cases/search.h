#pragma once
/// Searches over any model of the table: least agents that meet targets, greatest load that given agents
/// bear.
///
/// staffing.h does the same for the Erlang family alone, without text and many times faster; this one serves
/// the command line, where a question may be about any model.

#include "planner/erlang/cases/case_model.h"

#include <map>
#include <string>
#include <vector>

namespace switchroom::erlang {

using CaseInputs = std::map<std::string, std::string, std::less<>>;

/// A bound on one result, by its standard name ("service_level", "asa_s", "probability_abandon", …).
struct AskedTarget {
    std::string name;
    bool at_least = false;
    double bound = 0.0;
};

/// One row through the model.
CaseRow solve_case(const CaseModel& model, const CaseInputs& inputs);

/// The column that holds a standard result, or empty if this model has none.
std::string_view column_of(const CaseModel& model, std::string_view standard_name);

/// The value under a standard name; NaN where the row failed, has none or it is undefined.
double standard_value(const CaseModel& model, const CaseRow& row, std::string_view standard_name);

/// `inputs` completed by the least number of agents. Errors as in staffing.h's least_agents, and targets that
/// the model does not tell.
Result<CaseInputs> with_least_agents(const CaseModel& model, CaseInputs inputs,
                                     const std::vector<AskedTarget>& targets);

/// `inputs` completed by the greatest offered load (column offered_load_erlang).
Result<CaseInputs> with_greatest_load(const CaseModel& model, CaseInputs inputs,
                                      const std::vector<AskedTarget>& targets);

} // namespace switchroom::erlang
