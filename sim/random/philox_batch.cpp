#include "sim/random/philox_batch.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace switchroom {

namespace {

#if defined(__x86_64__)

constexpr std::uint64_t lane_mask = (std::uint64_t{1} << 42U) - 1;
constexpr std::uint64_t exponent_of_2_52 = 0x4330000000000000U;

// The instruction that Philox is made for, 32 × 32 → 64 bits in each lane, is one that compilers do not find
// in a plain loop (g++ 12 multiplies 64 × 64 bits instead: three times the work), so it is named here.

namespace sse2 {
using Lanes [[gnu::vector_size(16)]] = std::uint64_t;
#define LANES_TARGET
#define LANES_BYTES 16
inline Lanes lanes_multiply(Lanes a, Lanes b)
{
    return reinterpret_cast<Lanes>(_mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
}
#include "sim/random/philox_lanes.inc"
#undef LANES_TARGET
#undef LANES_BYTES
} // namespace sse2

namespace avx2 {
using Lanes [[gnu::vector_size(32)]] = std::uint64_t;
#define LANES_TARGET [[gnu::target("avx2")]]
#define LANES_BYTES 32
LANES_TARGET inline Lanes lanes_multiply(Lanes a, Lanes b)
{
    return reinterpret_cast<Lanes>(
        _mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
}
#include "sim/random/philox_lanes.inc"
#undef LANES_TARGET
#undef LANES_BYTES
} // namespace avx2

namespace avx512 {
using Lanes [[gnu::vector_size(64)]] = std::uint64_t;
#define LANES_TARGET [[gnu::target("avx512f")]]
#define LANES_BYTES 64
LANES_TARGET inline Lanes lanes_multiply(Lanes a, Lanes b)
{
    return reinterpret_cast<Lanes>(
        // The unmasked form warns of g++ 12's own header.
        _mm512_maskz_mul_epu32(0xFF, reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
}
#include "sim/random/philox_lanes.inc"
#undef LANES_TARGET
#undef LANES_BYTES
} // namespace avx512

constexpr PhiloxBatch versions[] = {sse2::philox_lanes, avx2::philox_lanes, avx512::philox_lanes};

std::size_t runnable()
{
    if (!__builtin_cpu_supports("avx2"))
        return 1;
    return __builtin_cpu_supports("avx512f") ? 3 : 2;
}

#else

void one_by_one(std::uint64_t key, DrawAddress first, std::uint32_t block, UniformBatch& out)
{
    for (std::uint32_t i = 0; i < calls_per_batch; ++i) {
        const DrawAddress at{first.number + i, first.date, first.attempt};
        const auto u = three_uniforms({key}, at, static_cast<Purpose>(3 * block));
        for (std::size_t lane = 0; lane < 3; ++lane)
            out.lane[lane][i] = u[lane];
    }
}

constexpr PhiloxBatch versions[] = {one_by_one};

std::size_t runnable()
{
    return 1;
}

#endif

} // namespace

std::span<const PhiloxBatch> philox_batches()
{
    static const std::size_t count = runnable();
    return {versions, count};
}

} // namespace switchroom
