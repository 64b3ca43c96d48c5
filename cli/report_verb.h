#pragma once
/// `switchroom report SCENARIO…`: a page for people about one scenario, or several on the same callers.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int report_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
