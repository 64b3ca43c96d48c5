#pragma once
/// The distributions of the scenario format: talk, wrap-up, patience, delays, busyness.
///
/// A Distribution is the law of X = shift + Y given X ≤ at_most, where Y has the family's law: truncation
/// conditions, it does not pile mass up at the limit, so X's quantile at u is Y's at u·P(Y ≤ at_most −
/// shift). Mean and cv given to a constructor are Y's; mean(), variance(), cdf() and the others speak of X.
///
/// Units: X in seconds, or a pure number for factors (busyness). The lengths of the parameters carry that
/// unit, the shapes are pure, so that scaling multiplies lengths alone: doubling a mean (or scaled(d, 2))
/// doubles every draw exactly.
///
/// One uniform makes one draw. `sample` is the quantile function, increasing in u, but for
///   · hyperexponential and mixture: u selects the part and, rescaled to the part's share, is used again
///   inside it (the
///     same law, not the quantile; with at_most they fall back to the quantile, found by bisection);
///   · gamma and erlang: the quantile from a table made once per shape, relative error below 1e-9 (`quantile`
///   is exact).
/// No result depends on the C library's mathematics, so the bits are the same on every machine.
///
///   const Distribution talk = *from_mean_cv(Family::lognormal, 190.0, 0.85);
///   const double seconds = sample(talk, uniform(key, {.number = 17, .date = 20514}, Purpose::handle));
///
/// Values are immutable once made and may be read by any thread. Impossible parameters from a file are
/// Diagnostics without a place (the reader of the file adds it); the functions of namespace `law` take
/// parameters known to be good and check them.

#include "sim/base/result.h"
#include "sim/random/family.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace switchroom {

struct DistributionTable; // distribution_table.h: what four families know beyond a few numbers

/// A plain value; make one with the functions below, which see to the invariants (0 < mass ≤ 1; a table
/// exactly where the family needs one).
struct Distribution {
    Family family = Family::constant;
    std::array<double, 3> length{};
    std::array<double, 2> shape{};
    double shift = 0.0;
    double at_most = std::numeric_limits<double>::infinity();
    double mass = 1.0; ///< P(Y ≤ at_most − shift)
    std::shared_ptr<const DistributionTable> table;
};

/// The family's name in scenario files, and back.
std::string_view to_text(Family family);
std::optional<Family> family_from_text(std::string_view name);

// ---- making ----

/// A family given by mean ≥ 0 (> 0 but for constant) and coefficient of variation. Where cv is not given:
/// constant 0, exponential 1, an error for the others. Errors: what the family cannot be (constant cv ≠ 0,
/// exponential cv ≠ 1, erlang cv not 1/√k within 0.5 %, hyperexponential cv < 1, uniform cv > 1/√3,
/// triangular cv > 1/√6; empirical, mixture and hazard have no such form). hyperexponential has balanced
/// means (p·m1 = (1 − p)·m2); uniform and triangular are symmetric about the mean.
Result<Distribution> from_mean_cv(Family family, double mean, std::optional<double> cv);

/// 0 ≤ low ≤ mode ≤ high, low < high.
Result<Distribution> make_triangular(double low, double mode, double high);
/// Observed values ≥ 0, at least one; sorted here.
Result<Distribution> make_empirical(std::vector<double> values);
/// As many weights ≥ 0 as parts, not all 0; weights need not sum to 1. Parts may be any distribution,
/// constant 0 included.
Result<Distribution> make_mixture(std::vector<Distribution> parts, std::vector<double> weights);
/// Rate `rates[i]` (per second) holds on [edges[i], edges[i + 1]), the last for ever; edges[0] = 0,
/// increasing; rates ≥ 0. With a last rate of 0 the variate is infinite with the probability that is left.
Result<Distribution> make_hazard(std::vector<double> edges, std::vector<double> rates);

/// d + shift; a limit set before moves along. shift finite, d + shift ≥ 0.
Result<Distribution> shifted(Distribution d, double shift);
/// d given that it is ≤ at_most; an error where that has probability 0.
Result<Distribution> truncated(Distribution d, double at_most);

/// factor × X, factor > 0 and finite. Exact in every draw for powers of two.
Distribution scaled(Distribution d, double factor);
/// X / mean(X): a factor of mean 1 (busyness). Precondition: 0 < mean < ∞.
Distribution unit_mean(const Distribution& d);

/// Native parameters known to be good (tests, our own defaults); a broken precondition fails a check.
namespace law {
Distribution constant(double value);
Distribution exponential(double mean);
Distribution lognormal(double mean, double standard_deviation);
Distribution gamma(double shape, double mean);
Distribution weibull(double shape, double scale);
Distribution erlang(int stages, double mean);
Distribution hyperexponential(double probability_1, double mean_1, double mean_2);
Distribution uniform(double low, double high);
} // namespace law

// ---- what it is ----

double mean(const Distribution& d);               ///< may be infinite (hazard)
double variance(const Distribution& d);           ///< may be infinite (hazard)
double cv(const Distribution& d);                 ///< standard deviation / mean; 0 for a mean of 0
double cdf(const Distribution& d, double x);      ///< P(X ≤ x)
double survival(const Distribution& d, double x); ///< P(X > x), without loss in the far tail
/// Density; where X has atoms (constant, empirical) the probability of exactly x. A mixture adds its parts'
/// (atoms and densities are told apart by the caller).
double density(const Distribution& d, double x);
double log_density(const Distribution& d, double x);
/// Smallest x with P(X ≤ x) ≥ u, 0 ≤ u ≤ 1. Closed form or solved to about 1e-14 relative.
double quantile(const Distribution& d, double u);
/// Quantile of X given X > t: how much longer than t a caller holds on who has held on so far. ≥ t; t itself
/// where P(X > t) = 0.
double quantile_given_longer(const Distribution& d, double t, double u);
/// Σ log density over `exact` plus Σ log survival over `censored` (known only to be longer).
double log_likelihood(const Distribution& d, std::span<const double> exact,
                      std::span<const double> censored = {});

// ---- drawing ----

/// One draw from one uniform, 0 < u < 1. No allocation, no libm call.
double sample(const Distribution& d, double u);
/// out[i] = sample(d, u[i]), the same bits; vectorised. Of one length; may be the same array.
void sample_n(const Distribution& d, std::span<const double> u, std::span<double> out);

} // namespace switchroom
