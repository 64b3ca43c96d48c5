#pragma once
/// switchroom simulate SCENARIO: runs replications and prints KPIs.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int simulate_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
