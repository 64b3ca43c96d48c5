#pragma once
/// `switchroom measure LOG`: every KPI recomputed exactly from a call log.

#include <iosfwd>
#include <span>
#include <string>

namespace switchroom {

/// Documents go to `out`, messages for people to `err`; returns an ExitStatus (cli/verbs.h).
int measure_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
