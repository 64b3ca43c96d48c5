#pragma once
/// Which columns of a table need one more for their half-widths, where cells hold plain numbers.

#include "planner/report/document.h"

#include <vector>

namespace switchroom::report {

/// As long as the table's headings.
std::vector<bool> columns_with_half_width(const DataTable& table);

} // namespace switchroom::report
