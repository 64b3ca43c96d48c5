#pragma once
/// What keeps callers from being served, in plain words: where the calls go that nobody answers, when that
/// happens, and whether more people or other hours would help.

#include "planner/report/report_input.h"

#include <string>
#include <vector>

namespace switchroom::report {

/// One way in which calls end that a person might have answered.
enum class LossKind { turned_away, blocked, abandoned, voicemail_hang_ups };
struct Loss {
    LossKind kind = LossKind::abandoned;
    double share = 0.0; ///< of all attempts
};

/// The ways that cost at least one call in a hundred, the costliest first.
std::vector<Loss> losses_of(const ExperimentResult& result);

/// How much of the week's abandonment falls into how few of its steps.
struct WorstSteps {
    std::size_t steps = 0;      ///< the fewest that hold half of those who hang up; 0: nobody does
    std::size_t with_calls = 0; ///< of the week
    std::size_t worst = 0;      ///< row with the most of them
};
WorstSteps worst_steps(const std::vector<RowResult>& rows);

/// A sentence for each thing that costs calls, the costliest first; one sentence that nothing does where
/// nothing does.
std::vector<std::string> what_limits(const ReportInput& input, std::size_t scenario);

} // namespace switchroom::report
