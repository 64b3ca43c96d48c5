#pragma once
/// A clause told back in plain words, so that both sides see what the file really says.

#include "sim/scenario/contract.h"

#include <string>

namespace switchroom {

/// "In each calendar month at least 95 % of all calls are answered within 30 s of joining the queue
/// (answered/offered); otherwise 2 % of the invoice for each percentage point missed, at most 15 %." Says
/// everything that is not a default. `vendor` is who promises.
std::string clause_text(const SlaClause& clause, const std::string& vendor, const std::string& currency);

} // namespace switchroom
