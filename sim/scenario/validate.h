#pragma once
/// What the schema alone cannot see: names that nobody has, laws that cannot be, sources that go round in
/// circles, promises without a limit. Everything is reported at once.

#include "sim/scenario/reporter.h"
#include "sim/scenario/scenario.h"

namespace switchroom {

/// Reports errors and warnings about `scenario`, whose paths are those of `report`'s source map. Parts that
/// could not be read are passed over.
void validate(const Scenario& scenario, Reporter& report);

} // namespace switchroom
