#pragma once
/// Every call of one replication as a call log (canonical columns, docs/call-logs.md), which measure reads
/// back.

#include "sim/experiment/load_model.h"

#include <cstdint>
#include <string>

namespace switchroom {

/// Runs replication 0 once more and writes it down. Calls turned away are written as blocked and those that
/// the end cut off are left out, which a comment in the file says. Memory O(calls).
std::string traced_calls(const LoadedModel& loaded, std::uint64_t seed);

} // namespace switchroom
