#include "planner/erlang/priority.h"

#include "planner/erlang/input.h"
#include "planner/erlang/quantile.h"
#include "planner/erlang/queue_sums.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <numeric>

namespace switchroom::erlang {

namespace {

constexpr double log_step = 0.125; // trapezoid in ln tan(φ/2), see stretched_tail

double total_load(const std::vector<double>& loads)
{
    return std::accumulate(loads.begin(), loads.end(), 0.0);
}

Diagnostics check(const PriorityInput& input)
{
    InputCheck check;
    check.agents(input.agents, true);
    check.positive("handle time", input.handle_s);
    check.require(!input.loads_erlang.empty(), "a priority queue needs at least one class");
    for (std::size_t k = 0; k < input.loads_erlang.size(); ++k)
        check.positive(fmt::format("load of class {}", k + 1), input.loads_erlang[k]);
    const double load = total_load(input.loads_erlang);
    check.require(!(load >= input.agents),
                  fmt::format("{} erlang on {} agents: the queue grows without end when nobody gives up",
                              load, input.agents));
    return check.errors();
}

} // namespace

Result<PriorityMeasures> priority(const PriorityInput& input)
{
    if (Diagnostics errors = check(input); !errors.empty())
        return errors;
    const long double n = input.agents;
    PriorityMeasures result;
    const double load = total_load(input.loads_erlang);
    const long double p_wait = waiting_probability(input.agents, load);
    result.p_wait = static_cast<double>(p_wait);
    result.occupancy = load / input.agents;
    long double above = 0.0L; // erlang of the classes before
    long double queue_above = 0.0L;
    for (const double own : input.loads_erlang) {
        const long double upto = above + static_cast<long double>(own);
        PriorityClassMeasures measures;
        const long double wait_in_handles = p_wait * n / ((n - above) * (n - upto));
        measures.mean_wait_s =
            static_cast<double>(wait_in_handles * static_cast<long double>(input.handle_s));
        measures.mean_queue = static_cast<double>(wait_in_handles * static_cast<long double>(own));
        const long double waiting = waiting_probability(input.agents, upto);
        const long double queue = waiting * upto / (n - upto);
        const long double own_queue = queue - queue_above;
        measures.preemptive_p_wait = static_cast<double>(waiting);
        measures.preemptive_mean_queue = static_cast<double>(own_queue);
        measures.preemptive_mean_delay_s = static_cast<double>(own_queue / static_cast<long double>(own) *
                                                               static_cast<long double>(input.handle_s));
        result.mean_queue += measures.mean_queue;
        result.classes.push_back(measures);
        above = upto;
        queue_above = queue;
    }
    result.mean_wait_all_s = result.mean_queue * input.handle_s / load;
    return result;
}

PriorityWait::PriorityWait(const PriorityInput& input, std::size_t position)
    : p_wait_(static_cast<double>(waiting_probability(input.agents, total_load(input.loads_erlang)))),
      above_(0.0), upto_(0.0), slack_(0.0), full_rate_per_s_(input.agents / input.handle_s)
{
    SWITCHROOM_CHECK(position < input.loads_erlang.size(), "priority class out of range");
    long double load = 0.0L;
    for (std::size_t k = 0; k < position; ++k)
        load += static_cast<long double>(input.loads_erlang[k]);
    const long double n = input.agents;
    above_ = static_cast<double>(load / n);
    load += static_cast<long double>(input.loads_erlang[position]);
    upto_ = static_cast<double>(load / n);
    slack_ = static_cast<double>((n - load) / n);
}

// Given that it waits, the call needs an exponential of rate θ = ν(1 − σ), ν = nμ, of the agents' attention,
// while calls of the classes above (rate Λ = ν s) push in. With c = νσ and q = √(Λν), the transform 2θ / (2θ
// + z + Λ − ν + √((z+Λ+ν)² − 4Λν)) has a cut on −x, x = (√ν − √Λ)² + 4q sin²(φ/2), and, if s < σ², a pole at
// x₀ = θ(1 − s/σ). Both parts of the tail are positive. With u = ln tan(φ/2) the cut's integrand is analytic
// near the real line: the trapezoid rule converges exponentially, and the logarithmic scale resolves long
// waits and near-confluence of pole and cut alike.
double PriorityWait::stretched_tail(double t_s) const
{
    const double t = t_s * full_rate_per_s_; // in units of 1/ν
    const double theta = slack_;
    if (above_ == 0.0)
        return std::exp(-theta * t);
    const double s = above_;
    const double c = upto_;
    const double q = std::sqrt(s);
    const double near_edge = (1.0 - s) / (1.0 + q) * ((1.0 - s) / (1.0 + q));
    const double gap = (c - q) * (c - q);
    double tail = 0.0;
    if (s < c * c) {
        const double pole = theta * (c - s) / c;
        tail = (c * c - s) / (c * (c - s)) * std::exp(-pole * t);
    }
    double sum = 0.0;
    for (double u = -42.0; u <= 16.0; u += log_step) {
        const double tangent = std::exp(u);
        const double sine = 2.0 * tangent / (1.0 + tangent * tangent);     // sin φ = dφ/du
        const double half = tangent * tangent / (1.0 + tangent * tangent); // sin²(φ/2)
        const double x = near_edge + 4.0 * q * half;
        sum += sine * sine * sine / ((gap + 4.0 * c * q * half) * x) * std::exp(-x * t);
    }
    return tail + 2.0 * theta * s / std::numbers::pi * log_step * sum;
}

double PriorityWait::exceeds(double t_s) const
{
    return p_wait_ * std::fmin(1.0, stretched_tail(t_s));
}

double PriorityWait::within(double t_s) const
{
    return t_s < 0.0 ? 0.0 : 1.0 - exceeds(t_s);
}

double PriorityWait::quantile(double tail) const
{
    return quantile_of_tail([this](double t) { return exceeds(t); }, tail, 1.0 / (full_rate_per_s_ * slack_));
}

} // namespace switchroom::erlang
