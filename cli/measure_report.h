#pragma once
/// What `measure` found out about a log, and how it is shown: text for people, JSON and CSV for scripts. KPIs
/// come from the same table as those of `simulate`; a recorded month is a census, so there are no
/// half-widths.

#include "sim/calllog/kaplan_meier.h"
#include "sim/calllog/measure.h"
#include "sim/calllog/staffing.h"

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

/// At most 100 columns wide.
std::string to_text(const MeasureReport& report);
std::string to_json(const MeasureReport& report);
/// One line a figure: scope,name,kpi,formula,unit,value.
std::string to_csv(const MeasureReport& report);

} // namespace switchroom
