#pragma once
/// Compares a ratio of totals over replications with its exact value.

#include "sim/centre/replication.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace switchroom::test {

/// A replication's numerator and denominator.
using PairOf = std::function<std::pair<double, double>(const ReplicationResult&)>;

/// Total over total within four standard errors (delta method over replications) of the exact value: false
/// alarm 6e-5, the seed is fixed. The standard error must be below `sharp`, else the comparison would see
/// nothing.
inline void check_ratio(const CentreModel& model, int replications, const PairOf& pair_of, double exact,
                        double sharp)
{
    Workspace workspace;
    std::vector<std::pair<double, double>> pairs;
    double numerator = 0.0;
    double denominator = 0.0;
    for (int r = 0; r < replications; ++r) {
        const ReplicationResult& result =
            run_replication(model, {.seed = 11, .replication = static_cast<std::uint64_t>(r)}, workspace);
        REQUIRE(result.checks.all_hold());
        pairs.push_back(pair_of(result));
        numerator += pairs.back().first;
        denominator += pairs.back().second;
    }
    const double ratio = numerator / denominator;
    double squares = 0.0;
    for (const auto& [top, bottom] : pairs)
        squares += (top - ratio * bottom) * (top - ratio * bottom);
    const double error = std::sqrt(squares * replications / (replications - 1.0)) / denominator;
    CAPTURE(ratio);
    CAPTURE(exact);
    CAPTURE(error);
    CHECK(error < sharp);
    CHECK(std::abs(ratio - exact) < 4.0 * error);
}

} // namespace switchroom::test
