#pragma once
/// Rows of a small CSV file under tests/planner/erlang/data, by column name.

#include <map>
#include <string>
#include <vector>

namespace switchroom::test {

/// One row: column name → text. Lines that start with # are passed over; fields may be quoted.
struct ReferenceRow {
    std::map<std::string, std::string> fields;
    const std::string& text(const std::string& column) const { return fields.at(column); }
    bool has(const std::string& column) const;
    /// Reads decimals, "inf", and values below the range of binary64 as 0.
    double number(const std::string& column) const;
    /// A field of several numbers, separated by spaces.
    std::vector<double> numbers(const std::string& column) const;
};

/// `name` such as "priority2.csv".
std::vector<ReferenceRow> reference_rows(const std::string& name);

/// |value − reference| / |reference|; |value| if the reference is 0.
double relative_error(double value, double reference);

/// The accuracy promised for transforms, integrals and transients: 1e-8 relative above 1e-6, else 1e-12
/// absolute.
bool agrees(double value, double reference);
/// As agrees(), with a relative accuracy of one's own.
bool agrees_within(double value, double reference, double relative);

} // namespace switchroom::test
