#pragma once
/// A promise said in one line, as one says it on the telephone.

#include "sim/base/result.h"
#include "sim/scenario/contract.h"

#include <string>
#include <string_view>

namespace switchroom {

/// "95% within 30s per month"                     service level, F1
/// "80% within 20s per week by F5 short 5s"       another formula, by id or name
/// "answered 95% per month"                       answer rate
/// "abandonment 5% per day"                       at most so many hang up
/// "asa 45s per quarter"                          at most so long a mean wait
/// Windows: interval, hour, day, week, month, quarter, year, term. Errors say what was found and what such a
/// line looks like.
Result<SlaClause> parse_promise(std::string_view sentence);

} // namespace switchroom
