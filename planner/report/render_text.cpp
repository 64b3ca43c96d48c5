#include "planner/report/render_text.h"

#include "sim/experiment/table.h"

#include <fmt/format.h>

namespace switchroom::report {

namespace {

std::string underlined(const std::string& text, const char* line)
{
    std::string out = text + "\n";
    for (std::size_t i = 0; i < columns_of(text); ++i)
        out += line;
    return out + "\n";
}

std::string text_of(const DataTable& table)
{
    Table plain{.title = table.title, .headings = table.headings, .rows = {}};
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const Cell& cell : row)
            cells.push_back(shown(cell));
        plain.rows.push_back(std::move(cells));
    }
    return switchroom::to_text(plain) + (table.note.empty() ? "" : paragraph(table.note));
}

std::string text_of(const Heading& heading)
{
    return underlined(heading.text, heading.level == 1 ? "=" : "-");
}

std::string text_of(const Paragraph& one)
{
    return paragraph(one.text);
}

std::string text_of(const Bullets& bullets)
{
    std::string text;
    for (const std::string& item : bullets.items)
        text += paragraph("- " + item, 100);
    return text;
}

std::string text_of(const KeyFigures& figures)
{
    std::string text = figures.title + "\n";
    for (const KeyFigure& figure : figures.figures)
        text += paragraph(fmt::format("{}: {}{}", figure.label, shown(figure.cell),
                                      figure.note.empty() ? "" : ", " + figure.note),
                          100, "  ");
    return text;
}

std::string text_of(const ChartSpec& chart)
{
    return text_of(table_of(chart)) + (chart.caption.empty() ? "" : paragraph(chart.caption));
}

} // namespace

std::string to_text(const Document& document)
{
    std::string text = underlined(document.title, "=");
    if (!document.subtitle.empty())
        text += paragraph(document.subtitle);
    for (const Block& block : document.blocks)
        text += "\n" + std::visit([](const auto& one) { return text_of(one); }, block);
    return text;
}

} // namespace switchroom::report
