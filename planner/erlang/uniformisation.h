#pragma once
/// Exact evolution of a StaffedState over a stretch of constant rates, by uniformisation (Jensen 1953): a
/// Poisson number of steps of a discrete chain, all terms positive, so that small probabilities keep their
/// relative accuracy.
///
/// The chain is banded, so a step costs a multiplication or three per state; only states with more than 1e-24
/// of mass are visited.

#include "planner/erlang/staffed_state.h"

namespace switchroom::erlang {

/// Rates per second; the abandonment rate is per waiting call.
struct StaffedRates {
    double arrivals = 0;
    double service = 0;
    double abandonment = 0;
};

/// Moves `state` on by t_s seconds. If `integral` is given, adds ∫ state dt (it must have the same staffing).
void evolve(StaffedState& state, const StaffedRates& rates, double t_s, StaffedState* integral);

/// A tagged call joins the queue; `state` weighs how many wait before it (all agents busy; on the line k −
/// agents are before it). Moves on by t_s, whatever the arrival rate; returns the mass whose tagged call was
/// answered meanwhile. Calls that gave up leave the state.
double evolve_tagged(StaffedState& state, StaffedRates rates, double t_s);

} // namespace switchroom::erlang
