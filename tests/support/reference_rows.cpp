#include "tests/support/reference_rows.h"

#include "sim/base/check.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace switchroom {

namespace {

/// One line of a file without newlines inside its quotes, which these tables do not have.
std::vector<std::string> fields_of(const std::string& line)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

double number_of(const std::string& text)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    SWITCHROOM_CHECK(!text.empty() && *end == '\0', "a reference table holds no number here");
    return value;
}

} // namespace

bool ReferenceRow::has(const std::string& column) const
{
    const auto found = fields_.find(column);
    return found != fields_.end() && !found->second.empty();
}

const std::string& ReferenceRow::text(const std::string& column) const
{
    const auto found = fields_.find(column);
    SWITCHROOM_CHECK(found != fields_.end(), "a reference table lacks this column");
    return found->second;
}

double ReferenceRow::number(const std::string& column) const
{
    return number_of(text(column));
}

std::vector<double> ReferenceRow::numbers(const std::string& column) const
{
    std::istringstream words(text(column));
    std::vector<double> values;
    for (std::string word; words >> word;)
        values.push_back(number_of(word));
    return values;
}

int ReferenceRow::integer(const std::string& column) const
{
    return static_cast<int>(number(column));
}

std::vector<ReferenceRow> reference_rows(const std::string& name)
{
    std::ifstream file(SWITCHROOM_SOURCE_DIR "/tests/reference/" + name + ".csv");
    SWITCHROOM_CHECK(file.good(), "a reference table is missing");
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> columns = fields_of(line);
    std::vector<ReferenceRow> rows;
    while (std::getline(file, line)) {
        const std::vector<std::string> fields = fields_of(line);
        SWITCHROOM_CHECK(fields.size() == columns.size(), "a row of a reference table has another length");
        std::map<std::string, std::string> row;
        for (std::size_t i = 0; i < columns.size(); ++i)
            row[columns[i]] = fields[i];
        rows.emplace_back(std::move(row));
    }
    SWITCHROOM_CHECK(!rows.empty(), "a reference table is empty");
    return rows;
}

} // namespace switchroom
