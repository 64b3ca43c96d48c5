#pragma once
/// What a scenario is said to show, and what its run says to that, for people.

#include "sim/experiment/results.h"

#include <string>
#include <string_view>

namespace switchroom {

/// "met", "not met" or "undecided".
std::string_view to_text(Finding verdict);

/// "answer rate, appointments", with its hours, periods and the scenario that it is compared with.
std::string subject_of(const ExpectationResult& result);
/// "97.31 % ± 0.12", or a change: "+15.2 points ± 0.4", "−62.1 % ± 0.3".
std::string figure_of(const ExpectationResult& result, const std::string& currency);
/// "at least 95 %", "2 to 4 min".
std::string bounds_of(const ExpectationResult& result, const std::string& currency);

/// The table of all expectations, each with its origin in a line below; empty if there are none.
std::string expectations_text(const ExperimentResult& result);

} // namespace switchroom
