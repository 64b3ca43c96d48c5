#include "planner/erlang/erlang_c.h"

#include "planner/erlang/gamma_sums.h"
#include "planner/erlang/input.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::erlang {

Result<ErlangC> erlang_c(double agents, double offered_load, double handle_s)
{
    InputCheck check;
    check.agents(agents).load(offered_load).positive("mean handle time", handle_s);
    check.require(!(offered_load >= agents),
                  "offered load reaches the number of agents: without abandonment the queue grows for ever");
    if (!check.ok())
        return check.errors();

    const long double slack = static_cast<long double>(agents) - offered_load;
    const Scaled free_sum = slack * upper_sum(agents, offered_load); // (1 − C)/C
    const long double odds = free_sum.mantissa * std::exp(free_sum.exponent);
    const long double handle = handle_s;
    const long double ln_wait = std::isinf(odds) ? -log_of(free_sum) : -std::log1p(odds);
    const long double wait = std::exp(ln_wait);

    ErlangC c;
    c.agents = agents;
    c.offered_load = offered_load;
    c.handle_s = handle_s;
    c.slack = static_cast<double>(slack);
    c.ln_probability_wait = ln_wait;
    c.probability_wait = static_cast<double>(wait);
    c.probability_no_wait = std::isinf(odds) ? 1.0 : static_cast<double>(odds / (1.0L + odds));
    c.mean_wait_if_wait_s = static_cast<double>(handle / slack);
    c.mean_wait_s = static_cast<double>(wait * handle / slack);
    c.wait_variance_s2 = static_cast<double>(wait * (2.0L - wait) * (handle / slack) * (handle / slack));
    c.mean_queue_length = static_cast<double>(wait * offered_load / slack);
    c.occupancy = static_cast<double>(static_cast<long double>(offered_load) / agents);
    // C + (1 − C) = 1 and a C F + n − a + a/(n − a), from dF/da = −(1 + (n − a) F)/a.
    const long double busy_part =
        std::isinf(odds) ? offered_load / slack : offered_load * odds / (1.0L + odds) / slack;
    c.sensitivity = static_cast<double>(busy_part + slack + offered_load / slack);
    return c;
}

double wait_exceeds(const ErlangC& queue, double t_s)
{
    const long double decay = static_cast<long double>(queue.slack) * t_s / queue.handle_s;
    return static_cast<double>(std::exp(queue.ln_probability_wait - decay));
}

double wait_quantile(const ErlangC& queue, double tail)
{
    const long double excess = queue.ln_probability_wait - std::log(static_cast<long double>(tail));
    return std::max(0.0, static_cast<double>(excess * queue.handle_s / queue.slack));
}

QueueMeasures measures(const ErlangC& queue)
{
    QueueMeasures m;
    m.probability_wait = queue.probability_wait;
    m.asa_s = queue.mean_wait_s;
    m.mean_wait_s = queue.mean_wait_s;
    m.mean_queue_length = queue.mean_queue_length;
    m.mean_busy = queue.offered_load;
    m.occupancy = queue.occupancy;
    return m;
}

WaitWindow wait_window(const ErlangC& queue, double awt_s)
{
    WaitWindow window;
    window.answered_within = service_level(queue, awt_s);
    window.answered = 1.0;
    window.still_waiting = wait_exceeds(queue, awt_s);
    window.virtual_within = window.answered_within;
    return window;
}

double service_level(const ErlangC& queue, double awt_s)
{
    // (1 − C) + C (1 − e^{−…}): two positive parts, right also where C is nearly 1 and the decay nearly 0.
    const double decay = queue.slack * awt_s / queue.handle_s;
    return queue.probability_no_wait - queue.probability_wait * std::expm1(-decay);
}

} // namespace switchroom::erlang
