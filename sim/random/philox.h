#pragma once
/// The counter-based generator Philox4x32-10: ten rounds turn a 128-bit counter and a 64-bit key into 128
/// random bits.
///
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
/// SC'11. It has no state: the same counter and key give the same bits on every machine and in any order of
/// asking, which is what lets every caller keep their own numbers whatever else happens. Thread-safe,
/// constexpr, no errors.

#include <array>
#include <cstdint>

namespace switchroom {

/// Four 32-bit words: Philox's counter on the way in, its random bits on the way out.
using PhiloxWords = std::array<std::uint32_t, 4>;

namespace philox_detail {

inline constexpr std::uint32_t multiplier_0 = 0xD2511F53U;
inline constexpr std::uint32_t multiplier_1 = 0xCD9E8D57U;
inline constexpr std::uint32_t weyl_0 = 0x9E3779B9U; // golden ratio
inline constexpr std::uint32_t weyl_1 = 0xBB67AE85U; // sqrt(3) - 1
inline constexpr std::uint32_t rounds = 10;

} // namespace philox_detail

/// The block function. `key` is split into its low word (first key word) and high word (second), as Random123
/// does.
constexpr PhiloxWords philox4x32(PhiloxWords counter, std::uint64_t key)
{
    namespace detail = philox_detail;
    auto key_0 = static_cast<std::uint32_t>(key);
    auto key_1 = static_cast<std::uint32_t>(key >> 32U);
    for (std::uint32_t round = 0; round < detail::rounds; ++round) {
        const std::uint64_t product_0 = std::uint64_t{detail::multiplier_0} * counter[0];
        const std::uint64_t product_1 = std::uint64_t{detail::multiplier_1} * counter[2];
        counter = {static_cast<std::uint32_t>(product_1 >> 32U) ^ counter[1] ^ key_0,
                   static_cast<std::uint32_t>(product_1),
                   static_cast<std::uint32_t>(product_0 >> 32U) ^ counter[3] ^ key_1,
                   static_cast<std::uint32_t>(product_0)};
        key_0 += detail::weyl_0;
        key_1 += detail::weyl_1;
    }
    return counter;
}

} // namespace switchroom
