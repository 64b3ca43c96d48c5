#pragma once
/// Rows of the reference tables in tests/reference, by column name. A missing file or column is a failed
/// check: a test must never pass because its reference was not there.

#include <map>
#include <string>
#include <vector>

namespace switchroom {

class ReferenceRow {
public:
    explicit ReferenceRow(std::map<std::string, std::string> fields) : fields_(std::move(fields)) {}
    bool has(const std::string& column) const; ///< there, and not empty
    const std::string& text(const std::string& column) const;
    double number(const std::string& column) const; ///< "inf" is infinity; below the doubles' range: 0
    /// A field of several numbers with spaces between.
    std::vector<double> numbers(const std::string& column) const;
    int integer(const std::string& column) const;

private:
    std::map<std::string, std::string> fields_;
};

/// `name` without folder and ending: reference_rows("erlang_a").
std::vector<ReferenceRow> reference_rows(const std::string& name);

} // namespace switchroom
