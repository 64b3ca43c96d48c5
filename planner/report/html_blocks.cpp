#include "planner/report/html_blocks.h"

#include "planner/report/chart_json.h"
#include "planner/report/heat_colour.h"
#include "planner/report/html_escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::report {

namespace {

/// "Ø" of a cell: its figure, and its half-width set smaller.
std::string cell_html(const Cell& cell)
{
    const std::string text = shown(cell);
    const std::size_t doubt = cell.kind == CellKind::text ? std::string::npos : text.find(" ± ");
    if (doubt == std::string::npos)
        return html_text(text);
    return fmt::format("{} <small>{}</small>", html_text(text.substr(0, doubt)),
                       html_text(text.substr(doubt + 1)));
}

std::string class_of(const Cell& cell)
{
    std::string names = cell.kind == CellKind::text ? "" : "n";
    if (cell.tone != Tone::plain)
        names += std::string(names.empty() ? "" : " ") + (cell.tone == Tone::better ? "better" : "worse");
    return names.empty() ? "" : fmt::format(" class=\"{}\"", names);
}

/// A column of figures is headed at the right, like its figures.
bool holds_figures(const DataTable& table, std::size_t column)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return row[column].kind != CellKind::text; });
}

std::string rows_html(const DataTable& table)
{
    std::string html = "<thead><tr>";
    for (std::size_t c = 0; c < table.headings.size(); ++c)
        html += fmt::format("<th scope=\"col\"{}>{}</th>", holds_figures(table, c) ? " class=\"n\"" : "",
                            html_text(table.headings[c]));
    html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c)
            html += c == 0 ? fmt::format("<th scope=\"row\"{}>{}</th>", class_of(row[c]), cell_html(row[c]))
                           : fmt::format("<td{}>{}</td>", class_of(row[c]), cell_html(row[c]));
        html += "</tr>\n";
    }
    return html + "</tbody>";
}

std::string caption_html(const ChartSpec& chart)
{
    std::string html = fmt::format("<figcaption><strong>{}</strong>", html_text(chart.title));
    if (!chart.caption.empty())
        html += fmt::format(" <span>{}</span>", html_text(chart.caption));
    return html + "</figcaption>\n";
}

/// Cells say whole percentages or plain figures without the unit, which stands in the caption.
std::string short_figure(const HeatMap& map, double value)
{
    if (map.unit == KpiUnit::share)
        return fmt::format("{:.0f}", value * 100.0);
    return fmt::format("{:.{}f}", value, std::abs(value) < 9.95 && map.unit != KpiUnit::seconds ? 1 : 0);
}

std::string heat_html(const ChartSpec& chart, const HeatMap& map)
{
    std::string html = "<figure class=\"heat\">\n" + caption_html(chart) +
                       "<div class=\"scroll\"><table>\n<thead><tr><td></td>";
    for (const std::string& column : map.columns)
        html += fmt::format("<th scope=\"col\"><span>{}</span></th>", html_text(column));
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
        html += fmt::format("<tr><th scope=\"row\">{}</th>", html_text(map.rows[r]));
        for (const double value : map.values[r]) {
            if (std::isnan(value)) {
                html += "<td></td>";
                continue;
            }
            const CellColour colour = heat_colour(map, value);
            html += fmt::format("<td{} style=\"background:{}\">{}</td>",
                                colour.light_text ? " class=\"light\"" : "", colour.background,
                                short_figure(map, value));
        }
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>\n</figure>\n";
}

/// Horizontal bars need a height of their own; other charts share one.
int height_px(const ChartSpec& chart)
{
    const auto* tornado = std::get_if<Tornado>(&chart.plot);
    return tornado ? 90 + 34 * static_cast<int>(tornado->bars.size()) : 280;
}

} // namespace

std::string html_of(const Paragraph& paragraph)
{
    constexpr std::string_view classes[] = {"", " class=\"lead\"", " class=\"note\""};
    return fmt::format("<p{}>{}</p>\n", classes[static_cast<std::size_t>(paragraph.style)],
                       html_text(paragraph.text));
}

std::string html_of(const Bullets& bullets)
{
    std::string html = "<ul>\n";
    for (const std::string& item : bullets.items)
        html += fmt::format("<li>{}</li>\n", html_text(item));
    return html + "</ul>\n";
}

std::string html_of(const KeyFigures& figures)
{
    std::string html = "<div class=\"tiles\">\n";
    if (!figures.title.empty())
        html += fmt::format("<h3>{}</h3>\n", html_text(figures.title));
    for (const KeyFigure& figure : figures.figures)
        html += fmt::format("<div class=\"tile\"><span class=\"label\">{}</span><span class=\"figure{}\">{}"
                            "</span><span class=\"about\">{}</span></div>\n",
                            html_text(figure.label),
                            figure.cell.tone == Tone::better  ? " better"
                            : figure.cell.tone == Tone::worse ? " worse"
                                                              : "",
                            cell_html(figure.cell), html_text(figure.note));
    return html + "</div>\n";
}

std::string html_of(const DataTable& table)
{
    std::string html = "<div class=\"scroll table\"><table>\n";
    if (!table.title.empty())
        html += fmt::format("<caption>{}</caption>\n", html_text(table.title));
    html += rows_html(table) + "\n</table></div>\n";
    if (!table.note.empty())
        html += fmt::format("<p class=\"note\">{}</p>\n", html_text(table.note));
    return html;
}

std::string html_of(const ChartSpec& chart)
{
    if (const auto* map = std::get_if<HeatMap>(&chart.plot))
        return heat_html(chart, *map);
    return fmt::format("<figure class=\"chart\">\n{}<div class=\"canvas\" style=\"height:{}px\"><canvas "
                       "role=\"img\" aria-label=\"{}\"></canvas></div>\n<script type=\"application/json\">{}"
                       "</script>\n<details><summary>Figures</summary><div class=\"scroll\"><table>\n{}\n"
                       "</table></div></details>\n</figure>\n",
                       caption_html(chart), height_px(chart), html_text(chart.title),
                       script_json(chart_json(chart)), rows_html(table_of(chart)));
}

std::string html_of(const Heading& heading)
{
    return fmt::format("<h3>{}</h3>\n", html_text(heading.text));
}

} // namespace switchroom::report
