#include "planner/erlang/mg1.h"

#include "planner/erlang/input.h"
#include "planner/erlang/mdn.h"
#include "planner/erlang/quantile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace switchroom::erlang {

namespace {

using Complex = std::complex<double>;

constexpr double damping = 16.0; // discretisation error e^-16 f(3t), removed; rounding is amplified by e^8
constexpr int averaged = 24;     // partial sums in Euler's binomial average
constexpr double most_terms = 1e6;

/// Value at t of the function whose Laplace transform is f, up to e^{−damping} of its value at 3t.
template <class F>
double fourier_sum(const F& f, double t, double terms)
{
    const double re = damping / (2.0 * t);
    const double step = std::numbers::pi / t;
    double sum = f(Complex(re, 0.0)).real() / 2.0;
    double sign = -1.0;
    double k = 1.0;
    for (; k <= terms; k += 1.0, sign = -sign)
        sum += sign * f(Complex(re, k * step)).real();
    // Euler's summation of the alternating rest: the binomial mean of the next partial sums.
    double binomial = std::ldexp(1.0, -averaged);
    double mean = binomial * sum;
    for (int j = 1; j <= averaged; ++j, k += 1.0, sign = -sign) {
        sum += sign * f(Complex(re, k * step)).real();
        binomial *= static_cast<double>(averaged - j + 1) / static_cast<double>(j);
        mean += binomial * sum;
    }
    return std::exp(damping / 2.0) / t * mean;
}

template <class F>
double inverse_laplace(const F& f, double t, const HandleLaw& handle)
{
    // Far beyond the mean the singularities are far from the path too, and the alternating rest is smooth
    // anywhere.
    const double near = std::min(t, 200.0 * handle.mean);
    const double terms = std::clamp(40.0 + near * handle.swing_per_s, handle.kinked ? 8e3 : 40.0, most_terms);
    const double rough_later = fourier_sum(f, 3.0 * t, std::min(3.0 * terms, most_terms));
    return fourier_sum(f, t, terms) - std::exp(-damping) * rough_later;
}

ConstantHandleQueue as_constant(const OneAgentQueue& queue)
{
    return *constant_handle_queue({1.0, queue.occupancy, queue.handle.mean});
}

/// 1 − ρ r(z), also next to saturation and for small z.
Complex load_rest(const OneAgentQueue& queue, Complex z)
{
    return (1.0 - queue.occupancy) + queue.occupancy * queue.handle.residual_rest(z);
}

} // namespace

Result<OneAgentQueue> one_agent_queue(double arrival_rate_per_s, const Distribution& handle)
{
    InputCheck check;
    check.positive("arrival rate", arrival_rate_per_s);
    if (!check.ok())
        return check.errors();
    Result<HandleLaw> law = handle_law(handle);
    if (!law)
        return law.errors();
    OneAgentQueue queue;
    queue.arrival_rate_per_s = arrival_rate_per_s;
    queue.handle = *std::move(law);
    queue.occupancy = arrival_rate_per_s * queue.handle.mean;
    if (!(queue.occupancy < 1.0))
        return error_in({},
                        fmt::format("{} erlang on 1 agent: the queue grows without end when nobody gives up",
                                    queue.occupancy));
    const double free = 1.0 - queue.occupancy;
    queue.mean_wait_if_wait_s = queue.handle.second / queue.handle.mean / (2.0 * free);
    queue.mean_wait_s = arrival_rate_per_s * queue.handle.second / (2.0 * free);
    queue.wait_variance_s2 =
        queue.mean_wait_s * queue.mean_wait_s + arrival_rate_per_s * queue.handle.third / (3.0 * free);
    queue.mean_queue_length = arrival_rate_per_s * queue.mean_wait_s;
    return queue;
}

double wait_within(const OneAgentQueue& queue, double t_s)
{
    if (!(t_s > 0.0))
        return t_s == 0.0 ? 1.0 - queue.occupancy : 0.0;
    if (queue.handle.constant)
        return wait_within(as_constant(queue), t_s);
    const auto transform = [&](Complex z) { return (1.0 - queue.occupancy) / (z * load_rest(queue, z)); };
    return std::clamp(inverse_laplace(transform, t_s, queue.handle), 1.0 - queue.occupancy, 1.0);
}

double wait_exceeds(const OneAgentQueue& queue, double t_s)
{
    if (!(t_s > 0.0))
        return t_s == 0.0 ? queue.occupancy : 1.0;
    if (queue.handle.constant)
        return 1.0 - wait_within(as_constant(queue), t_s);
    // (1 − W*)/z = ρ (1 − r) / (z (1 − ρ r))
    const auto transform = [&](Complex z) {
        return queue.occupancy * queue.handle.residual_rest(z) / (z * load_rest(queue, z));
    };
    return std::clamp(inverse_laplace(transform, t_s, queue.handle), 0.0, queue.occupancy);
}

double wait_quantile(const OneAgentQueue& queue, double tail)
{
    if (queue.handle.constant)
        return wait_quantile(as_constant(queue), tail);
    return quantile_of_tail([&](double t) { return wait_exceeds(queue, t); }, tail,
                            queue.mean_wait_if_wait_s);
}

} // namespace switchroom::erlang
