#pragma once
/// A table of texts and how it is set on a page of fixed width.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct Table {
    std::string title; ///< a line above; may be empty
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>>
        rows; ///< as long as headings; first column left, others right aligned
};

/// Characters that a UTF-8 text takes on a terminal (its code points).
std::size_t columns_of(std::string_view utf8);

/// The table in lines of at most `width` characters. Where its columns do not fit, it is cut into parts one
/// below the other, each beginning with the first column.
std::string to_text(const Table& table, std::size_t width = 100);

/// Text broken at spaces into lines of at most `width` characters, each beginning with `indent`.
std::string paragraph(std::string_view text, std::size_t width = 100, std::string_view indent = "");

} // namespace switchroom
