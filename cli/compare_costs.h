#pragma once
/// What compared scenarios cost a month with all that they are charged: wages, vendors' invoices, technology,
/// lost callers.

#include "cli/run_options.h"
#include "sim/base/file_system.h"
#include "sim/experiment/comparison.h"
#include "sim/experiment/load_model.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace switchroom {

/// True if wages alone would mislead: some scenario has a contract or `[[costs]]`.
bool has_more_than_wages(const std::vector<LoadedModel>& all);

/// A table with a line a cost, the sums and their differences to the first scenario; vendors' months come
/// from `terms` simulated contract terms each. Precondition: the standard KPIs were collected. Errors: what a
/// contract's simulation refuses.
Result<std::string> costs_text(const Comparison& comparison, const std::vector<LoadedModel>& all,
                               const RunRequest& request, const FileSystem& files, std::ostream& err);

} // namespace switchroom
