#pragma once
/// A report as plain values: what is said, in order, without a word about how it looks. Renderers make a
/// page, a text, a workbook, CSV or JSON of it (render_*.h).
///
///   Document document{.title = "Two ways of answering", .subtitle = "28 days", .blocks = {}};
///   document.blocks.emplace_back(Heading{1, "In short"});
///   document.blocks.emplace_back(Paragraph{"Of 100 calls 81 are answered."});
///   const std::string page = to_html(document);
///
/// Texts may come from users: they are text everywhere, never markup and never a formula.

#include "planner/report/cell.h"
#include "planner/report/chart_spec.h"

#include <string>
#include <variant>
#include <vector>

namespace switchroom::report {

/// Levels 1 (a section) and 2.
struct Heading {
    int level = 1;
    std::string text;
};

enum class ParagraphStyle { body, lead, note };

struct Paragraph {
    std::string text;
    ParagraphStyle style = ParagraphStyle::body;
};

struct Bullets {
    std::vector<std::string> items;
};

/// A figure shown large.
struct KeyFigure {
    std::string label;
    Cell cell;
    std::string note; ///< small, below; may be empty
};

/// Several of them side by side, under one name.
struct KeyFigures {
    std::string title;
    std::vector<KeyFigure> figures;
};

/// Columns of cells. `rows` are as long as `headings`; the first column names the row.
struct DataTable {
    std::string title; ///< also the name of its sheet in a workbook
    std::vector<std::string> headings;
    std::vector<std::vector<Cell>> rows;
    std::string note; ///< below; may be empty
};

using Block = std::variant<Heading, Paragraph, Bullets, KeyFigures, DataTable, ChartSpec>;

struct Document {
    std::string title;
    std::string subtitle;
    std::vector<Block> blocks;
};

/// The figures of a chart, for readers and programs that draw nothing.
DataTable table_of(const ChartSpec& chart);

/// Every table of the document in order, charts and key figures told as tables too: what CSV, JSON and the
/// workbook hold.
std::vector<DataTable> tables_of(const Document& document);

} // namespace switchroom::report
