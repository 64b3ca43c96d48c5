#pragma once
/// Engset: a loss system with a finite number of callers. N sources, n lines; an idle source calls at a rate
/// that makes α erlang (rate × mean handle time); a blocked call is lost and its source is idle again.
///
///   P(k lines busy) ∝ C(N, k) α^k,  k = 0 … n;   a call meets the system of N − 1 other sources (Engset
///   1918)
///
/// Insensitive to the law of the handle time. Cost O(√N): the binomial weight at n in closed form, and one
/// short sum beside it.

#include "sim/base/result.h"

namespace switchroom::erlang {

struct Engset {
    double servers = 0.0;
    double sources = 0.0;
    double load_per_idle_source = 0.0; // erlang
    double time_congestion = 0.0;      // share of time in which all lines are busy
    double call_congestion = 0.0;      // share of calls that are blocked
    double offered_load = 0.0;         // erlang: α × mean number of idle sources
    double carried_load = 0.0;         // erlang
    double occupancy = 0.0;            // carried / servers
};

/// servers ≥ 1 and sources ≥ 1 whole, load_per_idle_source ≥ 0.
Result<Engset> engset(double servers, double sources, double load_per_idle_source);

/// The least number of lines that blocks at most `call_congestion` of the calls.
Result<double> least_engset_servers(double sources, double load_per_idle_source, double call_congestion);

} // namespace switchroom::erlang
