#pragma once
/// `switchroom erlang MODEL`: one solver by flags, or every row of a CSV file.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

int erlang_verb(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace switchroom
