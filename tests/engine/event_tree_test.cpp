#include "sim/engine/event_tree.h"

#include "sim/engine/fingerprint.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <tuple>

using switchroom::EventTree;
using switchroom::Fingerprint;

namespace {

/// The same calendar as an ordered set: the oracle.
struct OrderedCalendar {
    std::map<std::uint32_t, std::pair<double, std::uint64_t>> by_slot;
    std::map<std::tuple<double, std::uint64_t>, std::uint32_t> by_order;

    void cancel(std::uint32_t slot)
    {
        const auto found = by_slot.find(slot);
        if (found == by_slot.end())
            return;
        by_order.erase({found->second.first, found->second.second});
        by_slot.erase(found);
    }
    void set(std::uint32_t slot, double time, std::uint64_t tie)
    {
        cancel(slot);
        by_slot[slot] = {time, tie};
        by_order[{time, tie}] = slot;
    }
};

void require_same_head(const EventTree& tree, const OrderedCalendar& calendar)
{
    if (calendar.by_order.empty()) {
        REQUIRE(tree.next_time() == EventTree::no_event);
        return;
    }
    const auto& [key, slot] = *calendar.by_order.begin();
    REQUIRE(tree.next_time() == std::get<0>(key));
    REQUIRE(tree.next_tie() == std::get<1>(key));
    REQUIRE(tree.next_slot() == slot);
}

/// Sets, moves, cancels and takes at random. Few distinct times, so that ties are the rule.
void exercise(std::size_t slots, int distinct_times, unsigned seed)
{
    std::mt19937 random(seed);
    EventTree tree;
    tree.reset(2);
    OrderedCalendar calendar;
    std::size_t used = 2;
    std::uint64_t sequence = 0;
    for (int step = 0; step < 20000; ++step) {
        if (used < slots && random() % 8 == 0)
            tree.grow(++used);
        const auto slot = static_cast<std::uint32_t>(random() % used);
        switch (random() % 4) {
        case 0:
            tree.cancel(slot);
            calendar.cancel(slot);
            break;
        case 1:
            if (!calendar.by_order.empty()) {
                const std::uint32_t first = tree.next_slot();
                tree.cancel(first);
                calendar.cancel(first);
            }
            break;
        default: {
            const double time = static_cast<double>(random() % static_cast<unsigned>(distinct_times)) - 5.0;
            const std::uint64_t tie = (std::uint64_t{random() % 6} << 60U) | ++sequence;
            tree.set(slot, time, tie);
            calendar.set(slot, time, tie);
        }
        }
        require_same_head(tree, calendar);
    }
}

} // namespace

TEST_CASE("the event tree hands out events in the order of an ordered set, ties included")
{
    unsigned seed = 1;
    for (const std::size_t slots : {2U, 3U, 8U, 100U, 1000U})
        for (const int distinct_times : {1, 3, 1000000})
            exercise(slots, distinct_times, ++seed);
}

TEST_CASE("an empty event tree has no next event, and a cancelled event is gone")
{
    EventTree tree;
    tree.reset(5);
    CHECK(tree.capacity() == 8);
    CHECK(tree.next_time() == EventTree::no_event);
    tree.set(4, -3.0, 7);
    CHECK(tree.pending(4));
    CHECK(tree.next_slot() == 4);
    tree.cancel(4);
    CHECK_FALSE(tree.pending(4));
    CHECK(tree.next_time() == EventTree::no_event);
}

TEST_CASE("a reset event tree remembers nothing")
{
    EventTree tree;
    tree.reset(4);
    tree.set(3, 1.0, 1);
    tree.reset(4);
    CHECK(tree.next_time() == EventTree::no_event);
}

TEST_CASE("a fingerprint does not depend on the order of events and does depend on each of them")
{
    Fingerprint forwards;
    Fingerprint backwards;
    for (int i = 0; i < 100; ++i) {
        forwards.add(0.5 * i, static_cast<std::uint64_t>(i % 3));
        backwards.add(0.5 * (99 - i), static_cast<std::uint64_t>((99 - i) % 3));
    }
    CHECK(forwards.value() == backwards.value());
    Fingerprint moved = forwards;
    moved.add(7.0, 1);
    CHECK(moved.value() != forwards.value());
    Fingerprint other_kind = forwards;
    other_kind.add(7.0, 2);
    CHECK(other_kind.value() != moved.value());
}
