#include "planner/erlang/queue_sums.h"

#include "planner/erlang/gamma_sums.h"

namespace switchroom::erlang {

Scaled inverse_blocking(double agents, long double load)
{
    const long double n = agents;
    return n == 0.0L ? Scaled{1.0L, 0.0L} : sum(Scaled{1.0L, 0.0L}, n * upper_sum(n, load));
}

long double waiting_probability(double agents, long double load)
{
    const long double n = agents;
    return ratio({n, 0.0L}, sum({load, 0.0L}, (n - load) * inverse_blocking(agents, load)));
}

} // namespace switchroom::erlang
