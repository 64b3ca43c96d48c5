#pragma once
/// The columns that a condition may speak of, how their values are written, and how a row answers.

#include "sim/calllog/call_log.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace switchroom {

/// Text or a number (seconds, days since 1970, seconds of the day, 0 or 1), whichever the column holds; the
/// other member stays empty.
struct RowValue {
    double number = 0.0;
    std::string text;
    friend std::partial_ordering operator<=>(const RowValue& a, const RowValue& b)
    {
        if (const auto order = a.number <=> b.number; order != 0)
            return order;
        return a.text <=> b.text;
    }
    friend bool operator==(const RowValue&, const RowValue&) = default;
};

struct RowColumn;

/// Null if there is no such column.
const RowColumn* find_row_column(std::string_view name);
std::string nearest_row_column(std::string_view name);
/// "call_id, queue, type, …".
std::string row_column_names();

/// A value as written for this column ("20s", "1999-01-15", "NW"); missing if it does not fit.
std::optional<RowValue> parse_row_value(const RowColumn& column, const std::string& text);
/// "a date such as 1999-01-15".
std::string expected_value(const RowColumn& column);
/// What the row has there; missing if it has nothing.
std::optional<RowValue> row_value(const RowColumn& column, const CallLog& log, const CallRow& row);

} // namespace switchroom
