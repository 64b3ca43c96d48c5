#include "planner/erlang/cases/csv_table.h"

#include <algorithm>
#include <fmt/format.h>

namespace switchroom::erlang {

namespace {

/// Cuts one record off the front of `rest`. False if a quote does not end.
bool take_record(std::string_view& rest, std::vector<std::string>& cells, int& lines)
{
    cells.assign(1, {});
    bool quoted = false;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        const char c = rest[at];
        lines += c == '\n';
        if (quoted && c == '"' && at + 1 < rest.size() && rest[at + 1] == '"') {
            cells.back() += '"';
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            cells.emplace_back();
        } else if (!quoted && c == '\n') {
            ++at;
            break;
        } else if (quoted || c != '\r') {
            cells.back() += c;
        }
    }
    rest.remove_prefix(at);
    return !quoted;
}

std::string quoted(const std::string& cell)
{
    if (cell.find_first_of(",\"\n\r") == std::string::npos)
        return cell;
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

void append_record(std::string& text, const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "" : ",") + quoted(cells[i]);
    text += '\n';
}

} // namespace

std::size_t CsvTable::column(std::string_view name) const
{
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? npos : static_cast<std::size_t>(found - header.begin());
}

std::size_t CsvTable::column_or_add(std::string_view name)
{
    const std::size_t place = column(name);
    if (place != npos)
        return place;
    header.emplace_back(name);
    for (auto& row : rows)
        row.emplace_back();
    return header.size() - 1;
}

Result<CsvTable> read_csv(std::string_view text, const std::string& file_name)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.substr(0, 3) == byte_order_mark)
        text.remove_prefix(3);
    CsvTable table;
    Diagnostics errors;
    std::vector<std::string> cells;
    for (int line = 1; !text.empty();) {
        const int first_line = line;
        if (!take_record(text, cells, line))
            errors.push_back(
                {Severity::error, {file_name, first_line, 0}, "a quote that begins here never ends"});
        if (cells.size() == 1 && cells.front().empty())
            continue;
        if (table.header.empty())
            table.header = cells;
        else if (cells.size() == table.header.size())
            table.rows.push_back(cells);
        else
            errors.push_back(
                {Severity::error,
                 {file_name, first_line, 0},
                 fmt::format("{} cells where the header has {}", cells.size(), table.header.size())});
    }
    if (table.header.empty())
        errors.push_back(error_in(file_name, "the file is empty; its first line should name the columns"));
    if (!errors.empty())
        return errors;
    return table;
}

std::string to_csv(const CsvTable& table)
{
    std::string text;
    append_record(text, table.header);
    for (const auto& row : table.rows)
        append_record(text, row);
    return text;
}

} // namespace switchroom::erlang
