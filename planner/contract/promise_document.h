#pragma once
/// Verdicts, staffing curves and past months as text, JSON and CSV. Documents hold no thread count, date or
/// path: the same run gives the same bytes.

#include "planner/contract/past_judgement.h"
#include "planner/contract/promise_study.h"
#include "planner/contract/staffing_curve.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom {

/// What `verify` found out about the future.
struct PromiseDocument {
    PromiseStudy study;
    std::optional<StaffingCurve> curve;
    std::string assumed; ///< the scenario that was made up from options; empty: there was a file
};

std::string to_text(const PromiseDocument& document);
std::string to_json(const PromiseDocument& document);
/// One line a clause: vendor, clause, formula, … as the JSON's keys.
std::string to_csv(const PromiseDocument& document);

/// What `verify --log` found out about the past. `reported`: the vendor's own figure, set beside each window.
struct PastDocument {
    std::string log; ///< as the user named it
    std::vector<PastJudgement> clauses;
    std::optional<double> reported;
};

std::string to_text(const PastDocument& document);
std::string to_json(const PastDocument& document);
std::string to_csv(const PastDocument& document);

} // namespace switchroom
