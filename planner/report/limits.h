#pragma once
/// What keeps callers from being served, in plain words: where the calls go that nobody answers, when that
/// happens, and whether more people or other hours would help.

#include "planner/report/report_input.h"

#include <string>
#include <vector>

namespace switchroom::report {

/// A sentence for each thing that costs calls, the costliest first; one sentence that nothing does where
/// nothing does.
std::vector<std::string> what_limits(const ReportInput& input, std::size_t scenario);

} // namespace switchroom::report
