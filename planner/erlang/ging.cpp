#include "planner/erlang/ging.h"

#include "planner/erlang/input.h"
#include "planner/erlang/queue_sums.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

constexpr double negligible = 1e-15;
constexpr std::size_t most_waiting = 2'000'000;
constexpr int cells = 48;                // per law of an offered wait
constexpr std::size_t most_terms = 1000; // states or callers ahead that are looked at one by one

/// Weights of 0, 1, … callers waiting with all agents busy, and the rate at which k of them give up.
struct WaitingStates {
    std::vector<double> weight;
    std::vector<double> leaving_per_s;
    bool ended = false;
    bool full = false; ///< patience ends for all: whoever arrives at the last state makes the oldest give up
};

WaitingStates waiting_states(const GeneralQueueInput& in, double joining_per_s)
{
    const double full_rate = in.agents / in.handle_s;
    const double joins = in.patience.survival(0.0);
    WaitingStates states{{1.0}, {0.0}, false, false};
    double largest = 1.0;
    double survival_before = joins;
    while (states.weight.size() < most_waiting) {
        const double survival =
            in.patience.survival(static_cast<double>(states.weight.size()) / joining_per_s);
        if (!(survival > 0.0)) {
            states.ended = states.full = true;
            return states;
        }
        const double leaving =
            states.leaving_per_s.back() + joining_per_s * std::log(survival_before / survival);
        const double weight = states.weight.back() * joining_per_s / (full_rate + leaving);
        states.leaving_per_s.push_back(leaving);
        states.weight.push_back(weight);
        largest = std::max(largest, weight);
        survival_before = survival;
        if (weight < negligible * largest && joining_per_s < full_rate + leaving) {
            states.ended = true;
            return states;
        }
        if (weight > 1e200)
            for (double& w : states.weight)
                w *= 1e-200;
    }
    return states;
}

/// Offered wait behind k callers, on two moments: those ahead are the oldest k of a queue of k + 1.
struct OfferedWait {
    double mean = 0;
    double variance = 0;
    double at_most(double t) const
    {
        const double scale = variance / mean;
        return t > 0.0 ? boost::math::gamma_p(mean / scale, t / scale) : 0.0;
    }
};

/// Long queues are summed in strides: neighbours ahead leave at nearly one rate.
OfferedWait offered_wait(const WaitingStates& states, std::size_t k, double full_rate)
{
    const std::size_t last = std::min(k + 1, states.leaving_per_s.size() - 1);
    OfferedWait wait;
    const std::size_t stride = 1 + k / most_terms;
    for (std::size_t ahead = 0; ahead <= k; ahead += stride) {
        const auto count = static_cast<double>(std::min(stride, k + 1 - ahead));
        const std::size_t newer = last > ahead ? last - ahead : 0;
        const double rate = full_rate + states.leaving_per_s[last] - states.leaving_per_s[newer];
        wait.mean += count / rate;
        wait.variance += count / (rate * rate);
    }
    return wait;
}

/// Sums over [0, upto]: P(answered there), E[V; answered there], P(gave up there or before V).
struct Shares {
    double answered = 0;
    double answered_time = 0;
    double virtual_mass = 0;
    double gone = 0;
};

Shares shares(const OfferedWait& wait, const PatienceLaw& patience, double upto)
{
    const double end = std::min(upto, wait.mean + 14.0 * std::sqrt(wait.variance));
    std::vector<double> edges;
    for (int i = 0; i <= cells; ++i)
        edges.push_back(end * i / cells);
    for (const double at : patience.breaks_s)
        if (at < end)
            edges.push_back(at);
    std::sort(edges.begin(), edges.end());
    Shares s;
    double before = 0.0;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const double now = wait.at_most(edges[i]);
        const double middle = (edges[i - 1] + edges[i]) / 2.0;
        const double stays = patience.survival(middle);
        s.answered += (now - before) * stays;
        s.answered_time += (now - before) * stays * middle;
        s.gone += (now - before) * patience.cdf(middle);
        before = now;
    }
    s.virtual_mass = before;
    return s;
}

Diagnostics check(const GeneralQueueInput& in)
{
    InputCheck check;
    check.agents(in.agents, true)
        .load(in.offered_load)
        .positive("handle time", in.handle_s)
        .not_negative("awt", in.awt_s);
    check.require(in.offered_load > 0.0, "offered load must be above 0");
    return check.errors();
}

} // namespace

namespace {

/// Answered and gone late, summed over the states; blocks of neighbours stand for each other where there are
/// many.
void add_waits(const GeneralQueueInput& in, const WaitingStates& states, double per_weight, double p_wait,
               WaitWindow& w, double& answered_late, double& answered_time)
{
    const std::size_t block = 1 + states.weight.size() / most_terms;
    for (std::size_t first = 0; first < states.weight.size(); first += block) {
        const std::size_t end = std::min(first + block, states.weight.size());
        double p = 0.0;
        for (std::size_t k = first; k < end; ++k)
            p += states.weight[k] * per_weight;
        if (!(p > 1e-12 * p_wait))
            continue;
        const OfferedWait wait = offered_wait(states, (first + end - 1) / 2, in.agents / in.handle_s);
        const Shares ever = shares(wait, in.patience, HUGE_VAL);
        const Shares soon = shares(wait, in.patience, in.awt_s);
        answered_late += p * ever.answered;
        answered_time += p * ever.answered_time;
        w.answered_within += p * soon.answered;
        w.virtual_within += p * soon.virtual_mass;
        w.abandoned_within += p * (soon.gone + in.patience.cdf(in.awt_s) * (1.0 - soon.virtual_mass));
    }
}

} // namespace

Result<GeneralQueue> general_queue(const GeneralQueueInput& in)
{
    if (Diagnostics errors = check(in); !errors.empty())
        return errors;
    const double arrivals = in.offered_load / in.handle_s;
    const double joining = std::max(arrivals * in.patience.survival(0.0), 1e-300);
    const WaitingStates states = waiting_states(in, joining);
    if (!states.ended &&
        arrivals * in.patience.survival(std::numeric_limits<double>::max()) < in.agents / in.handle_s)
        return error_in(
            {}, "more than two million callers would wait; M/M/n+G (mmng) takes queues of any length");
    if (!states.ended)
        return error_in({},
                        "no steady state: the callers who never give up are more than the agents can serve");
    double waiting = 0.0;
    double queue = 0.0;
    double leaving = states.full ? states.weight.back() * joining : 0.0;
    for (std::size_t k = 0; k < states.weight.size(); ++k) {
        waiting += states.weight[k];
        queue += states.weight[k] * static_cast<double>(k);
        leaving += states.weight[k] * (states.leaving_per_s[k] + arrivals * in.patience.cdf(0.0));
    }
    // The states up to all busy, on the scale of weight[0]: 1/B(n − 1) of n − 1 agents, times n/a.
    const long double below = ratio(inverse_blocking(in.agents - 1.0, in.offered_load), {1.0L, 0.0L}) *
                              static_cast<long double>(in.agents / in.offered_load * states.weight[0]);
    const double per_weight = static_cast<double>(1.0L / (below + static_cast<long double>(waiting)));
    GeneralQueue result;
    QueueMeasures& m = result.measures;
    WaitWindow& w = result.window;
    m.probability_wait = waiting * per_weight;
    m.mean_queue_length = queue * per_weight;
    m.mean_wait_s = m.mean_queue_length / arrivals;
    m.probability_abandon = std::min(1.0, leaving * per_weight / arrivals);
    m.mean_busy = in.offered_load * (1.0 - m.probability_abandon);
    m.occupancy = std::min(1.0, m.mean_busy / in.agents);
    w.answered_within = w.virtual_within = 1.0 - m.probability_wait;
    double answered_late = 0.0;
    double answered_time = 0.0;
    add_waits(in, states, per_weight, m.probability_wait, w, answered_late, answered_time);
    const double answered = 1.0 - m.probability_wait + answered_late;
    m.asa_s = answered > 0.0 ? answered_time / answered : m.mean_wait_s; // in a flood all wait alike
    w.answered = 1.0 - m.probability_abandon;
    w.abandoned = m.probability_abandon;
    w.still_waiting = std::max(0.0, 1.0 - w.answered_within - w.abandoned_within);
    return result;
}

} // namespace switchroom::erlang
