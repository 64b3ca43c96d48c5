#include "planner/erlang/input.h"

#include <cmath>
#include <fmt/format.h>

namespace switchroom::erlang {

void InputCheck::range_error(std::string_view name, std::string_view expected, double value)
{
    errors_.push_back(error_in({}, fmt::format("{} must be {}, not {}", name, expected, value)));
}

InputCheck& InputCheck::agents(double value, bool whole_number)
{
    if (whole_number)
        return whole("agents", value, 1.0);
    if (!(value >= 1.0 && value <= largest_count))
        range_error("agents", "1 to 100 million", value);
    return *this;
}

InputCheck& InputCheck::load(double value)
{
    if (!(value >= 0.0 && value <= largest_count))
        range_error("offered load", "0 to 100 million erlang", value);
    return *this;
}

InputCheck& InputCheck::positive(std::string_view name, double value)
{
    if (!(value > 0.0 && std::isfinite(value)))
        range_error(name, "a finite number above 0", value);
    return *this;
}

InputCheck& InputCheck::not_negative(std::string_view name, double value)
{
    if (!(value >= 0.0 && std::isfinite(value)))
        range_error(name, "a finite number of at least 0", value);
    return *this;
}

InputCheck& InputCheck::time_or_infinity(std::string_view name, double value)
{
    if (!(value >= 0.0))
        range_error(name, "at least 0 (infinity is allowed)", value);
    return *this;
}

InputCheck& InputCheck::patience(double patience_s, double handle_s)
{
    time_or_infinity("mean patience", patience_s);
    constexpr double longest = 1e12;
    return require(!(std::isfinite(patience_s) && patience_s > longest * handle_s),
                   "mean patience is more than 10^12 handle times; say infinity");
}

InputCheck& InputCheck::probability(std::string_view name, double value)
{
    if (!(value >= 0.0 && value <= 1.0))
        range_error(name, "between 0 and 1", value);
    return *this;
}

InputCheck& InputCheck::whole(std::string_view name, double value, double least)
{
    if (!(value >= least && value <= largest_count && value == std::floor(value)))
        range_error(name, fmt::format("a whole number from {} to 100 million", least), value);
    return *this;
}

InputCheck& InputCheck::require(bool fine, std::string_view message)
{
    if (!fine)
        errors_.push_back(error_in({}, std::string(message)));
    return *this;
}

} // namespace switchroom::erlang
