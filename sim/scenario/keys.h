#pragma once
/// The schema: every key of a scenario file, once. A visitor is led over the keys of a struct and does its
/// own thing with each: reads it, writes it, describes it (see read_values.h, write.cpp, reference.cpp). To
/// add a key: a member in its struct, a line here.
///
///     v.key(name, member, help, limits)        may be left out; the member's initial value is the default
///     v.required(name, member, help, limits)   must be there
///     v.days(member, help)                     mon … sun, weekdays, weekend, every_day, beside the table's
///     other keys v.inside(member)                         the keys of a part that stand in the same table
///
/// Limits hold for numbers and counts; shares are always 0–1, durations never negative.

#include "sim/scenario/scenario.h"

#include <limits>
#include <string_view>

namespace switchroom {

/// least ≤ value ≤ most, or least < value where `open`.
struct Limits {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    bool open = false;
    bool finite = false; ///< durations: "inf" is not allowed
};

constexpr Limits at_least(double least)
{
    return {least, std::numeric_limits<double>::infinity(), false, false};
}
constexpr Limits above(double least)
{
    return {least, std::numeric_limits<double>::infinity(), true, true};
}
constexpr Limits between(double least, double most)
{
    return {least, most, false, false};
}

} // namespace switchroom

#include "sim/scenario/keys_conditions.h"
#include "sim/scenario/keys_contact.h"
#include "sim/scenario/keys_contract.h"
#include "sim/scenario/keys_group.h"
#include "sim/scenario/keys_scenario.h"
