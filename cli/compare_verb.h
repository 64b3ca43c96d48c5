#pragma once
/// switchroom compare A B…: the same callers through each scenario; paired differences to the first.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int compare_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
