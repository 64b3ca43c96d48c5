#pragma once
/// The option that chooses the form in which a report::Document leaves the program.

#include "cli/run_options.h"
#include "planner/report/render.h"

namespace switchroom {

using report::ReportFormat;

/// --format.
OptionSpec report_format_option();

/// What --format says, else --json or --csv, else the ending of --out, else `otherwise`. Complaints: an
/// unknown name, a workbook without a file.
ReportFormat read_report_format(const Options& options, const RunRequest& run, Diagnostics& errors,
                                ReportFormat otherwise = ReportFormat::html);

} // namespace switchroom
