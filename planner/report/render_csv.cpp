#include "planner/report/render_csv.h"

#include "planner/report/half_width_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::report {

namespace {

class Writer {
public:
    explicit Writer(CsvStyle style) : style_(style) {}

    void text(std::string_view text) { field(quoted(harmless_text(text))); }

    void number(double value)
    {
        std::string digits = std::isfinite(value) ? fmt::format("{}", value) : "";
        if (style_ == CsvStyle::semicolon)
            std::replace(digits.begin(), digits.end(), '.', ',');
        field(digits);
    }

    void end_line()
    {
        csv_ += "\n";
        first_ = true;
    }

    std::string csv() && { return std::move(csv_); }

private:
    char separator() const { return style_ == CsvStyle::comma ? ',' : ';'; }

    std::string quoted(const std::string& text) const
    {
        if (text.find_first_of(std::string("\"\r\n") + separator()) == std::string::npos)
            return text;
        std::string out = "\"";
        for (const char c : text)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        return out + "\"";
    }

    void field(const std::string& text)
    {
        if (!first_)
            csv_ += separator();
        csv_ += text;
        first_ = false;
    }

    CsvStyle style_;
    std::string csv_;
    bool first_ = true;
};

void write(const DataTable& table, Writer& writer)
{
    const std::vector<bool> doubtful = columns_with_half_width(table);
    writer.text(table.title);
    writer.end_line();
    for (std::size_t c = 0; c < table.headings.size(); ++c) {
        writer.text(table.headings[c]);
        if (doubtful[c])
            writer.text("± " + table.headings[c]);
    }
    writer.end_line();
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (row[c].kind == CellKind::text)
                writer.text(row[c].text);
            else
                writer.number(row[c].value);
            if (doubtful[c])
                writer.number(row[c].half_width);
        }
        writer.end_line();
    }
}

} // namespace

std::string harmless_text(std::string_view text)
{
    constexpr std::string_view begins_a_formula = "=+-@\t\r\n";
    const bool dangerous = !text.empty() && begins_a_formula.find(text.front()) != std::string_view::npos;
    return (dangerous ? "'" : "") + std::string(text);
}

std::string to_csv(const Document& document, CsvStyle style)
{
    Writer writer(style);
    bool first = true;
    for (const DataTable& table : tables_of(document)) {
        if (!first)
            writer.end_line();
        write(table, writer);
        first = false;
    }
    return std::move(writer).csv();
}

} // namespace switchroom::report
