#pragma once
/// Philox for consecutive numbers as a plain loop that compiles to SIMD code. Internal to sim/random and its
/// tests.

#include "sim/random/keyed_stream.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace switchroom::philox_kernel {

/// Counter words of one call, each in the low half of 64 bits: x86 multiplies 32 × 32 → 64 bits in such
/// lanes.
struct Words {
    std::uint64_t a, b, c, d;
};

inline constexpr std::uint64_t low_half = 0xFFFFFFFFU;

/// One round. Only the low halves of the words are meaningful; what stands above them is masked where it
/// would matter.
template <std::uint32_t Round>
[[gnu::always_inline]] inline Words round(Words w, std::uint32_t key_0, std::uint32_t key_1)
{
    using namespace philox_detail;
    const std::uint64_t product_0 = (w.a & low_half) * multiplier_0;
    const std::uint64_t product_1 = (w.c & low_half) * multiplier_1;
    const std::uint64_t round_key_0 = key_0 + Round * weyl_0;
    const std::uint64_t round_key_1 = key_1 + Round * weyl_1;
    return {(product_1 >> 32U) ^ w.b ^ round_key_0, product_1, (product_0 >> 32U) ^ w.d ^ round_key_1,
            product_0};
}

/// (bits + 1/2) / 2^42 by the exponent trick: 2^52 + bits, less (2^52 − 1/2); every step exact.
[[gnu::always_inline]] inline double to_uniform(std::uint64_t bits)
{
    constexpr std::uint64_t exponent_of_2_52 = 0x4330000000000000U;
    return (std::bit_cast<double>(bits | exponent_of_2_52) - (0x1p52 - 0.5)) * 0x1p-42;
}

/// lane_l[i] = uniform of purpose 3·block + l of call first.number + i, i < Count.
template <std::size_t Count>
[[gnu::always_inline]] inline void fill_uniforms(std::uint64_t key, DrawAddress first, std::uint32_t block,
                                                 double* __restrict lane_0, double* __restrict lane_1,
                                                 double* __restrict lane_2)
{
    const auto k0 = static_cast<std::uint32_t>(key);
    const auto k1 = static_cast<std::uint32_t>(key >> 32U);
    constexpr std::uint64_t mask = (std::uint64_t{1} << 42U) - 1;
    for (std::size_t i = 0; i < Count; ++i) {
        Words w{first.number + i, static_cast<std::uint32_t>(first.date), first.attempt, block};
        w = round<0>(w, k0, k1);
        w = round<1>(w, k0, k1);
        w = round<2>(w, k0, k1);
        w = round<3>(w, k0, k1);
        w = round<4>(w, k0, k1);
        w = round<5>(w, k0, k1);
        w = round<6>(w, k0, k1);
        w = round<7>(w, k0, k1);
        w = round<8>(w, k0, k1);
        w = round<9>(w, k0, k1);
        const std::uint64_t low = (w.a & low_half) | (w.b << 32U);
        const std::uint64_t high = (w.c & low_half) | (w.d << 32U);
        lane_0[i] = to_uniform(low & mask);
        lane_1[i] = to_uniform((low >> 42U) | ((high << 22U) & mask));
        lane_2[i] = to_uniform((high >> 20U) & mask);
    }
}

} // namespace switchroom::philox_kernel
