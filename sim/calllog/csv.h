#pragma once
/// Reads separated text as telephone systems really export it: `,` `;` tab or `|`, a byte-order mark, CRLF,
/// quoted fields with newlines inside, a last line that was cut off. Knows the line on which each record
/// starts, which a quality account needs.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct CsvOptions {
    std::optional<char>
        separator; ///< default: the one of , ; tab | that occurs most in the first line that is no comment
    bool quotes = true; ///< "…" may hold separators, newlines and "" for a quote
};

/// One pass over a text that must outlive the reader. Lines that start with `#` before the first record are
/// comments.
class CsvReader {
public:
    explicit CsvReader(std::string_view text, CsvOptions options = {});

    /// The next record into `fields` (reused, so that reading does not allocate once warm); false at the end.
    /// Blank lines are passed over.
    bool next(std::vector<std::string>& fields);
    /// Line on which the last record started, 1-based.
    std::int32_t line() const { return record_line_; }
    /// The last record ran into the end of the text: inside quotes, or without the newline that ends every
    /// other line.
    bool cut_off() const { return cut_off_; }
    /// It ended inside quotes: certainly damaged.
    bool quote_left_open() const { return quote_left_open_; }
    /// How much of the text has been read, in bytes.
    std::size_t position() const { return at_; }
    char separator() const { return separator_; }
    /// Comment lines before the first record, without `#` and blanks around.
    const std::vector<std::string>& comments() const { return comments_; }

private:
    void read_comments();
    void read_quoted(std::string& field);

    std::string_view text_;
    std::size_t at_ = 0;
    std::int32_t line_ = 1;
    std::int32_t record_line_ = 0;
    char separator_ = ',';
    bool quotes_ = true;
    bool cut_off_ = false;
    bool quote_left_open_ = false;
    std::vector<std::string> comments_;
};

/// Without blanks (spaces, tabs, carriage returns) at either end.
std::string_view trimmed(std::string_view text);

/// A whole field as a number; `decimal` is the mark before the fraction ('.' or ','). Missing if it is not
/// one or not finite.
std::optional<double> parse_number(std::string_view field, char decimal = '.');
/// A whole field as an integer.
std::optional<std::int64_t> parse_integer(std::string_view field);

} // namespace switchroom
