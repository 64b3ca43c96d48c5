#pragma once
/// A calm table of figures: a first column of names, then columns whose texts stand at the right edge, a thin
/// line between rows. A cell may have several lines.
///
///   FigureTable table(ui, "costs", {{"Line", 2.0F}, {"Today", 1.0F}, {"Change", 1.0F}});
///   table.row();
///   table.cell("Wages");
///   table.cell("8 792 €", TextStyle::strong);

#include "gui/widgets/controls.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

struct TableHeading {
    std::string words;
    float share = 1.0F;     ///< of the width
    int series = -1;        ///< ≥ 0: a dot in the colour of that series before the words
    bool is_locked = false; ///< a small padlock before the words
};

class FigureTable {
public:
    FigureTable(Ui& ui, const char* id, const std::vector<TableHeading>& headings);
    ~FigureTable();
    FigureTable(const FigureTable&) = delete;
    FigureTable& operator=(const FigureTable&) = delete;

    void row();
    /// The next cell of the row. An empty text keeps its place.
    void cell(std::string_view words, TextStyle style = TextStyle::body);
    /// Another line in the same cell.
    void more(std::string_view words, TextStyle style = TextStyle::small);

private:
    void line(std::string_view words, TextStyle style);
    Ui& ui_;
    int column_ = -1;
    int columns_;
    bool open_ = false;
};

/// A dot in a series' colour, as high as a line of text; the next item stands beside it.
void series_dot(Ui& ui, std::size_t series);
/// A padlock as high as a line of text: what is locked. The next item stands beside it.
void padlock(Ui& ui);

} // namespace switchroom::gui
