#pragma once
/// "sl_awt >= 0.8 & occupancy <= 0.9": targets as a planner writes them, under the column names of the
/// models.

#include "planner/erlang/staffing.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::erlang {

struct NamedTarget {
    std::string name; // as written
    Target target;
};

/// MEASURE (<=|>=) NUMBER, joined by &. `awt_s` is the T of every service level. Errors name the part that is
/// not understood.
Result<std::vector<NamedTarget>> read_constraints(std::string_view text, double awt_s, double short_s = 0.0);

} // namespace switchroom::erlang
