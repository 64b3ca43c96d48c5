#pragma once
/// What happened, recomputed from a log: the counts that every KPI is made of (sim/stats/counts.h), cell by
/// cell, and the waits themselves, so that quantiles are exact. The figures are a census: they have no
/// half-widths.

#include "sim/base/result.h"
#include "sim/calllog/call_log.h"
#include "sim/calllog/where.h"
#include "sim/stats/counts.h"

#include <string>
#include <vector>

namespace switchroom {

/// How calls are put together: by type, or by when they arrived (local time).
enum class MeasureBy { whole, type, interval, hour, day, weekday, month };

struct MeasureOptions {
    MeasureBy by = MeasureBy::whole;
    double within_s = 20.0;       ///< T of the service level
    double short_abandon_s = 5.0; ///< s
    double interval_s = 1800.0;
    RowCondition where = {};
};

/// One line of the result.
struct LogCell {
    std::string name; ///< "NW", "07:30", "1999-01-03", "sun", "1999-01", "total"
    ContactCounts counts;
    std::vector<double> waits_s;   ///< of offered calls whose wait is known, sorted
    std::vector<double> handles_s; ///< of answered calls whose handle time is known, sorted
};

struct LogMeasures {
    std::vector<LogCell>
        cells; ///< in the order of their names (weekdays from Monday); empty for MeasureBy::whole
    LogCell total;
};

LogMeasures measure(const CallLog& log, const MeasureOptions& options);

/// Handle times as fitted: all, and without those that a desk does not mean (agents who hang up at once to
/// rest).
struct HandleSummary {
    std::int64_t n = 0;
    double mean_s = 0.0;
    double cv = 0.0;
    double median_s = 0.0;
    double log_mean =
        0.0; ///< mean and standard deviation of log seconds: the lognormal law by maximum likelihood
    double log_sd = 0.0;
};

/// Over the values ≥ at_least_s (and ≥ 1 ms, for the logarithm) of a sorted list. All zero if none.
HandleSummary summarise(const std::vector<double>& sorted, double at_least_s);

} // namespace switchroom
