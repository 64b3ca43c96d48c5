#pragma once
/// One question to a solver in named numbers, and its answer: what stands between a row of a CSV file (or the
/// flags of a command line) and a solver that knows only numbers.

#include "sim/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace switchroom::erlang {

/// 17 significant digits, which read back to the same bits; "inf", "-inf"; empty for an undefined value
/// (NaN).
std::string number_text(double value);

/// e^ln in decimals, also where no double can hold it: "9.7003127879824417e-12737". "0" for −infinity.
std::string number_text_from_ln(long double ln);

/// Inputs by column name, as text. Reading collects errors; the first reading of a wrong cell names it.
class CaseRow {
public:
    explicit CaseRow(std::map<std::string, std::string, std::less<>> inputs) : inputs_(std::move(inputs)) {}

    bool has(std::string_view column) const;
    /// The cell as a number ("inf" allowed, NaN not); an error and NaN where it is missing or not a number.
    double number(std::string_view column);
    /// As number(), `otherwise` where the cell is missing or empty.
    double number_or(std::string_view column, double otherwise);
    /// The cell as it stands; an error where it is missing.
    std::string text(std::string_view column);

    void set(std::string_view column, double value);
    void set(std::string_view column, std::string value);
    /// `value`, or e^ln written out where value has left the range of doubles.
    void set(std::string_view column, double value, long double ln);

    void fail(const Diagnostics& errors);
    void fail(std::string message);
    bool failed() const { return !errors_.empty(); }
    /// The errors in one line, "; " between them.
    std::string error_text() const;

    const std::map<std::string, std::string, std::less<>>& inputs() const { return inputs_; }
    const std::map<std::string, std::string, std::less<>>& outputs() const { return outputs_; }

private:
    std::map<std::string, std::string, std::less<>> inputs_;
    std::map<std::string, std::string, std::less<>> outputs_;
    Diagnostics errors_;
};

} // namespace switchroom::erlang
