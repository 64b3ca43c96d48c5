#pragma once
/// What `switchroom staff` was asked for.

#include "cli/run_options.h"
#include "planner/staffing/staffing_study.h"
#include "sim/scenario/scenario.h"

#include <optional>
#include <vector>

namespace switchroom {

/// Targets that replace those of every contact, where given.
struct TargetOverrides {
    std::optional<double> service_level;
    std::optional<double> within_s;
    std::optional<double> abandonment;
    std::optional<double> asa_s;
};

/// The work force over the months ahead.
struct HeadcountRequest {
    double yearly_turnover = 0.0;
    double training_weeks = 0.0;
    double ramp_weeks = 0.0;
    double yearly_growth = 0.0; ///< of what is needed
    int months = 12;
};

struct StaffRequest {
    RunRequest run;
    std::vector<StaffMethod> methods;
    bool all_methods = false;
    bool judge = false;
    int days = 7;
    std::optional<double> interval_s;
    TargetOverrides targets;
    std::vector<double> shrinkage; ///< empty: the groups' own
    double fte_hours = 40.0;       ///< paid hours of a full-time person's week
    std::optional<HeadcountRequest> headcount;
};

std::vector<OptionSpec> staff_options();

/// Errors are sentences about options, all at once.
Result<StaffRequest> read_staff_request(const Options& options);

/// The scenario as it is planned for: at most the request's days, its interval, its targets.
void apply(const StaffRequest& request, Scenario& scenario);

} // namespace switchroom
