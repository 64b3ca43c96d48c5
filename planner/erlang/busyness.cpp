#include "planner/erlang/busyness.h"

#include "planner/erlang/erlang_a.h"
#include "planner/erlang/gamma_sums.h"
#include "planner/erlang/input.h"
#include "planner/erlang/quadrature.h"
#include "planner/erlang/root.h"

#include <boost/math/special_functions/beta.hpp>

#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

Diagnostics checked(const BusynessInput& input)
{
    InputCheck check;
    check.agents(input.agents).load(input.mean_load).positive("mean handle time", input.handle_s);
    check.not_negative("mean patience", input.patience_s).not_negative("T", input.awt_s);
    check.require(input.cv >= 0.0 && input.cv <= 10.0,
                  "the busyness factor's coefficient of variation must be 0 to 10");
    return check.errors();
}

ErlangA queue_at(const BusynessInput& input, double factor)
{
    return *erlang_a(
        {input.agents, std::fmin(largest_count, input.mean_load * factor), input.handle_s, input.patience_s});
}

/// E[X^{weighted by calls ? 1 : 0} f(X)] with X = e^v: the density of v is log-concave, also where X's own
/// has a pole at 0.
template <class F>
double mixed(const BusynessInput& input, bool by_calls, const F& f)
{
    const long double shape = 1.0L / (static_cast<long double>(input.cv) * input.cv);
    const long double power = by_calls ? shape + 1.0L : shape;
    // ln density = power·v − shape·e^v + constant, written around its mode v = ln(power/shape).
    const long double mode = std::log(power / shape);
    const long double constant = -log_complete_sum(power, power);
    const auto h = [=](long double v) { return constant - power * exp_excess(v - mode); };
    const auto weight = [&](long double v) {
        return static_cast<long double>(f(static_cast<double>(std::exp(v))));
    };
    constexpr long double endless = std::numeric_limits<long double>::infinity();
    const Scaled total = integrate_peak(h, weight, -endless, mode, endless, 1e-14L);
    return static_cast<double>(total.mantissa * std::exp(total.exponent));
}

} // namespace

Result<BusynessMeasures> busyness(const BusynessInput& input)
{
    if (Diagnostics errors = checked(input); !errors.empty())
        return errors;
    BusynessMeasures m;
    const ErlangA fixed = queue_at(input, 1.0);
    m.fixed_rate_abandon = fixed.probability_abandon;
    m.fixed_rate_service_level = service_level(fixed, input.awt_s);
    if (input.cv == 0.0) {
        m.probability_wait = fixed.probability_wait;
        m.probability_abandon = fixed.probability_abandon;
        m.service_level = m.fixed_rate_service_level;
        return m;
    }
    const auto level = [&](double x) { return service_level(queue_at(input, x), input.awt_s); };
    m.probability_wait = mixed(input, true, [&](double x) { return queue_at(input, x).probability_wait; });
    m.probability_abandon =
        mixed(input, true, [&](double x) { return queue_at(input, x).probability_abandon; });
    m.service_level = mixed(input, true, level);
    const double mean_level = mixed(input, false, level);
    const auto squared_deviation = [&](double x) {
        const double deviation = level(x) - mean_level;
        return deviation * deviation;
    };
    m.sd_of_service_level = std::sqrt(mixed(input, false, squared_deviation));
    return m;
}

long double CountLaw::ln_zero() const
{
    const long double scatter = static_cast<long double>(cv) * cv;
    return cv == 0.0 ? -static_cast<long double>(mean) : -std::log1p(mean * scatter) / scatter;
}

double CountLaw::at_most(double k) const
{
    if (k < 0.0)
        return 0.0;
    if (mean == 0.0)
        return 1.0;
    if (cv == 0.0) // P(Poisson ≤ k) = Q(k + 1, mean)
        return static_cast<double>(
            std::exp(log_of(upper_sum(k + 1.0, mean)) - log_complete_sum(k + 1.0, mean)));
    const double shape = 1.0 / (cv * cv);
    return boost::math::ibeta(shape, k + 1.0, 1.0 / (1.0 + mean / shape));
}

double CountLaw::quantile(double q) const
{
    return least_whole([&](double k) { return at_most(k) >= q; }, 0.0, 1e15, mean);
}

double busyness_quantile(double cv, double tail)
{
    if (cv == 0.0)
        return 1.0;
    const double shape = 1.0 / (cv * cv);
    const auto exceeds = [&](double x) {
        const long double z = static_cast<long double>(shape) * x;
        return static_cast<double>(std::exp(log_of(upper_sum(shape, z)) - log_complete_sum(shape, z)));
    };
    const auto excess = [&](double x) { return (x > 0.0 ? exceeds(x) : 1.0) - tail; };
    double high = 1.0;
    while (excess(high) > 0.0)
        high *= 2.0;
    return bracketed_root(excess, 0.0, high);
}

Result<double> least_agents_with_probability(const QueueSpec& queue, std::span<const Target> targets,
                                             double cv, double probability)
{
    InputCheck check;
    check.require(cv >= 0.0 && cv <= 10.0, "the busyness factor's coefficient of variation must be 0 to 10");
    check.require(probability > 0.0 && probability < 1.0, "the probability must lie between 0 and 1");
    if (!check.ok())
        return check.errors();
    QueueSpec busy = queue;
    busy.offered_load = queue.offered_load * busyness_quantile(cv, 1.0 - probability);
    return least_agents(busy, targets);
}

Result<double> least_agents_in_the_long_run(BusynessInput input, double service_level)
{
    Diagnostics errors = checked(input);
    if (!(service_level > 0.0 && service_level < 1.0))
        errors.push_back(error_in({}, "the service level must lie between 0 and 1"));
    if (!errors.empty())
        return errors;
    const auto enough = [&](double n) {
        input.agents = n;
        return busyness(input)->service_level >= service_level;
    };
    const double n =
        least_whole(enough, 1.0, largest_count, input.mean_load + 0.5 * std::sqrt(input.mean_load));
    if (n > largest_count)
        return error_in({}, "no number of agents meets the target");
    return n;
}

} // namespace switchroom::erlang
