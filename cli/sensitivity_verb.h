#pragma once
/// `switchroom sensitivity SCENARIO [SCENARIO]`: what a figure hangs on; at which volume two scenarios are
/// equal.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int sensitivity_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
