#pragma once
/// A positive number far outside the range of floating point: mantissa · e^exponent.
///
/// State sums of a large queue reach e^(10^7). The exponent stays 0 while the number itself fits, so that
/// nothing is lost there. All kernels of the solvers work in `long double` (64-bit mantissa on x86): the
/// headroom over binary64 is what keeps the last printed digits right where two large logarithms are
/// subtracted.

#include <cmath>

namespace switchroom::erlang {

struct Scaled {
    long double mantissa = 0.0L;
    long double exponent = 0.0L;
};

/// Numbers with |ln| below this are kept with exponent 0.
inline constexpr long double plain_log_limit = 5000.0L;

/// e^log · factor.
inline Scaled scaled_exp(long double log, long double factor = 1.0L)
{
    if (std::fabs(log) < plain_log_limit)
        return {factor * std::exp(log), 0.0L};
    return {factor, log};
}

/// a / b as a plain number; 0 or infinity where it leaves the range.
inline long double ratio(Scaled a, Scaled b)
{
    return a.mantissa / b.mantissa * std::exp(a.exponent - b.exponent);
}

inline long double log_of(Scaled a)
{
    return std::log(a.mantissa) + a.exponent;
}

inline Scaled operator*(long double factor, Scaled a)
{
    return {factor * a.mantissa, a.exponent};
}

/// a + b.
inline Scaled sum(Scaled a, Scaled b)
{
    if (a.exponent < b.exponent)
        return sum(b, a);
    return {a.mantissa + b.mantissa * std::exp(b.exponent - a.exponent), a.exponent};
}

/// a − b; the caller knows that a > b and that they are not nearly equal.
inline Scaled difference(Scaled a, Scaled b)
{
    const long double top = std::fmax(a.exponent, b.exponent);
    return {a.mantissa * std::exp(a.exponent - top) - b.mantissa * std::exp(b.exponent - top), top};
}

} // namespace switchroom::erlang
