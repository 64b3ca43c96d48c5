#pragma once
/// What the contracts of a loaded scenario come to, for verbs that show money beside other results.

#include "planner/contract/promise_study.h"
#include "sim/base/progress.h"
#include "sim/experiment/load_model.h"

namespace switchroom {

/// Terms behind an invoice that stands beside other figures.
inline constexpr std::int64_t terms_beside = 20;

/// The promises and invoices of the scenario's contracts over so many terms (twelve months where nothing is
/// promised); empty lists where it has no contract that charges or promises anything.
Result<PromiseStudy> vendor_study(const LoadedModel& loaded, const FileSystem& files,
                                  const LoadOptions& options, std::uint64_t seed, int threads,
                                  Progress& progress);

} // namespace switchroom
