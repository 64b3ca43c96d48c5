#pragma once
/// Calls that overflow from primary groups to a shared one, blocked calls lost: the exact chain for two
/// streams, and the two classical approximations by mean and variance of the overflow.
///
///   Riordan (in Wilkinson 1956):  M = a B(n, a),  V = M (1 − M + a/(n + 1 + M − a))
///   Wilkinson (equivalent random theory): the load A* on N* lines (real) whose overflow has the same M and
///   V; loss A* B(N* + m, A*)/M Hayward (Fredericks 1980): loss B(m/Z, M/Z) with peakedness Z = V/M

#include "sim/base/result.h"

namespace switchroom::erlang {

struct OverflowMoments {
    double mean = 0.0; // erlang
    double variance = 0.0;
    double peakedness() const { return mean > 0.0 ? variance / mean : 1.0; }
};

/// The overflow of `load` erlang of Poisson calls from `servers` ≥ 0 lines.
Result<OverflowMoments> overflow_moments(double servers, double load);

/// Share of the overflowing calls that `servers` shared lines lose; several independent streams add up in
/// mean and variance.
Result<double> hayward_loss(const OverflowMoments& stream, double servers);
Result<double> wilkinson_loss(const OverflowMoments& stream, double servers);

/// Two Poisson streams on groups of their own, overflowing to one shared group; exponential handle times of
/// one mean.
struct OverflowInput {
    double primary1 = 0.0; // whole, ≥ 0
    double primary2 = 0.0;
    double shared = 0.0;
    double load1 = 0.0; // erlang
    double load2 = 0.0;
};

struct OverflowExact {
    double loss1 = 0.0; // share of stream 1's calls that are lost
    double loss2 = 0.0;
    double carried_by_shared = 0.0; // erlang
    double loss_of_overflow = 0.0;  // share of the overflowing calls that the shared group loses
};

/// The chain of (busy in 1, busy in 2, busy in shared), solved directly. Up to some seconds of work, about 40
/// lines in each group; an error beyond.
Result<OverflowExact> overflow_exact(const OverflowInput& input);

} // namespace switchroom::erlang
