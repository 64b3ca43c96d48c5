#pragma once
/// `switchroom check SCENARIO…`: every error of every file, and what was understood of the good ones.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

/// Status 0: all files can be read (warnings do not count); 2: one of them
/// has an error, or the arguments are wrong. With --json one document on `out`: {"ok":…, "errors":[…],
/// "warnings":[…]}.
int check_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
