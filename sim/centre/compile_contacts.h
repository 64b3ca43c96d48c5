#pragma once
/// Contact types in the compiled model: those that people serve, and a vendor's other clients.

#include "sim/centre/compile_context.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// True of a contact that arrives by itself or that something else in the file creates: it becomes a contact
/// of the model. A contact that others are split from has only arrivals and is not served.
bool is_served(const Scenario& scenario, std::size_t contact);

/// Gives every contact of the model its id and name: those of the scenario in the order of the file, then the
/// other clients of shared groups. Returns the latter's ids by group (none where a group is not shared).
std::vector<std::uint32_t> name_contacts(CompileContext& context);

/// Fills the contacts: times, patience, redials, route, line, arrivals, and the hours in which they are open
/// (a change of period). Precondition: name_contacts, compile_groups, compile_skills.
void compile_contacts(const std::vector<std::uint32_t>& other_clients, CompileContext& context);

} // namespace switchroom
