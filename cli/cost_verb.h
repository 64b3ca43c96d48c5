#pragma once
/// `switchroom cost`: what a scenario costs a month, line by line, and by call and settled need.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int cost_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
