#pragma once
/// A call log looked at: how well it was read, what happened in it, and the same figures as a scenario's.

#include "gui/view_models/run_feed.h"
#include "sim/base/file_system.h"
#include "sim/calllog/call_log.h"
#include "sim/calllog/log_report.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// Offered calls by weekday (Monday 0) and time of day.
struct OfferedWeek {
    double step_s = 1800.0;
    std::size_t first_slot = 0;             ///< the first column: slots of step_s from midnight
    std::vector<std::vector<double>> calls; ///< 7 rows: a mean such day's calls in each slot
    std::array<int, 7> days = {};           ///< such days between the log's first call and its last
};

/// How long callers waited who had to, in equal steps from 0; what is beyond the last edge is counted apart.
struct WaitSpread {
    double step_s = 10.0;
    std::vector<double> answered;
    std::vector<double> hung_up;
    double at_once = 0.0; ///< share of the calls that were answered within a second
    double beyond = 0.0;  ///< share of the other waits that are longer than the last edge
};

/// One contact of the scenario and its calls in the log.
struct ContactInLog {
    std::size_t contact = 0; ///< in MeasuredCentre::contacts
    LogCell cell;            ///< by that contact's threshold and short-abandon limit
};

/// Never changed once published.
struct LogStudy {
    std::string path;
    std::string mapping;                ///< path of a mapping file; empty: by the header
    std::shared_ptr<const CallLog> log; ///< null: it could not be read, see problems
    std::vector<std::string> problems;  ///< sentences without telephone numbers
    MeasureReport report;
    OfferedWeek offered;
    WaitSpread waits;
    int days = 0;                  ///< of the calendar, from the first call to the last
    std::vector<Date> silent_days; ///< of those, without any call though their weekday has some

    std::uint32_t scenario = 0; ///< whose contacts were looked for; 0: none
    std::uint64_t revision = 0;
    std::vector<ContactInLog> contacts; ///< those that have calls in the log
};

/// Reads and measures the log at study.path. False: stopped, nothing is to be shown.
bool read_log(const FileSystem& files, LogStudy& study, Progress& progress);

/// Looks for the scenario's contacts: a contact that replays a log by the condition that it replays by, any
/// other by its name.
void find_contacts(LogStudy& study, const RunSnapshot& snapshot);

/// The figure of a KPI in the log, of one contact or (none) of all that were found together, or of the whole
/// log where none was found. NaN: undefined or a log cannot know.
double measured_figure(const LogStudy& study, const MeasuredCentre* centre,
                       std::optional<std::size_t> contact, const KpiDefinition& kpi);

} // namespace switchroom::gui
