#pragma once
/// Ranking and selection: which of several scenarios is the best in a figure, spending runs only where that
/// is still open.
///
/// The fully sequential procedure KN of Kim & Nelson (2001), "A fully sequential procedure for
/// indifference-zone selection in simulation", ACM TOMACS 11(3), 251–273, with c = 1. For k scenarios,
/// indifference δ, error α and first stage n0:
///   η  = ½ ((2α / (k − 1))^(−2 / (n0 − 1)) − 1),   h² = 2 η (n0 − 1)
///   S²_il = sample variance of the first n0 differences of i and l
///   W_il(r) = max(0, δ / (2 r) · (h² S²_il / δ² − r))
/// After r = n0, n0 + 1, … runs a scenario stays if its mean is at least every other's less W_il(r). When one
/// is left it is chosen: if the best is better than the others by δ or more, it is chosen with probability at
/// least 1 − α; else one within δ of the best is. Common random numbers are allowed and make S²_il, and so
/// the work, smaller. The figure of each run is taken as normal, which sums over many calls nearly are.

#include "sim/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace switchroom {

struct SelectionOptions {
    double indifference = 0.01; ///< δ > 0, in the figure's unit: smaller differences do not matter
    double error = 0.05;        ///< α, 0 < α < 1 − 1/k
    std::int64_t first_stage = 30;
    std::int64_t at_most = 10000; ///< runs of a scenario; then it is not decided
    bool higher_is_better = true;
};

/// What became of one scenario.
struct SelectionCandidate {
    std::int64_t runs = 0;          ///< until it was dropped or the end came
    std::int64_t dropped_after = 0; ///< 0: not dropped
    double mean = 0.0;              ///< of its runs' figures
    double half_width = 0.0;        ///< 95 %, of those
};

struct Selection {
    std::size_t chosen = 0; ///< decided or not: the best so far
    bool decided = false;
    bool stopped_early = false; ///< somebody asked to stop
    std::vector<SelectionCandidate> candidates;
};

/// Figures of the runs from … from + count − 1 of these scenarios, in their order; fewer runs if somebody
/// asked to stop. Errors: a run without a figure.
using MoreRuns = std::function<Result<std::vector<std::vector<double>>>(
    const std::vector<std::size_t>& who, std::int64_t from, std::int64_t count)>;

/// Looks after every run; asks for `block` more at a time, whatever that is the answer is the same.
/// Precondition: two or more scenarios. Errors are those of `more`.
Result<Selection> select_best(std::size_t scenarios, const SelectionOptions& options, const MoreRuns& more,
                              std::int64_t block = 30);

} // namespace switchroom
