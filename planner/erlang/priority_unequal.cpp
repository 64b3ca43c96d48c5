#include "planner/erlang/input.h"
#include "planner/erlang/priority.h"
#include "planner/erlang/queue_sums.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom::erlang {

namespace {

Diagnostics check(double agents, const std::vector<PriorityClass>& classes)
{
    InputCheck check;
    check.agents(agents, true);
    check.require(!classes.empty(), "a priority queue needs at least one class");
    double load = 0.0;
    for (std::size_t k = 0; k < classes.size(); ++k) {
        check.positive(fmt::format("load of class {}", k + 1), classes[k].load_erlang);
        check.positive(fmt::format("handle time of class {}", k + 1), classes[k].handle_s);
        check.not_negative(fmt::format("variability of class {}", k + 1), classes[k].handle_scv);
        load += classes[k].load_erlang;
    }
    check.require(!(load >= agents),
                  fmt::format("{} erlang on {} agents: the queue grows without end when nobody gives up",
                              load, agents));
    return check.errors();
}

/// What classes 1 … k bring together; work is ½ Σ λ E[S²], the mean residual work of one server (n = 1).
struct Prefix {
    double load = 0;
    double rate_per_s = 0;
    double residual = 0;
    void add(const PriorityClass& c)
    {
        load += c.load_erlang;
        rate_per_s += c.load_erlang / c.handle_s;
        residual += c.load_erlang * c.handle_s * (1.0 + c.handle_scv) / 2.0;
    }
};

/// Without priorities: how much longer the wait is on n agents than on one of n times the speed (Allen &
/// Cunneen: C/ρ).
double servers_effect(double agents, const Prefix& p)
{
    return static_cast<double>(waiting_probability(agents, p.load)) * agents / p.load;
}

} // namespace

Result<PriorityMeasures> priority_unequal(double agents, const std::vector<PriorityClass>& classes)
{
    if (Diagnostics errors = check(agents, classes); !errors.empty())
        return errors;
    Prefix all;
    for (const PriorityClass& c : classes)
        all.add(c);
    PriorityMeasures result;
    result.p_wait = static_cast<double>(waiting_probability(agents, all.load));
    result.occupancy = all.load / agents;
    Prefix upto;
    double queue_above = 0.0; // preemptive, classes before, on n agents
    double fast_above = 0.0;  // the same on one fast agent
    for (const PriorityClass& c : classes) {
        const double free_above = 1.0 - upto.load / agents;
        upto.add(c);
        const double free = 1.0 - upto.load / agents;
        const double rate = c.load_erlang / c.handle_s;
        PriorityClassMeasures measures;
        // Residual work of one fast agent is residual / n², each class's wait that over the free shares
        // (Cobham 1954).
        measures.mean_wait_s =
            all.residual / (agents * agents) / (free_above * free) * servers_effect(agents, all);
        measures.mean_queue = rate * measures.mean_wait_s;
        const double fast_delay = upto.residual / (agents * agents) / (free_above * free) +
                                  c.handle_s / agents * (1.0 / free_above - 1.0);
        fast_above += rate * fast_delay;
        const double queue = fast_above * servers_effect(agents, upto);
        measures.preemptive_p_wait = static_cast<double>(waiting_probability(agents, upto.load));
        measures.preemptive_mean_queue = queue - queue_above;
        measures.preemptive_mean_delay_s = measures.preemptive_mean_queue / rate;
        queue_above = queue;
        result.mean_queue += measures.mean_queue;
        result.classes.push_back(measures);
    }
    result.mean_wait_all_s = result.mean_queue / all.rate_per_s;
    return result;
}

} // namespace switchroom::erlang
