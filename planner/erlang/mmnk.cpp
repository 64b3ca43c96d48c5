#include "planner/erlang/mmnk.h"

#include "planner/erlang/gamma_sums.h"
#include "planner/erlang/input.h"
#include "planner/erlang/quadrature.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

constexpr long double endless = std::numeric_limits<long double>::infinity();
constexpr long double negligible = 1e-22L;

/// handle / patience: the rate at which one waiting caller gives up, per handle time.
long double impatience(const MmnkInput& input)
{
    return std::isinf(input.patience_s) ? 0.0L : static_cast<long double>(input.handle_s) / input.patience_s;
}

/// Sums over c_0 … c_m, all divided by e^{log_scale}, the largest of them.
struct WaitingSums {
    long double log_scale = 0.0L;
    long double up_to_m = 0.0L;      // k = 0 … m
    long double up_to_m_1 = 0.0L;    // k = 0 … m − 1
    long double from_1 = 0.0L;       // k = 1 … m
    long double first_moment = 0.0L; // Σ k c_k
    long double last = 0.0L;         // c_m
};

/// ln c_k as a product: k logarithms of large sums would leave only their rounding.
long double log_state(long double a, long double n, long double theta, long double k)
{
    long double product = 1.0L;
    long double log = 0.0L;
    for (long double j = 1.0L; j <= k; j += 1.0L) {
        product *= a / (n + j * theta);
        if (product > 1e4000L || product < 1e-4000L) {
            log += std::log(product);
            product = 1.0L;
        }
    }
    return log + std::log(product);
}

/// From the largest state outwards until nothing more is added: all terms positive, none overflows.
WaitingSums waiting_sums(const MmnkInput& input, long double theta)
{
    const long double a = input.offered_load;
    const long double n = input.agents;
    const long double m = static_cast<long double>(input.lines) - n;
    WaitingSums sums;
    long double mode = 0.0L;
    if (a > n)
        mode = theta > 0.0L ? std::fmin(m, std::floor((a - n) / theta)) : m;
    sums.log_scale = log_state(a, n, theta, mode);
    const auto add = [&](long double k, long double weight) {
        sums.up_to_m += weight;
        sums.up_to_m_1 += k < m ? weight : 0.0L;
        sums.from_1 += k > 0.0L ? weight : 0.0L;
        sums.first_moment += k * weight;
    };
    long double weight = 1.0L;
    for (long double k = mode; k >= 0.0L && weight > negligible; k -= 1.0L) {
        add(k, weight);
        weight *= (n + k * theta) / a;
    }
    sums.last = mode == m ? 1.0L : 0.0L;
    weight = 1.0L;
    for (long double k = mode + 1.0L; k <= m && weight > 0.0L; k += 1.0L) {
        weight *= a / (n + k * theta);
        add(k, weight);
        sums.last = k == m ? weight : 0.0L;
    }
    return sums;
}

/// The offered wait of the accepted, τ in handle times: ln of e^{x − nτ} Q(m, x), times e^{−θτ} for those
/// still patient.
struct WaitLaw {
    long double a;
    long double n;
    long double theta;
    long double m;
    bool patient;

    long double expected_ahead(long double tau) const
    {
        return theta > 0.0L ? -a * std::expm1(-theta * tau) / theta : a * tau;
    }
    long double log_density(long double tau) const
    {
        const long double x = expected_ahead(tau);
        const long double leaving = n * tau + (patient ? theta * tau : 0.0L);
        if (x > 2.0L * m) // Σ_{k<m} x^k/k! = x^m F(m, x)/Γ(m), without the e^x that would only cancel
            return m * std::log(x) - std::lgamma(m) + log_of(upper_sum(m, x)) - leaving;
        const long double bent = theta > 0.0L ? a * exp_excess(-theta * tau) / theta : 0.0L;
        return (a - n) * tau - bent - (patient ? theta * tau : 0.0L) + log_room(x);
    }
    /// ln Q(m, x): the share of Poisson(x) below m.
    long double log_room(long double x) const
    {
        if (x < m - 12.0L * std::sqrt(m) - 50.0L || x <= 0.0L)
            return 0.0L;
        return log_of(upper_sum(m, x)) - log_complete_sum(m, x);
    }
    /// d/dτ of log_density, from d ln Q/dx = −B(m − 1, x).
    long double slope(long double tau) const
    {
        const long double x = expected_ahead(tau);
        const long double blocked =
            x > 0.0L ? ratio({1.0L, 0.0L}, x * upper_sum(m, x)) : (m > 1.0L ? 0.0L : 1.0L);
        return a * std::exp(-theta * tau) * (1.0L - blocked) - n - (patient ? theta : 0.0L);
    }
    /// Where the density is largest, to about 1 %: near enough to begin the quadrature.
    long double mode() const
    {
        if (slope(0.0L) <= 0.0L)
            return 0.0L;
        long double high = 1.0L;
        while (slope(high) > 0.0L)
            high *= 2.0L;
        long double low = 0.0L;
        for (int step = 0; step < 60 && high - low > 0.01L * high; ++step) {
            const long double middle = low + (high - low) / 2.0L;
            (slope(middle) > 0.0L ? low : high) = middle;
        }
        return low;
    }
    /// ∫ weight(τ) · density over [from, to].
    template <class Weight>
    Scaled integral(const Weight& weight, long double from, long double to) const
    {
        const auto h = [this](long double tau) { return log_density(tau); };
        const long double centre = std::clamp(mode(), from, to);
        return integrate_peak(h, weight, from, centre, to, 1e-14L,
                              theta > 0.0L ? centre + 64.0L / theta : endless);
    }
};

WaitLaw law_of(const Mmnk& queue, bool patient)
{
    const long double m = static_cast<long double>(queue.input.lines) - queue.input.agents;
    return {queue.input.offered_load, queue.input.agents, impatience(queue.input), m, patient};
}

/// A part of the wait's law as a share of attempts.
long double as_share(const Mmnk& queue, Scaled part)
{
    return queue.input.agents * part.mantissa * std::exp(part.exponent + queue.log_full_house);
}

/// Nobody ever waits: no waiting places, or callers who leave at once.
bool waits_happen(const Mmnk& queue)
{
    return queue.input.lines > queue.input.agents && queue.input.patience_s > 0.0 &&
           queue.input.offered_load > 0.0;
}

long double in_handles(const Mmnk& queue, double t_s)
{
    return static_cast<long double>(t_s) / queue.input.handle_s;
}

Diagnostics checked(const MmnkInput& input)
{
    InputCheck check;
    check.agents(input.agents, true).load(input.offered_load).positive("mean handle time", input.handle_s);
    check.whole("lines", input.lines, 1.0).patience(input.patience_s, input.handle_s);
    check.require(!(input.lines < input.agents), "there must be at least as many lines as agents");
    return check.errors();
}

/// Whoever cannot be answered at once leaves at once: state n is the last, and with places to wait nobody is
/// blocked.
Mmnk with_no_patience(const MmnkInput& input)
{
    MmnkInput loss = input;
    loss.lines = input.agents;
    loss.patience_s = std::numeric_limits<double>::infinity();
    Mmnk queue = *mmnk(loss);
    queue.input = input;
    if (input.lines > input.agents) {
        queue.probability_wait = queue.probability_abandon = queue.probability_block;
        queue.probability_block = 0.0;
        queue.probability_accept = 1.0;
    }
    return queue;
}

} // namespace

Result<Mmnk> mmnk(const MmnkInput& input)
{
    if (Diagnostics errors = checked(input); !errors.empty())
        return errors;
    if (input.patience_s == 0.0)
        return with_no_patience(input);
    Mmnk queue;
    queue.input = input;
    if (input.offered_load == 0.0) {
        queue.probability_accept = queue.probability_no_wait = queue.probability_served = 1.0;
        return queue;
    }
    const long double theta = impatience(input);
    const long double a = input.offered_load;
    const long double n = input.agents;
    const WaitingSums waiting = waiting_sums(input, theta);
    const Scaled free_states = n * upper_sum(n, a);
    const auto scaled = [&](long double part) { return Scaled{part, waiting.log_scale}; };
    const Scaled all = sum(free_states, scaled(waiting.up_to_m));
    const long double no_wait = ratio(free_states, all);
    const long double wait = ratio(scaled(waiting.up_to_m_1), all);
    const long double queue_length = ratio(scaled(waiting.first_moment), all);
    // n P(n) (a F + Σ_{k≥1} c_k), from Σ j p_j = a Σ p_{j−1}.
    const long double busy = n * ratio(sum((a / n) * free_states, scaled(waiting.from_1)), all);

    queue.log_full_house = -log_of(all);
    queue.probability_block = static_cast<double>(ratio(scaled(waiting.last), all));
    queue.probability_accept = static_cast<double>(no_wait + wait);
    queue.probability_no_wait = static_cast<double>(no_wait);
    queue.probability_wait = static_cast<double>(wait);
    queue.probability_abandon = static_cast<double>(theta * queue_length / a);
    queue.probability_served = static_cast<double>(busy / a);
    queue.mean_wait_accepted_s = static_cast<double>(queue_length * input.handle_s / (a * (no_wait + wait)));
    queue.mean_queue_length = static_cast<double>(queue_length);
    queue.mean_busy = static_cast<double>(busy);
    queue.occupancy = static_cast<double>(busy / n);
    return queue;
}

double mean_wait_served_s(const Mmnk& queue)
{
    if (!waits_happen(queue))
        return 0.0;
    if (std::isinf(queue.input.patience_s))
        return queue.mean_wait_accepted_s;
    const auto time = [](long double tau) { return tau; };
    const long double total = as_share(queue, law_of(queue, true).integral(time, 0.0L, endless));
    return static_cast<double>(queue.input.handle_s * total / queue.probability_served);
}

namespace {

/// P(accepted, and would wait longer than t with endless patience), as a share of attempts; t > 0.
long double offered_wait_exceeds(const Mmnk& queue, long double t)
{
    const auto one = [](long double) { return 1.0L; };
    return as_share(queue, law_of(queue, false).integral(one, t, endless));
}

} // namespace

double wait_exceeds(const Mmnk& queue, double t_s)
{
    if (!waits_happen(queue))
        return 0.0;
    if (t_s <= 0.0)
        return queue.probability_wait / queue.probability_accept;
    const long double t = in_handles(queue, t_s);
    const long double still_patient = std::exp(-impatience(queue.input) * t);
    return static_cast<double>(still_patient * offered_wait_exceeds(queue, t) / queue.probability_accept);
}

double wait_quantile(const Mmnk& queue, double tail)
{
    return quantile_of_tail([&](double t) { return wait_exceeds(queue, t); }, tail, queue.input.handle_s);
}

QueueMeasures measures(const Mmnk& queue)
{
    QueueMeasures m;
    m.probability_wait = queue.probability_wait;
    m.probability_block = queue.probability_block;
    m.probability_abandon = queue.probability_abandon;
    m.asa_s = mean_wait_served_s(queue);
    m.mean_wait_s = queue.mean_wait_accepted_s;
    m.mean_queue_length = queue.mean_queue_length;
    m.mean_busy = queue.mean_busy;
    m.occupancy = queue.occupancy;
    return m;
}

namespace {

/// Gave up within T: those whose turn would have come before T, and those still ahead of theirs.
double abandoned_within(const Mmnk& queue, double t_s)
{
    const long double theta = impatience(queue.input);
    const long double t = in_handles(queue, t_s);
    if (theta == 0.0L || t <= 0.0L)
        return 0.0;
    const auto given_up = [=](long double tau) { return -std::expm1(-theta * tau); };
    const long double before = as_share(queue, law_of(queue, false).integral(given_up, 0.0L, t));
    return static_cast<double>(before - std::expm1(-theta * t) * offered_wait_exceeds(queue, t));
}

} // namespace

WaitWindow wait_window(const Mmnk& queue, double awt_s, double short_s)
{
    WaitWindow window;
    window.accepted = queue.probability_accept;
    window.answered = queue.probability_served;
    window.abandoned = queue.probability_abandon;
    window.answered_within = window.virtual_within = queue.probability_no_wait;
    if (!waits_happen(queue)) {
        window.abandoned_within = window.abandoned_short = queue.probability_abandon;
        return window;
    }
    window.still_waiting = wait_exceeds(queue, awt_s) * queue.probability_accept;
    window.abandoned_within = abandoned_within(queue, awt_s);
    window.abandoned_short = abandoned_within(queue, short_s);
    if (awt_s > 0.0) {
        const auto one = [](long double) { return 1.0L; };
        const long double t = in_handles(queue, awt_s);
        window.answered_within +=
            static_cast<double>(as_share(queue, law_of(queue, true).integral(one, 0.0L, t)));
        window.virtual_within +=
            static_cast<double>(as_share(queue, law_of(queue, false).integral(one, 0.0L, t)));
    }
    return window;
}

} // namespace switchroom::erlang
