#pragma once
/// What brings a contact of the model its calls: drawn from rates, or replayed from a log.

#include "sim/centre/compile_context.h"

#include <string>

namespace switchroom {

/// Fills the arrivals of contact `id` (pieces and factors, or the replay) from the table at `path`. `key` is
/// the contact's name or key; `hours` are those during which a constant rate holds. Precondition: the days of
/// the model are filled.
void compile_arrivals(const Arrivals& arrivals, const std::string& path, const std::string& key,
                      const Spans& hours, std::uint32_t id, CompileContext& context);

/// The part of another contact's arrivals that contact number `contact` of the scenario receives: independent
/// thinning of its source, whose busyness all parts share.
void compile_split(std::size_t contact, std::uint32_t id, CompileContext& context);

/// The factors that [uncertainty] puts on the rates and the handle times of a contact of this scenario.
void compile_uncertainty(const std::string& key, std::uint32_t id, CompileContext& context);

} // namespace switchroom
