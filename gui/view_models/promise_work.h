#pragma once
/// Simulates whole terms of a scenario's contracts beside the window: the study of today's staffing first,
/// then other staffings, each with pictures on the way.

#include "gui/view_models/job.h"
#include "planner/contract/promise_study.h"
#include "planner/contract/staffing_curve.h"
#include "sim/base/file_system.h"
#include "sim/scenario/document.h"
#include "sim/scenario/paths.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace switchroom::gui {

struct PromiseOrder {
    std::shared_ptr<const ScenarioDocument> document; ///< not null
    DataFolders folders;
    double assurance = 0.95;
    int precision = 1; ///< so many times the calls of the first budget
};

/// What is known so far. Never changed once published.
struct PromisePicture {
    std::uint64_t number = 0;       ///< of the order, see PromiseView
    std::vector<SlaClause> clauses; ///< as study.clauses
    PromiseStudy study;             ///< of terms_wanted terms at the end
    StaffingCurve curve;            ///< few terms each: read its intervals
    std::int64_t terms_wanted = 0;
    std::int64_t terms_per_point = 0;
    bool finished = false;
    Diagnostics problems; ///< why there is nothing
};

/// How many terms are simulated: as many as a number of calls allows, so that a busy vendor does not keep
/// anybody waiting; the same on every machine.
struct PromiseBudget {
    std::int64_t study_terms = 10;
    std::int64_t curve_terms = 3;
};
PromiseBudget budget_of(const TermModel& term, int precision);

/// Runs the order; publishes at least once unless it is stopped.
void study_order(const FileSystem& files, const PromiseOrder& order, std::uint64_t number,
                 JobOrder<PromisePicture>& job);

} // namespace switchroom::gui
