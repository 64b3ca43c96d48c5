#pragma once
/// Philox for 256 consecutive numbers, once per instruction set. Internal to sim/random and its tests.

#include "sim/random/call_batch.h"

#include <span>

namespace switchroom {

/// Uniforms of numbers first.number … + 255 and the three purposes of `block`.
using PhiloxBatch = void (*)(std::uint64_t key, DrawAddress first, std::uint32_t block, UniformBatch& out);

/// The versions that this processor can run, the fastest last. All give the same bits.
std::span<const PhiloxBatch> philox_batches();

} // namespace switchroom
