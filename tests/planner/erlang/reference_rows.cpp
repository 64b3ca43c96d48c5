#include "tests/planner/erlang/reference_rows.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace switchroom::test {

namespace {

std::vector<std::string> split(const std::string& line)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

} // namespace

bool ReferenceRow::has(const std::string& column) const
{
    const auto field = fields.find(column);
    return field != fields.end() && !field->second.empty();
}

double ReferenceRow::number(const std::string& column) const
{
    return std::strtod(text(column).c_str(), nullptr);
}

std::vector<double> ReferenceRow::numbers(const std::string& column) const
{
    std::istringstream words(text(column));
    std::vector<double> values;
    for (std::string word; words >> word;)
        values.push_back(std::strtod(word.c_str(), nullptr));
    return values;
}

std::vector<ReferenceRow> reference_rows(const std::string& name)
{
    const std::string path = std::string(SWITCHROOM_SOURCE_DIR) + "/tests/planner/erlang/data/" + name;
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error("cannot read " + path);
    std::vector<ReferenceRow> rows;
    std::vector<std::string> header;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        const std::vector<std::string> fields = split(line);
        if (header.empty()) {
            header = fields;
            continue;
        }
        ReferenceRow row;
        for (std::size_t i = 0; i < header.size() && i < fields.size(); ++i)
            row.fields[header[i]] = fields[i];
        rows.push_back(row);
    }
    return rows;
}

double relative_error(double value, double reference)
{
    return reference == 0.0 ? std::fabs(value) : std::fabs(value - reference) / std::fabs(reference);
}

bool agrees(double value, double reference)
{
    return agrees_within(value, reference, 1e-8);
}

bool agrees_within(double value, double reference, double relative)
{
    if (std::fabs(reference) > 1e-6)
        return relative_error(value, reference) <= relative;
    return std::fabs(value - reference) <= 1e-12;
}

} // namespace switchroom::test
