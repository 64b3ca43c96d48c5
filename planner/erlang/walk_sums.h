#pragma once
/// Sums over the steps of a random walk, Σ_{m ≥ 1} f(m) / m, when f is smooth in real m: at once from
/// saturation to idle.
///
/// Spitzer's identity turns the queue of M/D/n into such sums of Poisson probabilities. Next to saturation
/// 10^9 and more terms matter; from m = 128 on the sum is the integral with Gregory's end corrections, which
/// use values of f alone.

#include <cstddef>
#include <vector>

namespace switchroom::erlang {

/// Steps m (whole, then real) and weights (1/m included) such that Σ weight · f(step) ≈ Σ_m f(m)/m.
struct WalkSum {
    std::vector<double> step;
    std::vector<double> weight;
};

/// For f that vary with m on scales of √m and longer and are negligible beyond `last`.
WalkSum walk_sum(double last);

/// Poisson probability of `count` (real, by the gamma function) for mean `mean`, where excess = count − mean
/// is given exactly: Loader's (2000) saddle-point form, which keeps its relative accuracy at counts of 10^15.
double poisson_pmf(double count, double mean, double excess);

/// P(N ≥ count), N Poisson; for real count the regularised incomplete gamma function P(count, mean). excess =
/// count − mean.
double poisson_at_least(double count, double mean, double excess);

} // namespace switchroom::erlang
