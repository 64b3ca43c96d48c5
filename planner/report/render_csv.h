#pragma once
/// The tables of a document as CSV (RFC 4180), one below the other: a line with the table's title, a line of
/// headings, its rows, an empty line.

#include "planner/report/document.h"

#include <string>
#include <string_view>

namespace switchroom::report {

/// Which signs separate fields and decimals: those of the place where the file is opened.
enum class CsvStyle {
    comma,     ///< a,b and 0.5
    semicolon, ///< a;b and 0,5, as spreadsheets of French or German language settings expect
};

/// Figures are plain numbers (shares 0 … 1, times in seconds) with as many digits as they have; a column that
/// has half-widths is followed by one of them. A text that a spreadsheet would take for a formula (= + - @ or
/// a control sign in front) has an apostrophe in front, so that it stays text.
std::string to_csv(const Document& document, CsvStyle style = CsvStyle::comma);

/// `text` so that no spreadsheet computes it.
std::string harmless_text(std::string_view text);

} // namespace switchroom::report
