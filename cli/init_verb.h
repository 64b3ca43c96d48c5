#pragma once
/// switchroom init [TEMPLATE]: a first scenario file from the library.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int init_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
