#pragma once
/// Erlang A under an uncertain arrival rate: the load of an interval is its mean times a busyness factor X,
/// Gamma with mean 1 and coefficient of variation cv; given X the queue is in steady state (Jongbloed & Koole
/// 2001; Avramidis, Deslauriers & L'Ecuyer 2004).
///
/// Long-run shares are E[count]/E[count]: busy intervals hold more of the calls, so X weighs them. They are
/// worse than at the mean rate, which is what plans made for the mean overlook.

#include "planner/erlang/staffing.h"

#include "sim/base/result.h"

#include <span>

namespace switchroom::erlang {

struct BusynessInput {
    double agents = 1.0;
    double mean_load = 0.0; // erlang
    double cv = 0.0;        // of X; 0 is a known rate
    double handle_s = 0.0;
    double patience_s = 0.0; // finite
    double awt_s = 0.0;
};

struct BusynessMeasures {
    double probability_wait = 0.0;    // long-run, of calls
    double probability_abandon = 0.0; // long-run, of calls
    double service_level = 0.0;       // long-run, F1
    double sd_of_service_level = 0.0; // over intervals with X drawn anew: how far one day is from another
    double fixed_rate_abandon = 0.0;  // at X = 1
    double fixed_rate_service_level = 0.0;
};

Result<BusynessMeasures> busyness(const BusynessInput& input);

/// The number of calls in an interval is negative binomial (Poisson where cv = 0).
struct CountLaw {
    double mean = 0.0;
    double cv = 0.0;

    double variance() const { return mean + mean * mean * cv * cv; }
    /// P(no call), as ln: it may be below the range of doubles.
    long double ln_zero() const;
    /// P(count ≤ k).
    double at_most(double k) const;
    /// The smallest k with P(count ≤ k) ≥ q, 0 < q < 1.
    double quantile(double q) const;
};

/// The value of X that is exceeded with probability `tail`.
double busyness_quantile(double cv, double tail);

/// The least number of agents that meets the targets with at least this probability over the busyness: the
/// targets at the load mean · (quantile of X), since more load only worsens them. queue.offered_load is the
/// mean.
Result<double> least_agents_with_probability(const QueueSpec& queue, std::span<const Target> targets,
                                             double cv, double probability);

/// The least number of agents whose long-run service level (F1, T = awt_s) reaches `service_level`. Erlang A.
Result<double> least_agents_in_the_long_run(BusynessInput input, double service_level);

} // namespace switchroom::erlang
