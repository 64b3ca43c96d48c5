#pragma once
/// The event calendar: a winner (tournament) tree over fixed slots, each of which holds at most one pending
/// event.
///
/// A slot belongs to something that can have one event ahead of it (an agent's end of talk, a waiting
/// caller's patience). Every inner node names the slot whose event comes first below it, so the root is the
/// next event. Setting, moving and cancelling are one replay of the slot's path: log2(capacity) steps without
/// a data-dependent branch and nothing stale is ever left behind. Measured against binary and 4-ary heaps it
/// wins from 10 slots to 10 000 (docs/performance.md).
///
/// Order: by time, at one time by `tie`, which callers make of (class << 60 | sequence): what class of event
/// goes first, then what was set first. Ties must differ between pending events of one time.
///
/// Times are any doubles but NaN; +infinity means no event. Not synchronised.
///
///   EventTree tree;
///   tree.reset(agents);
///   tree.set(agent, end_s, tie);
///   while (tree.next_time() < end_of_run_s) { handle(tree.next_slot()); ... }

#include "sim/base/check.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace switchroom {

class EventTree {
public:
    static constexpr double no_event = std::numeric_limits<double>::infinity();

    EventTree() { reset(1); }

    /// Empties the tree and makes room for at least `slots`. Allocates only if it never had as many.
    void reset(std::size_t slots);

    /// Makes room for at least `slots`; pending events stay. Doubles, so that slots added one by one cost
    /// O(1) each.
    void grow(std::size_t slots);

    std::size_t capacity() const { return leaves_; }

    /// The first pending event; time no_event if there is none.
    double next_time() const { return time_of(keys_[winners_[1]]); }
    /// Keys of two trees compare as their times do; only equal ones need the ties.
    std::uint64_t next_key() const { return keys_[winners_[1]]; }
    std::uint64_t next_tie() const { return ties_[winners_[1]]; }
    std::uint32_t next_slot() const { return winners_[1]; }

    double time(std::uint32_t slot) const { return time_of(keys_[slot]); }
    bool pending(std::uint32_t slot) const { return keys_[slot] < empty_key; }

    /// Sets the slot's event, in place of the one it may have. A time of no_event cancels.
    void set(std::uint32_t slot, double time, std::uint64_t tie)
    {
        SWITCHROOM_ASSERT(slot < leaves_ && time == time, "a slot of the tree and a time that is a number");
        ties_[slot] = tie;
        replay(slot, time < no_event ? key_of(time) : empty_key + slot);
    }

    /// Cancels the slot's event, if it has one. Climbs only as far as it was the winner.
    void cancel(std::uint32_t slot)
    {
        std::uint32_t winner = slot;
        std::uint64_t key = empty_key + slot;
        keys_[slot] = key;
        for (std::size_t node = leaves_ + slot; node > 1 && winners_[node >> 1U] == slot; node >>= 1U)
            play(node, winner, key);
    }

private:
    // Times are kept as integers in the same order, because comparing and choosing is shortest on those: the
    // bits of a double ascend with it, once negative ones are turned round. An empty slot's key lies above
    // infinity's and differs from all others, so that only true ties are ever looked into.
    static constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;
    static constexpr std::uint64_t empty_key = std::bit_cast<std::uint64_t>(no_event) | sign_bit;

    static std::uint64_t key_of(double time)
    {
        const auto bits = std::bit_cast<std::int64_t>(time + 0.0); // -0.0 and 0.0 are one instant
        return static_cast<std::uint64_t>(bits) ^ (static_cast<std::uint64_t>(bits >> 63) | sign_bit);
    }
    static double time_of(std::uint64_t key)
    {
        const std::uint64_t bounded = key < empty_key ? key : empty_key;
        const auto turned = static_cast<std::uint64_t>(static_cast<std::int64_t>(~bounded) >> 63);
        return std::bit_cast<double>(bounded ^ (turned | sign_bit));
    }

    /// Whether `a` beats `b` at equal times; rare, so kept out of the branch-free path.
    bool wins_tie(std::uint32_t a, std::uint32_t b) const { return ties_[a] < ties_[b]; }

    /// One match: `winner` of `node` with the winner beside it; the better one goes up.
    void play(std::size_t node, std::uint32_t& winner, std::uint64_t& key)
    {
        const std::uint32_t rival = winners_[node ^ 1U];
        const std::uint64_t rival_key = keys_[rival];
        // A mask and a minimum: g++ makes branches of ?: here, and half of those would be mispredicted.
        std::uint32_t rival_wins = 0U - static_cast<std::uint32_t>(rival_key < key);
        if (rival_key == key) [[unlikely]]
            rival_wins = 0U - static_cast<std::uint32_t>(wins_tie(rival, winner));
        winner ^= (winner ^ rival) & rival_wins;
        key = std::min(key, rival_key);
        winners_[node >> 1U] = winner;
    }

    void replay(std::uint32_t slot, std::uint64_t key)
    {
        std::uint32_t winner = slot;
        keys_[slot] = key;
        for (std::size_t node = leaves_ + slot; node > 1; node >>= 1U)
            play(node, winner, key);
    }

    void rebuild();

    std::size_t leaves_ = 0; ///< a power of two, at least 2
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint64_t> ties_;
    std::vector<std::uint32_t> winners_; ///< [1] root; children of i are 2i and 2i + 1; [leaves_ + s] = s
};

/// Whether the next event of `a` is before that of `b`.
inline bool goes_before(const EventTree& a, const EventTree& b)
{
    if (a.next_key() == b.next_key()) [[unlikely]]
        return a.next_tie() < b.next_tie();
    return a.next_key() < b.next_key();
}

} // namespace switchroom
