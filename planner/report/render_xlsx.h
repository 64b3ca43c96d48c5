#pragma once
/// A document as an Excel workbook (by libxlsxwriter): what is said on the first sheet, then a sheet a table.

#include "planner/report/document.h"
#include "sim/base/result.h"

#include <string>
#include <vector>

namespace switchroom::report {

/// The bytes of the .xlsx file; the same document gives the same bytes. Every text is a string cell, so a
/// text that begins like a formula stays text; figures are numbers with a format of their unit, half-widths
/// stand in a column of their own. Error: no temporary file could be written.
Result<std::string> to_xlsx(const Document& document);

/// Names that a workbook accepts: at most 31 characters, none of [ ] : * ? / \, no apostrophe at the ends,
/// each of its own (upper and lower case being the same). In the order of the titles.
std::vector<std::string> sheet_names(const std::vector<std::string>& titles);

} // namespace switchroom::report
