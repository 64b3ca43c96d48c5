#pragma once
/// What a planner needs to know of the calls: how many, when, how long they keep an agent, how patient they
/// are.
///
/// Times are seconds on the model's axis. Demand is what the scenario expects, before random factors, redials
/// and overflow.

#include "planner/staffing/goal.h"
#include "planner/staffing/handle_points.h"
#include "sim/centre/rate_curve.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// How many calls a rate curve has brought by when. Pieces ascend and do not overlap.
class CumulativeRate {
public:
    explicit CumulativeRate(RateCurve pieces);

    double until(double at_s) const; ///< expected calls before at_s
    double rate(double at_s) const;  ///< per second at at_s (from the right)
    const RateCurve& pieces() const { return pieces_; }

private:
    std::size_t piece_before(double at_s) const; ///< number of pieces that begin at or before at_s
    RateCurve pieces_;
    std::vector<double> before_; ///< calls of earlier pieces
};

/// Calls of one kind: one law of handle times, one patience.
struct Stream {
    CumulativeRate arrivals;
    std::vector<HandlePoint> handle;
    double handle_s = 0.0;   ///< mean; > 0
    double patience_s = 0.0; ///< mean; infinity: nobody gives up
};

/// The infinite-server mean m(t) = E[Λ(t) − Λ(t − S)]: how many agents would be busy at t, had there always
/// been one free (Eick, Massey & Whitt 1993, eq. 1: m(t) = E ∫ λ over (t − S, t]). Erlang.
double infinite_server_load(const Stream& stream, double at_s);

/// Equal intervals [start + k·length, start + (k + 1)·length).
struct IntervalGrid {
    double start_s = 0.0;
    double length_s = 900.0;
    std::uint32_t count = 0;
    double edge(std::uint32_t k) const { return start_s + k * length_s; }
};

/// The calls that one group of agents is planned for, served as one line first come, first served.
struct Pool {
    std::uint32_t group = 0; ///< in CentreModel::groups
    std::vector<Stream> streams;
    std::vector<Goal> goals;
};

/// Agents by pool and interval.
using StaffingPlan = std::vector<std::vector<int>>;

double agent_hours(const StaffingPlan& plan, const IntervalGrid& grid);

struct Demand {
    IntervalGrid grid;
    std::vector<Pool> pools;
};

} // namespace switchroom
