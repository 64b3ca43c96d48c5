#pragma once
/// Who was on shift, rebuilt from who served: logs seldom record staffing. An agent counts as present from
/// the start of a service to its end, and through a gap between two services of at most G. Short gaps are
/// waiting for work, long ones are breaks or absence: G decides a replay, so it is stated and its sensitivity
/// shown.

#include "sim/base/units.h"
#include "sim/calllog/where.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

struct StaffingOptions {
    double gap_s = 600.0;       ///< G
    double interval_s = 1800.0; ///< of the result; divides a day
    RowCondition where =
        {}; ///< only services of these rows count: an agent who serves several queues counts in each
};

/// One interval of one local day.
struct StaffedInterval {
    std::chrono::local_days day{};
    int start_s = 0;          ///< seconds since midnight
    double agents_mean = 0.0; ///< agent-seconds present / length
    int agents = 0;           ///< the mean rounded to whole people; at least 1 where anybody was present
    double busy_s = 0.0;      ///< agent-seconds in service
};

struct RebuiltStaffing {
    std::vector<StaffedInterval>
        intervals; ///< every interval of every day on which somebody served, in order
    int agents_seen = 0;
    std::int64_t services_without_agent = 0; ///< answered, but by whom is not recorded: they add no presence
    double present_h = 0.0;
    double busy_h = 0.0; ///< part of present_h
};

RebuiltStaffing rebuild_staffing(const CallLog& log, const StaffingOptions& options);

} // namespace switchroom
