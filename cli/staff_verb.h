#pragma once
/// `switchroom staff`: agents per interval by formula or simulation, with shrinkage, hours and people.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int staff_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
