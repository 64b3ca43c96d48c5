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
    double next_time() const { return times_[winners_[1]]; }
    std::uint64_t next_tie() const { return ties_[winners_[1]]; }
    std::uint32_t next_slot() const { return winners_[1]; }

    double time(std::uint32_t slot) const { return times_[slot]; }
    bool pending(std::uint32_t slot) const { return times_[slot] < no_event; }

    /// Sets the slot's event, in place of the one it may have.
    void set(std::uint32_t slot, double time, std::uint64_t tie)
    {
        SWITCHROOM_ASSERT(slot < leaves_ && time == time, "a slot of the tree and a time that is a number");
        times_[slot] = time;
        ties_[slot] = tie;
        replay(slot, time);
    }

    void cancel(std::uint32_t slot)
    {
        times_[slot] = no_event;
        replay(slot, no_event);
    }

private:
    /// Whether `a` beats `b` at equal times; rare, so kept out of the branch-free path.
    bool wins_tie(std::uint32_t a, std::uint32_t b) const { return ties_[a] < ties_[b]; }

    void replay(std::uint32_t slot, double time)
    {
        std::uint32_t winner = slot;
        std::uint32_t* const winners = winners_.data();
        const double* const times = times_.data();
        for (std::size_t node = leaves_ + slot; node > 1; node >>= 1U) {
            const std::uint32_t rival = winners[node ^ 1U];
            const double rival_time = times[rival];
            // As a mask: g++ makes a branch of ?: here, and half of those would be mispredicted.
            std::uint32_t rival_wins = 0U - static_cast<std::uint32_t>(rival_time < time);
            if (static_cast<unsigned>(rival_time == time) & static_cast<unsigned>(time < no_event))
                [[unlikely]]
                rival_wins = 0U - static_cast<std::uint32_t>(wins_tie(rival, winner));
            winner ^= (winner ^ rival) & rival_wins;
            time = rival_time < time ? rival_time : time; // compiles to minsd
            winners[node >> 1U] = winner;
        }
    }

    void rebuild();

    std::size_t leaves_ = 0; ///< a power of two, at least 2
    std::vector<double> times_;
    std::vector<std::uint64_t> ties_;
    std::vector<std::uint32_t> winners_; ///< [1] root; children of i are 2i and 2i + 1; [leaves_ + s] = s
};

} // namespace switchroom
