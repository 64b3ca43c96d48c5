#pragma once
/// The border of the solvers: what they accept, and one sentence for each thing that they do not.
///
/// Every solver begins with an InputCheck and returns its errors, all at once, instead of ever computing with
/// nonsense.

#include "sim/base/result.h"

#include <string_view>

namespace switchroom::erlang {

/// The largest number of agents, lines, sources and erlangs that the solvers take; a hundred times the
/// largest centres that exist.
inline constexpr double largest_count = 1e8;

/// Collects what is wrong with the input of a solver. `name` is said in the message: "agents must be …, not
/// -3".
class InputCheck {
public:
    /// 1 … largest_count; fractions are allowed where `whole` is false.
    InputCheck& agents(double value, bool whole = false);
    /// 0 … largest_count.
    InputCheck& load(double value);
    /// Finite and > 0 (mean handle time, delays).
    InputCheck& positive(std::string_view name, double value);
    /// Finite and ≥ 0 (thresholds T).
    InputCheck& not_negative(std::string_view name, double value);
    /// ≥ 0, infinity allowed (patience).
    InputCheck& time_or_infinity(std::string_view name, double value);
    /// Mean patience: ≥ 0; infinity, or at most 10^12 mean handle times.
    InputCheck& patience(double patience_s, double handle_s);
    /// 0 … 1.
    InputCheck& probability(std::string_view name, double value);
    /// A whole number from `least` to largest_count.
    InputCheck& whole(std::string_view name, double value, double least);
    /// An error of its own wording unless `fine`.
    InputCheck& require(bool fine, std::string_view message);

    bool ok() const { return errors_.empty(); }
    const Diagnostics& errors() const { return errors_; }

private:
    void range_error(std::string_view name, std::string_view expected, double value);
    Diagnostics errors_;
};

} // namespace switchroom::erlang
