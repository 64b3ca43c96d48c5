#pragma once
/// Logarithm, exponential and normal quantile made only of + − × ÷ √ and bit operations, each of which IEEE
/// 754 rounds in one way: the same bits on every machine, scalar or in vectors of any width (a C library's
/// own log and exp differ between processors). Compile with -ffp-contract=off.
///
/// The `kernel` functions are branch-free, so that a plain loop over them becomes SIMD code; the others add
/// the edges of their domain. Thread-safe, no errors. Accuracy (tests/random/vector_math_test.cpp): log and
/// exp within 1 unit in the last place, log1p within 2, expm1 within 4, normal quantile to 4e-15 relative.

#include <bit>
#include <cstdint>
#include <limits>

namespace switchroom::vector_math {

namespace kernel {

/// Natural logarithm of a positive normal number. x = 2^k·m with m in [√½, √2); log m = 2 artanh(s), s =
/// (m−1)/(m+1), as f − (f²/2 − s·(f²/2 + R(s²))), f = m − 1; R by Chebyshev interpolation, error below 2^-57.
/// ln 2 in two parts so that k·ln2_high is exact.
[[gnu::always_inline]] inline double log(double x)
{
    constexpr std::uint64_t one = 0x3FF0000000000000U;
    constexpr std::uint64_t sqrt_half = 0x3FE6A09E667F3BCDU;
    constexpr std::uint64_t mantissa = 0x000FFFFFFFFFFFFFU;
    constexpr std::uint64_t exponent_of_2_52 = 0x4330000000000000U;
    constexpr double ln2_high = 0x1.62e42fee00000p-1;
    constexpr double ln2_low = 0x1.a39ef35793c76p-33;

    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x) + (one - sqrt_half);
    const double k = std::bit_cast<double>((bits >> 52U) | exponent_of_2_52) - (0x1p52 + 1023.0);
    const double f = std::bit_cast<double>((bits & mantissa) + sqrt_half) - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double z2 = z * z;
    const double even = 0x1.99999999952e2p-2 + z2 * (0x1.c71c62e5800a0p-3 + z2 * 0x1.39fe6065427bep-3);
    const double odd = 0x1.5555555555558p-1 +
                       z2 * (0x1.2492492df148dp-2 + z2 * (0x1.7462b4ab2efa4p-3 + z2 * 0x1.2b584aae7ca60p-3));
    const double r = z * odd + z2 * even;
    const double half_f2 = 0.5 * f * f;
    return k * ln2_high - ((half_f2 - (s * (half_f2 + r) + k * ln2_low)) - f);
}

/// exp(r) − 1 − r over r² for |r| ≤ 0.347: Chebyshev interpolation, error below 2^-61 of exp.
[[gnu::always_inline]] inline double exp_tail(double r)
{
    const double r2 = r * r;
    const double even =
        0x1.0p-1 +
        r2 * (0x1.5555555555556p-5 + r2 * (0x1.6c16c16c162c3p-10 +
                                           r2 * (0x1.a01a01a6e1e2ap-16 +
                                                 r2 * (0x1.27e4db46cddd1p-22 + r2 * 0x1.1f7340dbc337ep-29))));
    const double odd =
        0x1.5555555555557p-3 +
        r2 * (0x1.11111111100bep-7 +
              r2 * (0x1.a01a01abf85abp-13 + r2 * (0x1.71de01fdbf9cap-19 + r2 * 0x1.af4e554377204p-26)));
    return even + r * odd;
}

/// exp(x) for every x that is not NaN: 0 below −745.2, infinity above 709.79. x = k·ln 2 + r, |r| ≤ ln 2 / 2.
[[gnu::always_inline]] inline double exp(double x)
{
    constexpr double log2_e = 0x1.71547652b82fep0;
    constexpr double ln2_high = 0x1.62e42fee00000p-1;
    constexpr double ln2_low = 0x1.a39ef35793c76p-33;
    constexpr double round_shift = 0x1.8p52; // adding it leaves the nearest integer in the low bits
    const double lower = x < -746.0 ? -746.0 : x;
    const double y = lower > 710.0 ? 710.0 : lower;
    const double shifted = y * log2_e + round_shift;
    const double k = shifted - round_shift;
    const double high = y - k * ln2_high;
    const double low = k * ln2_low;
    const double r = high - low;
    const double lost = (high - r) - low;
    const double value = 1.0 + (r + (r * r * exp_tail(r) + (lost + lost * r)));
    // 2^k in two factors, so that neither overflows nor is subnormal: k + 2048 is positive, its half a
    // logical shift away.
    const std::uint64_t biased = (std::bit_cast<std::uint64_t>(shifted) + 2048U) & 0xFFFU;
    const std::uint64_t half = biased >> 1U;
    const std::uint64_t rest = biased - half;
    const double factor_1 = std::bit_cast<double>((half - 1U) << 52U);
    const double factor_2 = std::bit_cast<double>((rest - 1U) << 52U);
    return value * factor_1 * factor_2;
}

/// −log(1 − u), 0 < u < 1: the quantile of the exponential with mean 1. 1 − u is exact for the uniforms of
/// keyed_stream.h.
[[gnu::always_inline]] inline double unit_exponential(double u)
{
    return -log(1.0 - u);
}

/// Standard normal quantile, 0 < u < 1. M. J. Wichura (1988), "Algorithm AS 241: The percentage points of the
/// normal distribution", Applied Statistics 37, 477–484 (PPND16): three rational functions, all evaluated,
/// one chosen.
[[gnu::always_inline]] inline double normal_quantile(double u)
{
    const double q = u - 0.5;
    const double r = 0.180625 - q * q;
    const double centre_top =
        ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
            45921.953931549871457) *
               r +
           13731.693765509461125) *
              r +
          1971.5909503065514427) *
             r +
         133.14166789178437745) *
            r +
        3.387132872796366608;
    const double centre_bottom =
        ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
            21213.794301586595867) *
               r +
           5394.1960214247511077) *
              r +
          687.1870074920579083) *
             r +
         42.313330701600911252) *
            r +
        1.0;
    const double centre = q * centre_top / centre_bottom;

    const double tail = q < 0.0 ? u : 1.0 - u;
    const double t = __builtin_sqrt(-log(tail));
    const double a = t - 1.6;
    const double near_top =
        ((((((7.7454501427834140764e-4 * a + 0.0227238449892691845833) * a + 0.24178072517745061177) * a +
            1.27045825245236838258) *
               a +
           3.64784832476320460504) *
              a +
          5.7694972214606914055) *
             a +
         4.6303378461565452959) *
            a +
        1.42343711074968357734;
    const double near_bottom =
        ((((((1.05075007164441684324e-9 * a + 5.475938084995344946e-4) * a + 0.0151986665636164571966) * a +
            0.14810397642748007459) *
               a +
           0.68976733498510000455) *
              a +
          1.6763848301838038494) *
             a +
         2.05319162663775882187) *
            a +
        1.0;
    const double b = t - 5.0;
    const double far_top =
        ((((((2.01033439929228813265e-7 * b + 2.71155556874348757815e-5) * b + 0.0012426609473880784386) * b +
            0.026532189526576123093) *
               b +
           0.29656057182850489123) *
              b +
          1.7848265399172913358) *
             b +
         5.4637849111641143699) *
            b +
        6.6579046435011037772;
    const double far_bottom =
        ((((((2.04426310338993978564e-15 * b + 1.4215117583164458887e-7) * b + 1.8463183175100546818e-5) * b +
            7.868691311456132591e-4) *
               b +
           0.0148753612908506148525) *
              b +
          0.13692988092273580531) *
             b +
         0.59983220655588793769) *
            b +
        1.0;
    const double top = t <= 5.0 ? near_top : far_top;
    const double bottom = t <= 5.0 ? near_bottom : far_bottom;
    const double magnitude = top / bottom;
    const double outer = q < 0.0 ? -magnitude : magnitude;
    const double distance = q < 0.0 ? -q : q;
    return distance <= 0.425 ? centre : outer;
}

} // namespace kernel

/// Natural logarithm: −infinity at 0, NaN below, any subnormal or infinite x.
inline double log(double x)
{
    if (x >= std::numeric_limits<double>::min() && x <= std::numeric_limits<double>::max()) [[likely]]
        return kernel::log(x);
    if (x == 0.0)
        return -std::numeric_limits<double>::infinity();
    if (!(x > 0.0))
        return std::numeric_limits<double>::quiet_NaN();
    return x > 1.0 ? x : kernel::log(x * 0x1p54) - 54.0 * 0x1.62e42fefa39efp-1;
}

/// e^x for every x; NaN stays NaN.
inline double exp(double x)
{
    return x == x ? kernel::exp(x) : x;
}

/// log(1 + x) without loss for small x; x > −1, −infinity at −1. The rounding of 1 + x is put back to first
/// order.
inline double log1p(double x)
{
    const double y = 1.0 + x;
    if (!(y > 0.0) || y > 0x1p60)
        return log(y);
    const double lost = x < 1.0 ? x - (y - 1.0) : 1.0 - (y - x);
    return kernel::log(y) + lost / y;
}

/// e^x − 1 without loss for small x.
inline double expm1(double x)
{
    if (x > -0.34 && x < 0.34)
        return x + x * x * kernel::exp_tail(x);
    return exp(x) - 1.0;
}

/// x^y = exp(y·log x) for x ≥ 0; relative error about (1 + |y·log x|)·2^-53.
inline double pow(double x, double y)
{
    return y == 0.0 ? 1.0 : exp(y * log(x));
}

/// Standard normal quantile on the closed interval: ∓infinity at 0 and 1.
inline double normal_quantile(double u)
{
    if (u > 0.0 && u < 1.0) [[likely]]
        return kernel::normal_quantile(u);
    if (u == 0.0)
        return -std::numeric_limits<double>::infinity();
    return u == 1.0 ? std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
}

} // namespace switchroom::vector_math
