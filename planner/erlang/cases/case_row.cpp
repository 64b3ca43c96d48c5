#include "planner/erlang/cases/case_row.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numbers>

namespace switchroom::erlang {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    text.remove_prefix(first);
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// NaN where the text is not wholly a number; a number too large or too small for a double becomes infinity
/// or 0.
double parse(std::string_view text)
{
    double value = std::numeric_limits<double>::quiet_NaN();
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || code == std::errc::invalid_argument)
        return std::numeric_limits<double>::quiet_NaN();
    return code == std::errc::result_out_of_range ? std::strtod(std::string(text).c_str(), nullptr) : value;
}

} // namespace

std::string number_text(double value)
{
    return std::isnan(value) ? std::string() : fmt::format("{:.17g}", value);
}

std::string number_text_from_ln(long double ln)
{
    if (std::isinf(ln))
        return ln < 0.0L ? "0" : "inf";
    const long double decimal = ln / std::numbers::ln10_v<long double>;
    const long double exponent = std::floor(decimal);
    const long double mantissa = std::exp(ln - exponent * std::numbers::ln10_v<long double>);
    return fmt::format("{:.16f}e{:.0f}", static_cast<double>(mantissa), static_cast<double>(exponent));
}

bool CaseRow::has(std::string_view column) const
{
    const auto found = inputs_.find(column);
    return found != inputs_.end() && !trimmed(found->second).empty();
}

double CaseRow::number(std::string_view column)
{
    if (!has(column)) {
        fail(fmt::format("{} is missing", column));
        return std::numeric_limits<double>::quiet_NaN();
    }
    const std::string_view cell = trimmed(inputs_.find(column)->second);
    const double value = parse(cell);
    if (std::isnan(value))
        fail(fmt::format("{} is not a number: '{}'", column, cell.substr(0, 40)));
    return value;
}

double CaseRow::number_or(std::string_view column, double otherwise)
{
    return has(column) ? number(column) : otherwise;
}

std::string CaseRow::text(std::string_view column)
{
    if (has(column))
        return std::string(trimmed(inputs_.find(column)->second));
    fail(fmt::format("{} is missing", column));
    return {};
}

void CaseRow::set(std::string_view column, double value)
{
    outputs_.insert_or_assign(std::string(column), number_text(value));
}

void CaseRow::set(std::string_view column, std::string value)
{
    outputs_.insert_or_assign(std::string(column), std::move(value));
}

void CaseRow::set(std::string_view column, double value, long double ln)
{
    const bool held = std::fabs(value) >= std::numeric_limits<double>::min() || std::isnan(value);
    set(column, held ? number_text(value) : number_text_from_ln(ln));
}

void CaseRow::fail(const Diagnostics& errors)
{
    errors_.insert(errors_.end(), errors.begin(), errors.end());
}

void CaseRow::fail(std::string message)
{
    errors_.push_back(error_in({}, std::move(message)));
}

std::string CaseRow::error_text() const
{
    std::string text;
    for (const Diagnostic& error : errors_)
        text += (text.empty() ? "" : "; ") + error.message;
    return text;
}

} // namespace switchroom::erlang
