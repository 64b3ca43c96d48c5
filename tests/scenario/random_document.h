#pragma once
/// Makes scenarios of every shape: each key of the schema is left out, or set to a random value of its range.
/// They are documents, not sensible practices: names are rarely those of others.

#include "sim/scenario/scenario.h"

#include <cstdint>

namespace switchroom {

Scenario random_document(std::uint64_t seed);

} // namespace switchroom
