#include "planner/report/render_xlsx.h"

#include "planner/report/half_width_columns.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <unistd.h>

namespace switchroom::report {

namespace {

/// A file that the library may write to, gone when this is.
class TemporaryFile {
public:
    TemporaryFile()
    {
        std::error_code problem;
        const std::filesystem::path folder = std::filesystem::temp_directory_path(problem);
        std::string pattern = (problem ? std::string("/tmp") : folder.string()) + "/switchroom-XXXXXX";
        const int handle = mkstemp(pattern.data());
        if (handle < 0)
            return;
        close(handle);
        path_ = pattern;
    }
    ~TemporaryFile()
    {
        std::error_code ignored;
        if (!path_.empty())
            std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::string& path() const { return path_; }

    std::string content() const
    {
        std::ifstream file(path_, std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        return bytes.str();
    }

private:
    std::string path_;
};

/// The formats of a workbook, each made once.
class Formats {
public:
    explicit Formats(lxw_workbook* book) : book_(book) {}

    lxw_format* of(const std::string& number_format)
    {
        lxw_format*& format = made_[number_format];
        if (!format) {
            format = workbook_add_format(book_);
            format_set_num_format(format, number_format.c_str());
        }
        return format;
    }
    lxw_format* bold()
    {
        if (!bold_) {
            bold_ = workbook_add_format(book_);
            format_set_bold(bold_);
        }
        return bold_;
    }
    lxw_format* wrapped()
    {
        if (!wrapped_) {
            wrapped_ = workbook_add_format(book_);
            format_set_text_wrap(wrapped_);
            format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        }
        return wrapped_;
    }

private:
    lxw_workbook* book_;
    std::map<std::string, lxw_format*> made_;
    lxw_format* bold_ = nullptr;
    lxw_format* wrapped_ = nullptr;
};

/// A currency inside a number format's quotes; quotes of its own would end them.
std::string quotable(std::string currency)
{
    std::erase(currency, '"');
    return currency;
}

/// How a spreadsheet shows the unit.
std::string number_format(const Cell& cell)
{
    switch (cell.unit) {
    case KpiUnit::share:
        return "0.00%";
    case KpiUnit::seconds:
        return "#,##0.0\" s\"";
    case KpiUnit::hours:
        return "#,##0.0\" h\"";
    case KpiUnit::money:
        return "#,##0.00\" " + quotable(cell.currency) + "\"";
    case KpiUnit::count:
    case KpiUnit::calls:
    case KpiUnit::agents:
        break;
    }
    return "#,##0.00";
}

void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double value, lxw_format* format)
{
    if (std::isfinite(value))
        worksheet_write_number(sheet, row, column, value, format);
}

void write_table(const DataTable& table, lxw_worksheet* sheet, Formats& formats)
{
    const std::vector<bool> doubtful = columns_with_half_width(table);
    lxw_col_t column = 0;
    for (std::size_t c = 0; c < table.headings.size(); ++c) {
        worksheet_set_column(sheet, column, column, c == 0 ? 34 : 16, nullptr);
        worksheet_write_string(sheet, 0, column++, table.headings[c].c_str(), formats.bold());
        if (doubtful[c])
            worksheet_write_string(sheet, 0, column++, ("± " + table.headings[c]).c_str(), formats.bold());
    }
    lxw_row_t line = 1;
    for (const auto& row : table.rows) {
        column = 0;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const Cell& cell = row[c];
            if (cell.kind == CellKind::text)
                worksheet_write_string(sheet, line, column++, cell.text.c_str(), nullptr);
            else
                write_number(sheet, line, column++, cell.value, formats.of(number_format(cell)));
            if (doubtful[c] && cell.kind == CellKind::text)
                ++column;
            else if (doubtful[c])
                write_number(sheet, line, column++, cell.half_width, formats.of(number_format(cell)));
        }
        ++line;
    }
    worksheet_freeze_panes(sheet, 1, 1);
}

/// Headings, paragraphs and lists of the document, a line each.
void write_words(const Document& document, lxw_worksheet* sheet, Formats& formats)
{
    lxw_row_t line = 0;
    const auto write = [&](const std::string& text, lxw_format* format) {
        worksheet_write_string(sheet, line++, 0, text.c_str(), format);
    };
    worksheet_set_column(sheet, 0, 0, 110, nullptr);
    write(document.title, formats.bold());
    write(document.subtitle, formats.wrapped());
    for (const Block& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            ++line;
            write(heading->text, formats.bold());
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block))
            write(paragraph->text, formats.wrapped());
        else if (const auto* bullets = std::get_if<Bullets>(&block))
            for (const std::string& item : bullets->items)
                write("• " + item, formats.wrapped());
    }
}

/// A date of creation is part of the file; a fixed one (2000-01-01) keeps the bytes the same.
void fix_properties(lxw_workbook* book, std::string title)
{
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = 946684800;
    workbook_set_properties(book, &properties);
}

} // namespace

Result<std::string> to_xlsx(const Document& document)
{
    const TemporaryFile file;
    lxw_workbook* book = file.path().empty() ? nullptr : workbook_new(file.path().c_str());
    if (!book)
        return error_in("", "no temporary file could be made for the workbook");
    fix_properties(book, document.title);
    Formats formats(book);
    const std::vector<DataTable> tables = tables_of(document);
    std::vector<std::string> titles{"Report"};
    for (const DataTable& table : tables)
        titles.push_back(table.title);
    const std::vector<std::string> names = sheet_names(titles);
    write_words(document, workbook_add_worksheet(book, names[0].c_str()), formats);
    for (std::size_t t = 0; t < tables.size(); ++t)
        write_table(tables[t], workbook_add_worksheet(book, names[t + 1].c_str()), formats);
    const lxw_error problem = workbook_close(book);
    if (problem != LXW_NO_ERROR)
        return error_in("", fmt::format("the workbook could not be written: {}", lxw_strerror(problem)));
    return file.content();
}

} // namespace switchroom::report
