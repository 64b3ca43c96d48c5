#include "planner/erlang/mmng.h"

#include "planner/erlang/input.h"
#include "planner/erlang/quantile.h"
#include "planner/erlang/queue_sums.h"

#include <cmath>

namespace switchroom::erlang {

Result<PatientQueue> PatientQueue::make(const PatientQueueInput& input)
{
    InputCheck check;
    check.agents(input.agents, true).load(input.offered_load).positive("handle time", input.handle_s);
    check.require(input.offered_load != 0.0, "offered load must be above 0, not 0");
    if (!check.ok())
        return check.errors();
    auto wait =
        VirtualWait::make(input.offered_load / input.handle_s, input.agents / input.handle_s, input.patience);
    if (!wait)
        return error_in({},
                        "no steady state: the callers who never give up are more than the agents can serve");
    return PatientQueue(input, *std::move(wait));
}

PatientQueue::PatientQueue(const PatientQueueInput& input, VirtualWait wait)
    : agents_(input.agents), offered_load_(input.offered_load), handle_s_(input.handle_s),
      wait_(std::move(wait)), free_(1.0), weight_(0.0)
{
    const Scaled idle = inverse_blocking(agents_ - 1.0, offered_load_);
    const long double per_second =
        static_cast<long double>(offered_load_) / static_cast<long double>(handle_s_);
    const long double below =
        idle.mantissa / per_second * std::exp(idle.exponent - static_cast<long double>(wait_.top()));
    if (std::isinf(below))
        return; // the chance of waiting is below the range of numbers
    const long double all = below + static_cast<long double>(wait_.all().one);
    free_ = static_cast<double>(below / all);
    weight_ = static_cast<double>(1.0L / all);
}

QueueMeasures PatientQueue::measures() const
{
    const WaitIntegrals& sums = wait_.all();
    const double served = free_ + weight_ * sums.stays;
    QueueMeasures measures;
    measures.probability_wait = weight_ * sums.one;
    measures.probability_abandon = weight_ * sums.gives_up;
    // Who has no patience waits 0: rounding in the sum must not make it less.
    measures.mean_wait_s = std::fmax(0.0, weight_ * sums.wait);
    measures.asa_s = weight_ * sums.wait_stays / served;
    measures.mean_queue_length = offered_load_ / handle_s_ * measures.mean_wait_s;
    measures.mean_busy = offered_load_ * served;
    measures.occupancy = measures.mean_busy / agents_;
    return measures;
}

double PatientQueue::mean_wait_abandoned_s() const
{
    const WaitIntegrals& sums = wait_.all();
    return sums.gives_up > 0.0 ? sums.wait_gives_up / sums.gives_up : 0.0;
}

WaitWindow PatientQueue::wait_window(double awt_s, double short_s) const
{
    const auto gone_by = [&](double t) {
        return t < 0.0 ? 0.0
                       : weight_ * (wait_.upto(t).gives_up + wait_.patience().cdf(t) * wait_.beyond(t).one);
    };
    WaitWindow window;
    window.answered = free_ + weight_ * wait_.all().stays;
    window.abandoned = weight_ * wait_.all().gives_up;
    window.abandoned_short = gone_by(short_s);
    if (awt_s < 0.0) {
        window.still_waiting = 1.0;
        return window;
    }
    window.answered_within = free_ + weight_ * wait_.upto(awt_s).stays;
    window.abandoned_within = gone_by(awt_s);
    window.still_waiting = wait_exceeds(awt_s);
    window.virtual_within = free_ + weight_ * wait_.upto(awt_s).one;
    return window;
}

double PatientQueue::virtual_wait_exceeds(double t_s) const
{
    return t_s < 0.0 ? 1.0 : weight_ * wait_.beyond(t_s).one;
}

double PatientQueue::wait_exceeds(double t_s) const
{
    return t_s < 0.0 ? 1.0 : wait_.patience().survival(t_s) * virtual_wait_exceeds(t_s);
}

double PatientQueue::wait_quantile(double tail) const
{
    return quantile_of_tail([this](double t) { return wait_exceeds(t); }, tail, handle_s_ / agents_);
}

} // namespace switchroom::erlang
