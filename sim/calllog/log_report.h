#pragma once
/// What a call log says, all at once: figures by type and by whatever else is asked for, patience, presence.
/// How it is shown (text, JSON, CSV, a screen) is others' business. A recorded month is a census, so there
/// are no half-widths.

#include "sim/calllog/kaplan_meier.h"
#include "sim/calllog/measure.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// One row of the staffing table: presence under one gap rule.
struct GapFigures {
    double gap_s = 0.0;
    double present_h = 0.0;
    double busy_h = 0.0; ///< busy / present is what the agents' occupancy would have been
};

struct MeasureReport {
    const CallLog* log = nullptr;
    MeasureOptions options;
    std::string by; ///< "type", "day" …; empty: totals only
    LogMeasures by_type;
    LogMeasures by_rows; ///< cells by `by`; empty if that is empty or "type"
    SurvivalCurve patience;
    std::vector<GapFigures> staffing; ///< empty where the log does not say who served
    std::int64_t services_without_agent = 0;
    bool line_numbers = false; ///< of the quality account
};

/// Computes everything that is shown. The log must outlive the report.
MeasureReport make_measure_report(const CallLog& log, const MeasureOptions& options, const std::string& by,
                                  bool line_numbers);

} // namespace switchroom
