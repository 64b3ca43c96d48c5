#pragma once
/// Checks the conditions of a step (see validation.h).

#include "sim/scenario/conditions.h"
#include "sim/scenario/validation.h"

#include <string>

namespace switchroom {

/// `has_groups`: there are groups to look at even where `of` names none.
void check_conditions(Validation& v, const std::string& path, const StepConditions& conditions,
                      bool has_groups);

} // namespace switchroom
