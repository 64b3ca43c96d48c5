#pragma once
/// A small CSV file as it stands: header, rows of text. Quotes as in RFC 4180; cells are never interpreted
/// here.

#include "sim/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::erlang {

struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; // each as long as the header

    /// The column's place, or npos.
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    std::size_t column(std::string_view name) const;
    /// The column's place; added at the end, empty, where it is missing.
    std::size_t column_or_add(std::string_view name);
};

/// Rows with more or fewer cells than the header, a quote that never ends and an empty text are errors with
/// their line.
Result<CsvTable> read_csv(std::string_view text, const std::string& file_name);

std::string to_csv(const CsvTable& table);

} // namespace switchroom::erlang
