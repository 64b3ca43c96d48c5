#pragma once
/// Square-root staffing: how far above (or below) the load to staff, in units of √load, and what comes of it
/// in the limit of large groups.
///
///   n = a + β √a                                                            the safety staffing β
///   Erlang C:  P(wait) → α(β) = [1 + β Φ(β)/φ(β)]^{−1},  β > 0 (Halfin & Whitt 1981) Erlang A:  P(wait) → [1
///   + √(θ/μ) h(β̂)/h(−β)]^{−1},  β̂ = β √(μ/θ), h = φ/(1 − Φ), any β             (Garnett, Mandelbaum & Reiman
///   2002)
///              √n·P(abandon) → √(θ/μ) [h(β̂) − β̂] · P(wait)
///
/// Three regimes by what is to be balanced: quality-driven n = a(1 + δ): hardly anybody waits;
/// efficiency-driven n = a(1 − δ): P(abandon) → δ and everybody waits about patience · ln(1/(1 − δ)); and
/// between them the square root. Rules of thumb with an error of a few agents at most: the exact inverses in
/// staffing.h are as cheap; these say why the answer is what it is, and how economies of scale work.

#include "sim/base/result.h"

namespace switchroom::erlang {

/// Limit of Erlang C's P(wait) at safety staffing beta > 0.
double halfin_whitt_wait(double beta);

/// Limits for Erlang A at safety staffing beta (any sign); patience_in_handles = mean patience / mean handle
/// time > 0.
struct GarnettLimits {
    double probability_wait = 0.0;
    double abandon_times_sqrt_n = 0.0; // √n · P(abandon)
};
GarnettLimits garnett_limits(double beta, double patience_in_handles);

/// n = a + β√a, rounded up, that makes P(wait) ≤ `wait` in the limit; Erlang C.
Result<double> halfin_whitt_agents(double load, double wait);

/// The same for Erlang A.
Result<double> garnett_agents(double load, double wait, double patience_in_handles);

enum class StaffingRegime { efficiency_driven, balanced, quality_driven };

/// By β = (n − a)/√a: beyond ±3 the limits of the balanced regime have nothing left to say.
StaffingRegime staffing_regime(double agents, double load);

/// Efficiency-driven limit, n < a: everybody waits about this long, and 1 − n/a of the callers give up.
struct EfficiencyLimits {
    double probability_abandon = 0.0;
    double wait_s = 0.0;
};
Result<EfficiencyLimits> efficiency_driven(double agents, double load, double patience_s);

} // namespace switchroom::erlang
