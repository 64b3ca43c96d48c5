#include "planner/erlang/mgn.h"

#include "planner/erlang/erlang_c.h"
#include "planner/erlang/input.h"
#include "planner/erlang/mdn.h"

#include <cmath>

namespace switchroom::erlang {

Result<GeneralHandleQueue> general_handle_queue(const GeneralHandleInput& input)
{
    InputCheck check;
    check.not_negative("squared coefficient of variation of the handle time", input.handle_scv);
    if (!check.ok())
        return check.errors();
    const Result<ConstantHandleQueue> constant =
        constant_handle_queue({input.agents, input.offered_load, input.handle_s});
    if (!constant)
        return constant.errors();
    const Result<ErlangC> exponential = erlang_c(input.agents, input.offered_load, input.handle_s);
    if (!exponential)
        return exponential.errors();
    const double scv = input.handle_scv;
    GeneralHandleQueue queue;
    queue.input = input;
    queue.probability_wait = exponential->probability_wait;
    queue.mean_wait_allen_cunneen_s = (1.0 + scv) / 2.0 * exponential->mean_wait_s;
    queue.mean_wait_s = (1.0 + scv) /
                        (2.0 * scv + (1.0 - scv) * exponential->mean_wait_s / constant->mean_wait_s) *
                        exponential->mean_wait_s;
    if (!(constant->mean_wait_s > 0.0)) // below the range of numbers
        queue.mean_wait_s = queue.mean_wait_allen_cunneen_s;
    queue.mean_wait_if_wait_s = queue.probability_wait > 0.0
                                    ? queue.mean_wait_s / queue.probability_wait
                                    : (1.0 + scv) / 2.0 * exponential->mean_wait_if_wait_s;
    queue.mean_queue_length = input.offered_load / input.handle_s * queue.mean_wait_s;
    queue.occupancy = exponential->occupancy;
    return queue;
}

double wait_exceeds(const GeneralHandleQueue& queue, double t_s)
{
    return t_s < 0.0 ? 1.0 : queue.probability_wait * std::exp(-t_s / queue.mean_wait_if_wait_s);
}

double wait_quantile(const GeneralHandleQueue& queue, double tail)
{
    return queue.probability_wait <= tail
               ? 0.0
               : queue.mean_wait_if_wait_s * std::log(queue.probability_wait / tail);
}

} // namespace switchroom::erlang
