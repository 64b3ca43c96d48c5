#include "planner/erlang/erlang_a.h"

#include "planner/erlang/erlang_b.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/gamma_sums.h"
#include "planner/erlang/input.h"
#include "planner/erlang/quadrature.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

/// The law of the offered wait in units of the patience: density ∝ e^{h(u)}, h(u) = z(1 − e^{−u}) − s u, u =
/// t/patience. Integrated around its mode u*: with v = u − u*, h = log_peak(s, z) − s (e^{−v} − 1 + v) where
/// z > s, else −(s − z) v − z (e^{−v} − 1 + v).
struct WaitLaw {
    long double s;
    long double z;

    long double mode() const { return z > s ? std::log(z / s) : 0.0L; }
    long double height() const { return z > s ? log_peak(s, z) : 0.0L; }
    /// h(u) less height().
    long double below_peak(long double v) const
    {
        return z > s ? -s * exp_excess(-v) : -(s - z) * v - z * exp_excess(-v);
    }

    /// e^{−64}: so many mean patiences beyond the mode nobody is left to give up, and all weights are flat.
    static constexpr long double patience_ends = 64.0L;

    /// ∫ weight(u) e^{h(u)} du over [begin, end].
    template <class Weight>
    Scaled integral(const Weight& weight, long double begin, long double end) const
    {
        const long double centre = mode();
        const auto h = [this](long double v) { return below_peak(v); };
        const auto w = [&](long double v) { return weight(centre + v); };
        const long double from = begin - centre;
        const long double to = end - centre;
        const Scaled part = integrate_peak(h, w, from, std::clamp(0.0L, from, to), to, 1e-16L, patience_ends);
        return std::fabs(height()) < plain_log_limit
                   ? Scaled{part.mantissa * std::exp(height()), part.exponent}
                   : Scaled{part.mantissa * std::exp(part.exponent), height()};
    }

    /// The same times e^{−u}, the chance that the caller is still there. It shifts a broad law's mode, a
    /// sharp one's hardly.
    template <class Weight>
    Scaled patient_integral(const Weight& weight, long double begin, long double end) const
    {
        if (s < 16.0L)
            return WaitLaw{s + 1.0L, z}.integral(weight, begin, end);
        return integral([&](long double u) { return weight(u) * std::exp(-u); }, begin, end);
    }

    /// Where closed forms lose nothing: the logarithms that they subtract are small.
    bool is_tame() const { return height() < 100.0L && s < 1e9L; }
};

WaitLaw law_of(const ErlangA& queue)
{
    const long double patience_in_handles =
        static_cast<long double>(queue.input.patience_s) / queue.input.handle_s;
    return {queue.input.agents * patience_in_handles, queue.input.offered_load * patience_in_handles};
}

bool has_finite_patience(const ErlangA& queue)
{
    return queue.input.patience_s > 0.0 && std::isfinite(queue.input.patience_s);
}

/// A part of the law's mass over the whole, L(s, z).
long double share_of_law(const ErlangA& queue, Scaled part)
{
    return ratio(part, queue.waiting_sum);
}

constexpr auto one = [](long double) { return 1.0L; };
constexpr long double endless = std::numeric_limits<long double>::infinity();

/// ln P(V > t | wait), P = e^{h(u)} L(s, z e^{−u}) / L(s, z).
long double ln_virtual_tail_if_wait(const ErlangA& queue, long double t_s)
{
    const WaitLaw law = law_of(queue);
    const long double u = t_s / queue.input.patience_s;
    if (!law.is_tame())
        return log_of(law.integral(one, u, endless)) - log_of(queue.waiting_sum);
    const Scaled rest = lower_sum(law.s, law.z * std::exp(-u));
    return law.height() + law.below_peak(u - law.mode()) + log_of(rest) - log_of(queue.waiting_sum);
}

ErlangA without_patience(const ErlangAInput& input)
{
    const Result<ErlangB> b = erlang_b(input.agents, input.offered_load);
    ErlangA a;
    a.input = input;
    a.probability_wait = a.probability_abandon = b->blocking;
    a.ln_probability_wait = b->ln_blocking;
    a.probability_no_wait = a.probability_served = b->served;
    a.probability_abandon_if_wait = 1.0;
    a.occupancy = b->occupancy;
    return a;
}

Result<ErlangA> with_endless_patience(const ErlangAInput& input)
{
    const Result<ErlangC> c = erlang_c(input.agents, input.offered_load, input.handle_s);
    if (!c)
        return c.errors();
    ErlangA a;
    a.input = input;
    a.probability_wait = c->probability_wait;
    a.ln_probability_wait = c->ln_probability_wait;
    a.probability_no_wait = c->probability_no_wait;
    a.probability_served = 1.0;
    a.mean_wait_s = c->mean_wait_s;
    a.mean_queue_length = c->mean_queue_length;
    a.occupancy = c->occupancy;
    return a;
}

/// P(served | wait) = L(s + 1, z)/L(s, z), by whichever form does not cancel.
long double served_if_wait(const WaitLaw& law, const LowerSums& sums)
{
    const long double given_up = ratio(sums.moment, sums.sum);
    if (given_up < 0.5L)
        return 1.0L - given_up;
    if (law.z > law.s + 1.0L)
        return (law.s - ratio({1.0L, 0.0L}, sums.sum)) / law.z;
    return ratio(lower_sum(law.s + 1.0L, law.z), sums.sum);
}

} // namespace

Result<ErlangA> erlang_a(const ErlangAInput& input)
{
    InputCheck check;
    check.agents(input.agents).load(input.offered_load).positive("mean handle time", input.handle_s);
    check.patience(input.patience_s, input.handle_s);
    if (!check.ok())
        return check.errors();
    if (input.patience_s == 0.0)
        return without_patience(input);
    if (std::isinf(input.patience_s))
        return with_endless_patience(input);

    ErlangA a;
    a.input = input;
    const WaitLaw law = law_of(a);
    const LowerSums sums = lower_sums(law.s, law.z);
    const long double patience_in_handles = static_cast<long double>(input.patience_s) / input.handle_s;
    const Scaled free_sum = (1.0L / patience_in_handles) * upper_sum(input.agents, input.offered_load);
    const long double odds = ratio(free_sum, sums.sum); // (1 − P(wait)) / P(wait)
    a.waiting_sum = sums.sum;
    a.ln_probability_wait = std::isinf(odds) ? log_of(sums.sum) - log_of(free_sum) : -std::log1p(odds);
    const long double wait = std::exp(a.ln_probability_wait);
    const long double no_wait = std::isinf(odds) ? 1.0L : odds / (1.0L + odds);
    const long double given_up = ratio(sums.moment, sums.sum);
    const long double served = no_wait + wait * served_if_wait(law, sums);

    a.probability_wait = static_cast<double>(wait);
    a.probability_no_wait = static_cast<double>(no_wait);
    a.probability_abandon_if_wait = static_cast<double>(given_up);
    a.probability_abandon = static_cast<double>(wait * given_up);
    a.probability_served = static_cast<double>(served);
    a.mean_wait_s = static_cast<double>(wait * given_up * input.patience_s);
    a.mean_queue_length = static_cast<double>(input.offered_load * wait * given_up * patience_in_handles);
    a.occupancy = static_cast<double>(input.offered_load * served / input.agents);
    return a;
}

MeanWaits mean_waits(const ErlangA& queue)
{
    if (queue.input.patience_s == 0.0)
        return {0.0, 0.0, -endless};
    if (std::isinf(queue.input.patience_s))
        return {queue.mean_wait_s, std::numeric_limits<double>::quiet_NaN(),
                std::log(static_cast<long double>(queue.mean_wait_s))};
    const WaitLaw law = law_of(queue);
    const auto time = [](long double u) { return u; };
    // ∫₀^u r e^{−r} dr, the time spent by those who give up before u.
    const auto time_given_up = [](long double u) {
        return u < 0.01L ? u * u * (0.5L - u * (1.0L / 3.0L - u * (0.125L - u * (1.0L / 30.0L - u / 144.0L))))
                         : -std::expm1(-u) - u * std::exp(-u);
    };
    const long double wait = std::exp(queue.ln_probability_wait);
    const long double served = share_of_law(queue, law.patient_integral(time, 0.0L, endless));
    const long double abandoned = share_of_law(queue, law.integral(time_given_up, 0.0L, endless));
    const long double patience = queue.input.patience_s;
    return {static_cast<double>(patience * wait * served / queue.probability_served),
            static_cast<double>(patience * abandoned / queue.probability_abandon_if_wait),
            queue.ln_probability_wait + std::log(patience * served / queue.probability_served)};
}

long double ln_virtual_wait_exceeds(const ErlangA& queue, double t_s)
{
    if (t_s <= 0.0)
        return queue.ln_probability_wait;
    if (has_finite_patience(queue))
        return queue.ln_probability_wait + std::fmin(0.0L, ln_virtual_tail_if_wait(queue, t_s));
    // With endless patience the queue drains at n − a; with none the first free agent comes at rate n.
    const long double agents = queue.input.agents;
    const long double rate = queue.input.patience_s == 0.0 ? agents : agents - queue.input.offered_load;
    return queue.ln_probability_wait - rate * t_s / queue.input.handle_s;
}

double virtual_wait_exceeds(const ErlangA& queue, double t_s)
{
    return static_cast<double>(std::exp(ln_virtual_wait_exceeds(queue, t_s)));
}

double wait_exceeds(const ErlangA& queue, double t_s)
{
    if (queue.input.patience_s == 0.0)
        return 0.0;
    return virtual_wait_exceeds(queue, t_s) * std::exp(-t_s / queue.input.patience_s);
}

double wait_quantile(const ErlangA& queue, double tail)
{
    return quantile_of_tail([&](double t) { return wait_exceeds(queue, t); }, tail, queue.input.handle_s);
}

QueueMeasures measures(const ErlangA& queue)
{
    QueueMeasures m;
    m.probability_wait = queue.probability_wait;
    m.probability_abandon = queue.probability_abandon;
    m.asa_s = mean_waits(queue).served_s;
    m.mean_wait_s = queue.mean_wait_s;
    m.mean_queue_length = queue.mean_queue_length;
    m.mean_busy = queue.input.offered_load * queue.probability_served;
    m.occupancy = queue.occupancy;
    return m;
}

namespace {

/// P(answered within u | wait): the whole less the rest where that costs at most one digit of the long ones,
/// else the integral.
long double answered_if_wait(const ErlangA& queue, long double u)
{
    const WaitLaw law = law_of(queue);
    if (law.is_tame()) {
        const long double whole = ratio(lower_sum(law.s + 1.0L, law.z), queue.waiting_sum);
        const Scaled rest = lower_sum(law.s + 1.0L, law.z * std::exp(-u));
        const long double h = law.height() + law.below_peak(u - law.mode()) - u;
        const long double late = std::exp(h + log_of(rest) - log_of(queue.waiting_sum));
        if (late < 0.9L * whole)
            return whole - late;
    }
    return share_of_law(queue, law.patient_integral(one, 0.0L, u));
}

struct WithinWindow {
    long double answered;  // after a wait of at most T
    long double abandoned; // within T
    long double offered;   // V in (0, T]
};

/// The three parts of the wait's law on (0, T], given a wait, each an integral of positive terms.
WithinWindow within(const ErlangA& queue, double awt_s)
{
    const WaitLaw law = law_of(queue);
    const long double end = static_cast<long double>(awt_s) / queue.input.patience_s;
    const auto given_up = [](long double u) { return -std::expm1(-u); };
    const long double answered = answered_if_wait(queue, end);
    const long double before = share_of_law(queue, law.integral(given_up, 0.0L, end));
    const long double beyond = -std::expm1(-end) * std::exp(ln_virtual_tail_if_wait(queue, awt_s));
    return {answered, before + beyond, answered + before};
}

} // namespace

WaitWindow wait_window(const ErlangA& queue, double awt_s, double short_s)
{
    WaitWindow window;
    window.answered = queue.probability_served;
    window.abandoned = queue.probability_abandon;
    window.still_waiting = wait_exceeds(queue, awt_s);
    if (!has_finite_patience(queue)) {
        const bool leaves = queue.input.patience_s == 0.0;
        const double rate =
            (queue.input.agents - (leaves ? 0.0 : queue.input.offered_load)) / queue.input.handle_s;
        window.virtual_within =
            queue.probability_no_wait - queue.probability_wait * std::expm1(-rate * awt_s);
        window.answered_within = leaves ? queue.probability_no_wait : window.virtual_within;
        window.abandoned_within = window.abandoned_short = leaves ? queue.probability_wait : 0.0;
        return window;
    }
    const WithinWindow in = within(queue, awt_s);
    const long double wait = std::exp(queue.ln_probability_wait);
    window.answered_within = static_cast<double>(queue.probability_no_wait + wait * in.answered);
    window.abandoned_within = static_cast<double>(wait * in.abandoned);
    window.abandoned_short =
        short_s > 0.0 ? static_cast<double>(wait * within(queue, short_s).abandoned) : 0.0;
    window.virtual_within = static_cast<double>(queue.probability_no_wait + wait * in.offered);
    return window;
}

long double ln_abandoned_within(const ErlangA& queue, double awt_s)
{
    if (!has_finite_patience(queue))
        return queue.input.patience_s == 0.0 ? queue.ln_probability_wait : -endless;
    return queue.ln_probability_wait + std::log(within(queue, awt_s).abandoned);
}

double service_level(const ErlangA& queue, double awt_s)
{
    if (!has_finite_patience(queue) || awt_s <= 0.0)
        return wait_window(queue, awt_s).answered_within;
    const long double answered =
        answered_if_wait(queue, static_cast<long double>(awt_s) / queue.input.patience_s);
    return static_cast<double>(queue.probability_no_wait + std::exp(queue.ln_probability_wait) * answered);
}

} // namespace switchroom::erlang
