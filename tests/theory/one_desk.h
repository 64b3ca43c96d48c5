#pragma once
/// One kind of call, one desk, steady state: the setting of most tables.

#include "tests/theory/judge.h"
#include "tests/theory/scenario_text.h"

#include <limits>
#include <string>

namespace switchroom::theory {

struct Desk {
    std::string family;
    double agents = 1.0;
    double load = 0.0; ///< erlang
    double handle_s = 0.0;
    std::string service;          ///< table form
    std::string patience = "inf"; ///< table form
    double within_s = 20.0;
    double trunks = std::numeric_limits<double>::infinity();
    double warm_up_s = 0.0;
    double calls = 2e6; ///< of all replications together, about; at least a day for each of them
};

double calls_per_second(const Desk& desk);

/// Seconds that one replication measures.
double span_s(const Desk& desk);

Trial trial_of(const Desk& desk, const std::string& name);

/// Table form of an exponential law; "inf" for an infinite mean.
std::string exponential(double mean_s);

/// A warm-up for queues that callers leave: ten times a handle time and a patience.
double warm_up_with_patience_s(double handle_s, double patience_s);

} // namespace switchroom::theory
