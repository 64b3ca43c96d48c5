#pragma once
/// Quantiles from the tail of a waiting time, for any law of which P(W > t) can be computed.

#include "planner/erlang/root.h"

namespace switchroom::erlang {

/// The smallest t ≥ 0 with P(W > t) ≤ tail, for a falling function `exceeds(t)`, by galloping from `scale`
/// and bisecting to the last bit. 0 where the mass at 0 suffices. Name the 99 % quantile by its tail 0.01: 1
/// − 0.99 is not 0.01 in binary64. Infinity where the tail never falls that low.
template <class Exceeds>
double quantile_of_tail(const Exceeds& exceeds, double tail, double scale)
{
    if (!(exceeds(0.0) > tail))
        return 0.0;
    double low = 0.0;
    double high = scale;
    while (exceeds(high) > tail) {
        low = high;
        high *= 2.0;
        if (!std::isfinite(high))
            return std::numeric_limits<double>::infinity();
    }
    const double target = std::log(tail);
    return bracketed_root([&](double t) { return std::log(exceeds(t)) - target; }, low, high);
}

} // namespace switchroom::erlang
