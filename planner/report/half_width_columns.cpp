#include "planner/report/half_width_columns.h"

#include <cmath>

namespace switchroom::report {

std::vector<bool> columns_with_half_width(const DataTable& table)
{
    std::vector<bool> doubtful(table.headings.size(), false);
    for (const auto& row : table.rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            if (row[c].kind != CellKind::text && std::isfinite(row[c].half_width))
                doubtful[c] = true;
    return doubtful;
}

} // namespace switchroom::report
