#pragma once
/// The forms in which a report::Document leaves the program, and the option that chooses one.

#include "cli/run_options.h"
#include "planner/report/document.h"

#include <string>

namespace switchroom {

enum class ReportFormat { html, text, csv, csv_semicolon, xlsx, json };

/// --format.
OptionSpec report_format_option();

/// What --format says, else --json or --csv, else the ending of --out, else `otherwise`. Complaints: an
/// unknown name, a workbook without a file.
ReportFormat read_report_format(const Options& options, const RunRequest& run, Diagnostics& errors,
                                ReportFormat otherwise = ReportFormat::html);

/// The document's bytes. Errors are those of writing a workbook.
Result<std::string> written(const report::Document& document, ReportFormat format);

} // namespace switchroom
