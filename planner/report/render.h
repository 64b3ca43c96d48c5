#pragma once
/// The forms in which a document leaves the program.

#include "planner/report/document.h"
#include "sim/base/result.h"

#include <string>

namespace switchroom::report {

/// csv_semicolon: semicolons and decimal commas, as spreadsheets in much of Europe expect them.
enum class ReportFormat { html, text, csv, csv_semicolon, xlsx, json };

/// The document's bytes. Errors are those of writing a workbook.
Result<std::string> rendered(const Document& document, ReportFormat format);

} // namespace switchroom::report
