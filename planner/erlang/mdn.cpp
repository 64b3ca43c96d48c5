#include "planner/erlang/mdn.h"

#include "planner/erlang/input.h"
#include "planner/erlang/quantile.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace switchroom::erlang {

namespace {

constexpr std::size_t steady_enough = 100; // terms in a row that fall by the final ratio
constexpr double nothing = 45.0;           // e^-45 of the leading term is below rounding

/// How fast P(N(ma) ≥ mn) falls in m: n ln(n/a) − (n − a), without cancellation at n = a.
double step_decay(double n, double a)
{
    const double relative = (n - a) / a;
    if (relative > 0.01)
        return n * std::log1p(relative) - (n - a);
    return (n - a) * relative * (0.5 - relative * (1.0 / 6.0 - relative * (1.0 / 12.0 - relative / 20.0)));
}

/// E[(N − k)⁺] for N Poisson of mean k − slack.
double expected_excess(double k, double mean, double slack)
{
    return std::max(0.0, k * poisson_pmf(k, mean, slack) - slack * poisson_at_least(k, mean, slack));
}

/// The decay of the queue's law: t > 0 with a(e^t − 1) = n t, by Newton's method from above.
double queue_decay(double n, double a)
{
    double t = 2.0 * std::log(n / a) + 1.0;
    for (int i = 0; i < 200; ++i) {
        const double step = (a * std::expm1(t) - n * t) / (a * std::exp(t) - n);
        t -= step;
        if (std::fabs(step) <= 1e-15 * t)
            break;
    }
    return t;
}

} // namespace

Result<ConstantHandleQueue> constant_handle_queue(const ConstantHandleInput& input)
{
    InputCheck check;
    check.agents(input.agents, true).load(input.offered_load).positive("handle time", input.handle_s);
    check.require(input.offered_load > 0.0, "offered load must be above 0");
    check.require(!(input.offered_load >= input.agents),
                  fmt::format("{} erlang on {} agents: the queue grows without end when nobody gives up",
                              input.offered_load, input.agents));
    if (!check.ok())
        return check.errors();
    const double n = input.agents;
    const double a = input.offered_load;
    const double slack = n - a;
    const WalkSum sum = walk_sum(nothing / step_decay(n, a));
    double waits = 0.0;
    double queue = 0.0;
    for (std::size_t i = sum.step.size(); i-- > 0;) { // small terms first
        const double m = sum.step[i];
        waits += sum.weight[i] * poisson_at_least(m * n, m * a, m * slack);
        queue += sum.weight[i] * expected_excess(m * n, m * a, m * slack);
    }
    ConstantHandleQueue result;
    result.input = input;
    result.probability_wait = -std::expm1(-waits);
    result.mean_queue_length = queue;
    result.mean_wait_s = queue / a * input.handle_s;
    // Where the chance of waiting is below the range of numbers: the least of n uniform rests of a handle
    // time, the limit of light load.
    result.mean_wait_if_wait_s = result.probability_wait > 0.0 ? result.mean_wait_s / result.probability_wait
                                                               : input.handle_s / (n + 1.0);
    result.occupancy = a / n;
    return result;
}

QueueMeasures measures(const ConstantHandleQueue& queue)
{
    QueueMeasures m;
    m.probability_wait = queue.probability_wait;
    m.asa_s = queue.mean_wait_s;
    m.mean_wait_s = queue.mean_wait_s;
    m.mean_queue_length = queue.mean_queue_length;
    m.mean_busy = queue.input.offered_load;
    m.occupancy = queue.occupancy;
    return m;
}

ConstantHandleWait::ConstantHandleWait(const ConstantHandleInput& input, double longest_s)
    : input_(input), decay_(queue_decay(input.agents, input.offered_load))
{
    find_queue_law(static_cast<std::size_t>((std::floor(longest_s / input.handle_s) + 1.0) * input.agents));
}

/// P(queue = j) for j < length, by the compound Poisson recursion j q_j = Σ i c_i q_{j−i}; ends early where
/// the law has become geometric.
void ConstantHandleWait::find_queue_law(std::size_t length)
{
    const double n = input_.agents;
    const double a = input_.offered_load;
    const double slack = n - a;
    const double far = std::min(static_cast<double>(length), 40.0 * n + 400.0) * decay_;
    const WalkSum sum = walk_sum((nothing + far) / step_decay(n, a));
    double waits_after_zero = 0.0; // Σ_{j ≥ 1} c_j = Σ P(N ≥ mn + 1)/m
    for (std::size_t i = sum.step.size(); i-- > 0;)
        waits_after_zero += sum.weight[i] * poisson_at_least(sum.step[i] * n + 1.0, sum.step[i] * a,
                                                             sum.step[i] * slack + 1.0);
    std::vector<double> law{std::exp(-waits_after_zero)};
    std::vector<double> weighted; // i c_i, i = 1, 2, …
    const double ratio = std::exp(-decay_);
    std::size_t steady = 0;
    while (law.size() < length && steady < steady_enough) {
        const auto j = static_cast<double>(law.size());
        double c = 0.0;
        for (std::size_t i = 0; i < sum.step.size(); ++i) {
            const double m = sum.step[i];
            c += sum.weight[i] * poisson_pmf(m * n + j, m * a, m * slack + j);
        }
        weighted.push_back(j * c);
        double q = 0.0;
        for (std::size_t i = 0; i < weighted.size(); ++i)
            q += weighted[i] * law[law.size() - 1 - i];
        law.push_back(q / j);
        const double before = law[law.size() - 2];
        steady = std::fabs(law.back() - ratio * before) <= 1e-13 * before || before < 1e-25 ? steady + 1 : 0;
    }
    last_ = law.back();
    double total = 0.0;
    for (const double q : law)
        at_most_.push_back(total += q);
    // Beyond the last one the law is geometric, exactly so where the recursion ended early.
    double tail = law.back() * ratio / -std::expm1(-decay_);
    if (law.size() == length)
        tail = std::max(0.0, 1.0 - total);
    more_than_.resize(law.size());
    for (std::size_t i = law.size(); i-- > 0; tail += law[i])
        more_than_[i] = tail;
}

double ConstantHandleWait::at_most(long waiting) const
{
    if (waiting < 0)
        return 0.0;
    const auto i = static_cast<std::size_t>(waiting);
    if (i < at_most_.size())
        return at_most_[i];
    // The geometric rest, added: next to saturation 1 − more_than would cancel.
    const double further = static_cast<double>(i + 1 - at_most_.size());
    return at_most_.back() + last_ * -std::expm1(-decay_ * further) / std::expm1(decay_);
}

double ConstantHandleWait::more_than(long waiting) const
{
    if (waiting < 0)
        return 1.0;
    const auto i = static_cast<std::size_t>(waiting);
    if (i < more_than_.size())
        return more_than_[i];
    return more_than_.back() * std::exp(-decay_ * static_cast<double>(i + 1 - more_than_.size()));
}

/// E term(kn − 1 − N) over the arrivals N of the rest of the handle time in which t ends.
template <class Term>
double ConstantHandleWait::over_arrivals(double t_s, const Term& term) const
{
    const double k = std::floor(t_s / input_.handle_s) + 1.0;
    const double mean = input_.offered_load * (k - t_s / input_.handle_s);
    const long top = static_cast<long>(k * input_.agents) - 1;
    const double reach = 12.0 * std::sqrt(mean) + 40.0;
    double total = 0.0;
    for (double j = std::max(0.0, std::floor(mean - reach)); j <= mean + reach; j += 1.0)
        total += (mean > 0.0 ? poisson_pmf(j, mean, j - mean) : (j == 0.0 ? 1.0 : 0.0)) *
                 term(top - static_cast<long>(j));
    return total;
}

double ConstantHandleWait::within(double t_s) const
{
    return t_s < 0.0 ? 0.0 : over_arrivals(t_s, [this](long waiting) { return at_most(waiting); });
}

double ConstantHandleWait::exceeds(double t_s) const
{
    return t_s < 0.0 ? 1.0 : over_arrivals(t_s, [this](long waiting) { return more_than(waiting); });
}

double wait_within(const ConstantHandleQueue& queue, double t_s)
{
    if (t_s > 1e6 * queue.input.handle_s)
        return 1.0;
    return ConstantHandleWait(queue.input, t_s).within(t_s);
}

double wait_quantile(const ConstantHandleQueue& queue, double tail)
{
    // The tail ends as e^{−decay · agents · t/handle}; the law is prepared for a little more than the time
    // that this takes.
    const double decay = queue_decay(queue.input.agents, queue.input.offered_load) * queue.input.agents;
    const double longest =
        (2.0 + std::log(queue.probability_wait / std::max(tail, 1e-300)) / decay) * queue.input.handle_s;
    if (queue.probability_wait <= tail)
        return 0.0;
    const ConstantHandleWait wait(queue.input, longest);
    return quantile_of_tail([&](double t) { return wait.exceeds(t); }, tail, queue.mean_wait_if_wait_s);
}

} // namespace switchroom::erlang
