#pragma once
/// Paths in which people name things: "groups[front desk].agents" instead of "groups[0].agents".

#include "sim/base/result.h"
#include "sim/scenario/scenario.h"

#include <string>
#include <string_view>

namespace switchroom {

/// The same path by positions. Names stand for contacts, groups, routes (by one of their contacts), contracts
/// (by vendor), their clauses, profiles, lines and segments. Error: nobody is called so.
Result<std::string> positions_of(const Scenario& scenario, std::string_view path);

} // namespace switchroom
