#pragma once
/// `switchroom verify`: whether promises are kept, in simulated terms to come or in a recorded log.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int verify_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
