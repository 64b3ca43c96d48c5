#include "planner/staffing/requirement.h"

#include "planner/erlang/root.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

constexpr int points_per_interval = 6;

/// Streams mixed in proportion to `calls`: mean handle time, and the patience whose hazard is the mix's.
class Mix {
public:
    void add(const Stream& stream, double calls)
    {
        calls_ += calls;
        handle_ += calls * stream.handle_s;
        give_up_ += calls / stream.patience_s;
    }
    double calls() const { return calls_; }
    LoadPoint point(double load, double weight) const
    {
        return {load, weight, handle_ / calls_, calls_ / give_up_};
    }
    double work() const { return handle_; }

private:
    double calls_ = 0.0;
    double handle_ = 0.0;
    double give_up_ = 0.0;
};

Mix calls_between(const Pool& pool, double from_s, double to_s)
{
    Mix mix;
    for (const Stream& stream : pool.streams)
        mix.add(stream, stream.arrivals.until(to_s) - stream.arrivals.until(from_s));
    return mix;
}

/// The load of the same length of time, one mean residual handle time of each stream earlier.
double lagged_load(const Pool& pool, double from_s, double to_s)
{
    double work = 0.0;
    for (const Stream& stream : pool.streams) {
        const double lag_s = mean_residual(stream.handle);
        const double calls = stream.arrivals.until(to_s - lag_s) - stream.arrivals.until(from_s - lag_s);
        work += calls * stream.handle_s;
    }
    return work / (to_s - from_s);
}

double load_in_service(const Pool& pool, double at_s)
{
    double load = 0.0;
    for (const Stream& stream : pool.streams)
        load += infinite_server_load(stream, at_s);
    return load;
}

std::vector<LoadPoint> pointwise(const Pool& pool, double from_s, double to_s, bool in_service)
{
    std::vector<LoadPoint> points;
    const double step_s = (to_s - from_s) / points_per_interval;
    for (int k = 0; k < points_per_interval; ++k) {
        const double begin_s = from_s + k * step_s;
        const Mix mix = calls_between(pool, begin_s, begin_s + step_s);
        if (mix.calls() <= 0.0)
            continue;
        const double load = in_service ? load_in_service(pool, begin_s + 0.5 * step_s) : mix.work() / step_s;
        points.push_back(mix.point(load, mix.calls()));
    }
    return points;
}

double mean_load(const std::vector<LoadPoint>& points)
{
    double load = 0.0;
    double weight = 0.0;
    for (const LoadPoint& point : points) {
        load += point.weight * point.load;
        weight += point.weight;
    }
    return weight > 0.0 ? load / weight : 0.0;
}

} // namespace

std::vector<LoadPoint> load_points(const Pool& pool, const IntervalGrid& grid, std::uint32_t k,
                                   FormulaMethod method)
{
    const double from_s = grid.edge(k);
    const double to_s = grid.edge(k + 1);
    const Mix mix = calls_between(pool, from_s, to_s);
    constexpr double nobody = 1e-9; // what rounding leaves of a cumulative rate
    if (mix.calls() <= nobody)
        return {};
    switch (method) {
    case FormulaMethod::psa:
        return pointwise(pool, from_s, to_s, false);
    case FormulaMethod::mol:
        return pointwise(pool, from_s, to_s, true);
    case FormulaMethod::lagged:
        return {mix.point(lagged_load(pool, from_s, to_s), 1.0)};
    case FormulaMethod::erlang_c:
    case FormulaMethod::erlang_a:
        break;
    }
    return {mix.point(mix.work() / grid.length_s, 1.0)};
}

double formula_figure(const std::vector<LoadPoint>& points, bool patient, double agents, const Goal& goal)
{
    const erlang::Target target = solver_target(goal);
    double sum = 0.0;
    double weight = 0.0;
    for (const LoadPoint& point : points) {
        const bool endless = patient || std::isinf(point.patience_s);
        const erlang::QueueSpec queue{.kind =
                                          endless ? erlang::QueueKind::erlang_c : erlang::QueueKind::erlang_a,
                                      .offered_load = point.load,
                                      .handle_s = point.handle_s,
                                      .patience_s = point.patience_s};
        sum += point.weight * erlang::evaluate(queue, agents, target);
        weight += point.weight;
    }
    return sum / weight;
}

std::optional<int> least_agents(const std::vector<LoadPoint>& points, bool patient,
                                const std::vector<Goal>& goals)
{
    if (points.empty())
        return 0;
    const double load = mean_load(points);
    const double most = std::ceil(100.0 + 20.0 * load);
    const auto meets_all = [&](double agents) {
        return std::all_of(goals.begin(), goals.end(), [&](const Goal& goal) {
            const double figure = formula_figure(points, patient, agents, goal);
            return !std::isnan(figure) && holds(goal, figure);
        });
    };
    const double least = erlang::least_whole(meets_all, 1.0, most, load + std::sqrt(load));
    return least > most ? std::nullopt : std::optional(static_cast<int>(least));
}

Result<FormulaRequirement> requirement(const Demand& demand, FormulaMethod method)
{
    FormulaRequirement result;
    for (const Pool& pool : demand.pools) {
        std::vector<int>& agents = result.plan.emplace_back();
        std::vector<double>& load = result.load.emplace_back();
        for (std::uint32_t k = 0; k < demand.grid.count; ++k) {
            const std::vector<LoadPoint> points = load_points(pool, demand.grid, k, method);
            const auto least = least_agents(points, method == FormulaMethod::erlang_c, pool.goals);
            if (!least)
                return error_in("", fmt::format("no number of agents meets {} in every interval",
                                                to_text(pool.goals.front())));
            agents.push_back(*least);
            load.push_back(mean_load(points));
        }
    }
    return result;
}

} // namespace switchroom
