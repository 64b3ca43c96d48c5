#pragma once
/// The unit variates of 256 consecutive calls of one stream and date, made at a time because that is 5 to 10
/// times faster than call by call. Bit for bit what the scalar address gives: entry i of a purpose's array is
/// `uniform(key, {first_number + i, date, attempt}, purpose)`.
///
/// Structure of arrays, so that sample_n (distribution.h) can turn a whole array into talk times or patiences
/// in place. Plain values, no allocation. Any two batches may be filled by different threads. The same bits
/// with SSE2, AVX2 and AVX-512.
///
///   UniformBatch first;
///   draw_uniforms(key, {.number = 256 * k, .date = day}, Purpose::arrival_gap, first); // lanes: gap,
///   handle, patience unit_exponentials(first.lane[0], first.lane[0]);                                    //
///   gaps of unit rate sample_n(talk, first.lane[1], first.lane[1]);

#include "sim/random/keyed_stream.h"

#include <array>
#include <cstddef>
#include <span>

namespace switchroom {

inline constexpr std::size_t calls_per_batch = 256;

/// One array of 256 doubles, aligned for the widest vectors.
struct alignas(64) BatchArray : std::array<double, calls_per_batch> {};

/// The uniforms of one block of three purposes: lane[l] belongs to purpose 3·block + l.
struct UniformBatch {
    std::array<BatchArray, 3> lane;
};

/// Fills `out` for calls first.number … first.number + 255 (modulo 2^32) and the three purposes of the block
/// that `first_purpose` opens (a multiple of 3: arrival_gap, wrap_up, redial_delay …).
void draw_uniforms(StreamKey key, DrawAddress first, Purpose first_purpose, UniformBatch& out);

/// out[i] = −log(1 − u[i]), the exponential quantile with mean 1; 0 < u < 1. `u` and `out` have one length
/// and may be the same array. Error below 1 unit in the last place or so (vector_math.h); no libm call.
void unit_exponentials(std::span<const double> u, std::span<double> out);

} // namespace switchroom
