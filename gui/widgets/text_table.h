#pragma once
/// A table of plain texts: headings in muted small letters, a thin line under each row, numbers at the right.

#include "gui/widgets/ui.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace switchroom::gui {

struct TextColumn {
    std::string heading;
    bool is_number = false; ///< stands at the right edge
    float share = 1.0F;     ///< of the width
};

struct TextRow {
    std::vector<std::string> cells; ///< as many as columns
    bool strong = false;            ///< a total, or the row that is meant
};

/// As wide as what is left. The first cell of a row is a text; each other one is a cell whose label is the
/// row's first and the column's heading, "calls above 500 / Amount", and whose value is what it says. Without
/// any heading no line of headings is drawn.
void text_table(Ui& ui, const char* id, std::span<const TextColumn> columns, std::span<const TextRow> rows);

} // namespace switchroom::gui
