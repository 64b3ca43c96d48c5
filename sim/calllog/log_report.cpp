#include "sim/calllog/log_report.h"

#include "sim/calllog/staffing.h"

namespace switchroom {

MeasureReport make_measure_report(const CallLog& log, const MeasureOptions& options, const std::string& by,
                                  bool line_numbers)
{
    MeasureReport report;
    report.log = &log;
    report.options = options;
    report.by = by;
    report.line_numbers = line_numbers;
    MeasureOptions by_type = options;
    by_type.by = MeasureBy::type;
    report.by_type = measure(log, by_type);
    if (!by.empty() && by != "type")
        report.by_rows = measure(log, options);
    report.patience = kaplan_meier(patience_observations(log, options.where));
    for (const double gap_s : {300.0, 600.0, 1200.0, 1800.0}) {
        const RebuiltStaffing staffing = rebuild_staffing(log, {.gap_s = gap_s, .where = options.where});
        report.services_without_agent = staffing.services_without_agent;
        if (staffing.present_h > 0.0)
            report.staffing.push_back({gap_s, staffing.present_h, staffing.busy_h});
    }
    return report;
}

} // namespace switchroom
