#pragma once
/// Canonical rows as a CSV file that import reads back. Callers and agents are left out: identities never
/// reach an output, not even as hashes.

#include "sim/calllog/call_log.h"

#include <string>
#include <vector>

namespace switchroom {

/// `comments` become lines before the header. Instants keep their offset, times are rounded to milliseconds;
/// what is missing is an empty field.
std::string to_canonical_csv(const CallLog& log, const std::vector<std::string>& comments);

} // namespace switchroom
