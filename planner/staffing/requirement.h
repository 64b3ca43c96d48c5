#pragma once
/// Least agents per interval by formula, from the crudest to the best that needs no simulation.
///
/// - erlang_c, erlang_a: stationary, period by period: the interval's mean rate as if it had always been so.
/// - lagged: the same with the rate of one mean residual handle time earlier (Eick, Massey & Whitt 1993;
///   Green, Kolesar & Soares 2001 lag by the mean, which is the same for exponential handle times).
/// - psa: pointwise stationary: at each instant the steady state of that instant's rate, averaged over the
///   interval's calls (Green & Kolesar 1991).
/// - mol: modified offered load: the same with m(t), the infinite-server mean, as the load (Jagerman 1975;
///   Jennings, Mandelbaum, Massey & Whitt 1996).
///
/// All but erlang_c are Erlang A where the callers' mean patience is finite. Every goal of a pool is asked of
/// the pooled queue (all streams one line, exponential handle times with the mix's mean); staffing changes at
/// interval edges; an interval in which nobody calls needs nobody.

#include "planner/staffing/demand.h"
#include "sim/base/result.h"

#include <optional>
#include <string_view>
#include <vector>

namespace switchroom {

enum class FormulaMethod { erlang_c, erlang_a, lagged, psa, mol };

struct FormulaRequirement {
    StaffingPlan plan;
    std::vector<std::vector<double>> load; ///< erlang by pool and interval, as the method sees it
};

/// Errors: a goal that no number of agents reaches.
Result<FormulaRequirement> requirement(const Demand& demand, FormulaMethod method);

/// One instant of an interval as the formulas see it.
struct LoadPoint {
    double load = 0.0;   ///< erlang
    double weight = 0.0; ///< share of the interval's calls
    double handle_s = 0.0;
    double patience_s = 0.0;
};

/// The instants of interval k; empty if nobody calls in it.
std::vector<LoadPoint> load_points(const Pool& pool, const IntervalGrid& grid, std::uint32_t k,
                                   FormulaMethod method);

/// The goal's figure with `agents`, averaged over the points; NaN where one has no steady state.
double formula_figure(const std::vector<LoadPoint>& points, bool patient, double agents, const Goal& goal);

/// Least agents that meet all goals; empty if none do. `patient`: Erlang C, whatever the patience.
std::optional<int> least_agents(const std::vector<LoadPoint>& points, bool patient,
                                const std::vector<Goal>& goals);

} // namespace switchroom
