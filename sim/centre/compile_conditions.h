#pragma once
/// Conditions of steps, predictors and announcements of the compiled model.

#include "sim/centre/compile_context.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// Adds what `when` says and returns its number; none where it says nothing. `default_groups`: looked at
/// where it names none. Precondition: groups are compiled.
std::uint32_t add_conditions(const std::optional<StepConditions>& when,
                             const std::vector<std::string>& default_groups, CompileContext& context);

/// Gives the contact its predictor and announcement. Precondition: its times are compiled.
void compile_predictor(const Contact& source, ModelContact& contact, CompileContext& context);

/// Mean service and patience, which predictors of those who share the contact's people look at.
void set_means(ModelContact& contact, const CompileContext& context);

/// The model's groups of this name: the group, and those of its people who are groups of one. Empty where
/// there is no such group.
std::vector<std::uint32_t> groups_of_name(const std::string& name, const CompileContext& context);

} // namespace switchroom
