#pragma once
/// Agent groups and their skills in the compiled model.

#include "sim/centre/compile_context.h"

namespace switchroom {

/// Fills groups, their ids and their presence. Precondition: nothing of groups is compiled yet.
void compile_groups(CompileContext& context);

/// Fills the skills for the contacts that are in the model, a vendor's other clients included. Precondition:
/// groups are compiled and contact_ids holds every contact of the model; `other_clients` names, by group id,
/// the hidden contact (or none).
void compile_skills(const std::vector<std::uint32_t>& other_clients, CompileContext& context);

} // namespace switchroom
