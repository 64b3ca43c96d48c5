#pragma once
/// Random numbers by address: who draws, on which day, at which attempt, for which purpose. Nothing depends
/// on the order of events, so two scenarios that differ in staffing meet the same callers with the same
/// needs.
///
/// A stream is a contact type, group or pool under a seed and a replication; its StreamKey is Philox's key. A
/// draw's address is Philox's counter {number, date, attempt, purpose / 3}; the purpose's remainder by 3
/// names the lane, because one block of 128 bits holds three uniforms of 42 bits:
///
///   lane 0 = bits 0 … 41, lane 1 = bits 42 … 83, lane 2 = bits 84 … 125 of the block (word 0 lowest);
///   uniform = (42-bit integer + 1/2) / 2^42, so 2^-43 ≤ u ≤ 1 − 2^-43: never 0 or 1, exact in a double, and
///   so is 1 − u.
///
///   const StreamKey key = make_stream_key(seed, replication, hash_name("appointments"));
///   const double u = uniform(key, {.number = 17, .date = 20514, .attempt = 1}, Purpose::patience);
///
/// Pure functions, thread-safe, no errors.

#include "sim/random/philox.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace switchroom {

/// What a number is drawn for. The values are part of every result ever published: they are never changed or
/// used again, new purposes take new values. Three neighbours 3k, 3k + 1, 3k + 2 share one block, so those
/// that are drawn together stand together. Values stay below 2^11 (PrivateSequence).
enum class Purpose : std::uint32_t {
    // block 0: every primary call
    arrival_gap = 0,
    handle = 1, ///< talk time, or handle time where only the total is known
    patience = 2,
    // block 1: most calls
    wrap_up = 3,
    balk = 4,
    redial = 5,
    // block 2: after an attempt
    redial_delay = 6,
    resolution = 7,
    repeat_delay = 8,
    // block 3: inside the talk
    misroute = 9,
    hold = 10,
    hold_duration = 11,
    // block 4: which contact, which urgency
    split = 12,
    recognition = 13,
    urgency = 14,
    // block 5: callbacks
    callback_acceptance = 15,
    callback_window = 16,
    callback_reach = 17,
    // block 6: machines that answer
    voicemail_hang_up = 18,
    bot_containment = 19,
    bot_talk = 20,
    // block 7: after the desk
    on_abandon = 21,
    outcome = 22,
    context_saved = 23,
    // block 8: on-call chain
    on_call = 24,
    on_call_reach = 25,
    on_call_patch = 26,
    // block 9: routing
    routing_choice = 27,
    agent_choice = 28,
    escalation = 29,
    // block 10: replayed logs
    thinning = 30,
    duplicate_jitter = 31,
    replayed_patience = 32,
    // block 11: one factor for a day, a month or a run (number 0, or the period's index)
    busyness = 33,
    volume_uncertainty = 34,
    forecast_error = 35,
    // block 12: agents (number = the agent's index in its group)
    absence = 36,
    in_day_shrinkage = 37,
    adherence = 38,
    // block 13
    handle_uncertainty = 39,
    announcement_balk = 40,
    learning = 41,
};

/// Names a stream for all draws of one replication; two streams never share numbers except by a 64-bit
/// collision, and two replications of one stream never do.
struct StreamKey {
    std::uint64_t value = 0;
    friend constexpr bool operator==(StreamKey, StreamKey) = default;
};

/// Who draws, apart from the purpose. `date` is in days since 1970-01-01 (local calendar), `attempt` is 0 for
/// the primary call.
struct DrawAddress {
    std::uint32_t number = 0;
    std::int32_t date = 0;
    std::uint32_t attempt = 0;
};

/// A bijection of 64 bits in which every input bit moves every output bit (finaliser of SplitMix64;
/// Stafford's variant 13 of the MurmurHash3 finaliser, 2011).
constexpr std::uint64_t mix_bits(std::uint64_t x)
{
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9U;
    x ^= x >> 27U;
    x *= 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

/// Stable 64-bit hash of a name's bytes: FNV-1a (Fowler, Noll, Vo), then mix_bits.
constexpr std::uint64_t hash_name(std::string_view name)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3U;
    }
    return mix_bits(hash);
}

/// The key of stream `name_hash` in replication `replication` under `seed`. `copy` is 0 but for the
/// duplicates of a scaled replay, which are streams of their own. For fixed other arguments the key is a
/// bijection of each argument.
constexpr StreamKey make_stream_key(std::uint64_t seed, std::uint64_t replication, std::uint64_t name_hash,
                                    std::uint64_t copy = 0)
{
    constexpr std::uint64_t golden =
        0x9E3779B97F4A7C15U; // keeps all-zero arguments away from mix_bits(0) = 0
    std::uint64_t key = mix_bits(seed + golden);
    key = mix_bits((key ^ replication) + golden);
    key = mix_bits((key ^ name_hash) + golden);
    key = mix_bits((key ^ copy) + golden);
    return {key};
}

/// The random bits of one block: the three purposes 3·block, 3·block + 1, 3·block + 2.
constexpr PhiloxWords draw_block(StreamKey key, DrawAddress at, std::uint32_t block)
{
    return philox4x32({at.number, static_cast<std::uint32_t>(at.date), at.attempt, block}, key.value);
}

/// The three 42-bit integers of a block.
constexpr std::array<std::uint64_t, 3> lanes_of(PhiloxWords words)
{
    const std::uint64_t low = words[0] | (std::uint64_t{words[1]} << 32U);
    const std::uint64_t high = words[2] | (std::uint64_t{words[3]} << 32U);
    constexpr std::uint64_t mask = (std::uint64_t{1} << 42U) - 1;
    return {low & mask, (low >> 42U) | ((high << 22U) & mask), (high >> 20U) & mask};
}

/// (bits + 1/2) / 2^42 for bits < 2^42; exact.
constexpr double uniform_from_bits(std::uint64_t bits)
{
    return (static_cast<double>(bits) + 0.5) * 0x1p-42;
}

/// One uniform in (0, 1).
constexpr double uniform(StreamKey key, DrawAddress at, Purpose purpose)
{
    const auto p = static_cast<std::uint32_t>(purpose);
    return uniform_from_bits(lanes_of(draw_block(key, at, p / 3))[p % 3]);
}

/// The three uniforms of the block that `first` opens (first is a multiple of 3).
constexpr std::array<double, 3> three_uniforms(StreamKey key, DrawAddress at, Purpose first)
{
    const auto lanes = lanes_of(draw_block(key, at, static_cast<std::uint32_t>(first) / 3));
    return {uniform_from_bits(lanes[0]), uniform_from_bits(lanes[1]), uniform_from_bits(lanes[2])};
}

/// For samplers that need a number of draws not known before (rejection, shuffles): an endless sequence of
/// its own for one address and purpose, disjoint from every single draw. A UniformRandomBitGenerator of 64
/// bits. Fails a check after 2^21 numbers.
class PrivateSequence {
public:
    using result_type = std::uint64_t;

    PrivateSequence(StreamKey key, DrawAddress at, Purpose purpose);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }
    result_type operator()();

    /// In (0, 1): (52-bit integer + 1/2) / 2^52.
    double uniform();

private:
    StreamKey key_;
    DrawAddress at_;
    std::uint32_t purpose_;
    std::uint32_t next_block_ = 0;
    std::uint64_t spare_ = 0;
    bool has_spare_ = false;
};

} // namespace switchroom
