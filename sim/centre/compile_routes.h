#pragma once
/// Routes, offers and lines of the compiled model.

#include "sim/centre/compile_context.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// What a contact meets, and the groups that its open route may lead to.
struct CompiledRoute {
    std::uint32_t open = none;
    std::uint32_t closed = none; ///< none: turned away
    std::vector<std::uint32_t> open_groups;
    bool needs_people = true; ///< false: machines alone make up the open route, staffed or not
};

/// The route of a contact of the scenario: the one that names it, or, by default, one offer to every group
/// skilled for it, in the order of the file. Contacts of one route share its compiled form. Precondition:
/// groups and skills are compiled.
CompiledRoute route_of(const Contact& contact, std::uint32_t contact_id, CompileContext& context);

/// The route of a vendor's other clients: their vendor's group and nothing else.
CompiledRoute route_to_group(std::uint32_t group, CompileContext& context);

/// The line that a contact comes in by; none if it has no limit.
std::uint32_t line_of(const Contact& contact, CompileContext& context);

/// The scenario's groups of which somebody has a skill for a contact, in the order of the file.
std::vector<std::uint32_t> skilled_groups(const CentreModel& model, std::uint32_t contact_id);

} // namespace switchroom
